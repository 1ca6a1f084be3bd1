package dev.court.notification.channel;

import dev.court.booking.SetupProblem;
import dev.court.secret.SafeAddress;
import java.net.URI;
import java.net.URISyntaxException;

/** The URLs that requests go to. A URL may contain a secret, so no error message quotes it. */
final class Address {
  private Address() {}

  /**
   * Reads a URL: https, or http to this machine.
   *
   * @throws SetupProblem for any other text
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

  /** The URL with one more segment at the end of its path. */
  static URI below(URI url, String segment) {
    String path = url.getRawPath() == null ? "" : url.getRawPath().replaceAll("/+$", "");
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    return uri(root(url) + path + "/" + segment + query);
  }

  /** The URL without the last segment of its path: for a topic of ntfy, the root of its server. */
  static URI above(URI url) {
    String path = url.getRawPath().replaceAll("/+$", "");
    return uri(root(url) + path.substring(0, path.lastIndexOf('/') + 1));
  }

  /** The last segment of the path; empty when there is none. */
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
      // The message of the exception would quote the URL.
      throw new SetupProblem("the url is none: give it as https://host/path");
    }
  }
}
