package dev.court.notification.channel;

import dev.court.booking.SetupProblem;
import dev.court.secret.SafeAddress;
import java.net.URI;
import java.net.URISyntaxException;

/** Addresses that requests go to. They may hold a secret, so that no message quotes them. */
final class Address {
  private Address() {}

  /**
   * Reads one: https, or plain http to this machine.
   *
   * @throws SetupProblem for anything else
   */
  static URI read(String text) {
    URI url = uri(text);
    if (url.getHost() == null) {
      throw new SetupProblem("the url is none: give it as https://host/path");
    }
    if (url.getRawUserInfo() != null) {
      throw new SetupProblem("the url holds a user name: use a token in its place");
    }
    if (!SafeAddress.isSafe(url)) {
      throw new SetupProblem(
          "the url of %s is refused: messages go over https, or over http to this machine only"
              .formatted(url.getHost()));
    }
    return url;
  }

  /** The same with one more step at the end of its path. */
  static URI below(URI url, String step) {
    String path = url.getRawPath() == null ? "" : url.getRawPath().replaceAll("/+$", "");
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    return uri(root(url) + path + "/" + step + query);
  }

  /** The same without the last step of its path: the server's root for a topic of ntfy. */
  static URI above(URI url) {
    String path = url.getRawPath().replaceAll("/+$", "");
    return uri(root(url) + path.substring(0, path.lastIndexOf('/') + 1));
  }

  /** The last step of its path, empty when it has none. */
  static String last(URI url) {
    String path = url.getPath() == null ? "" : url.getPath().replaceAll("/+$", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String root(URI url) {
    return url.getScheme() + "://" + url.getRawAuthority();
  }

  private static URI uri(String text) {
    try {
      return new URI(text.strip());
    } catch (URISyntaxException e) {
      // its message would quote the text
      throw new SetupProblem("the url is none: give it as https://host/path");
    }
  }
}
