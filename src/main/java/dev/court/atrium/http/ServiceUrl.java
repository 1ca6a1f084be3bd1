package dev.court.atrium.http;

import dev.court.booking.SetupProblem;
import dev.court.secret.SafeAddress;
import java.net.URI;
import java.util.regex.Pattern;

/** The rule for addresses that tokens are sent to. */
public final class ServiceUrl {
  private static final Pattern SLASHES = Pattern.compile("/+$");

  private ServiceUrl() {}

  /**
   * Reads the address of a service: https, or plain http to this machine itself ({@code localhost},
   * 127.0.0.0/8, {@code ::1}), where nobody can read the traffic.
   *
   * @return the address without slashes at its end, so that paths can be appended
   * @throws SetupProblem for anything else; the message does not repeat a password in the address
   */
  public static URI checked(String text) {
    try {
      return checked(URI.create(text.strip()));
    } catch (IllegalArgumentException e) {
      // The cause would quote the text, and with it a password that may stand in it.
      throw new SetupProblem("a service's address is no URL: give it as https://host/path");
    }
  }

  static URI checked(URI url) {
    if (url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null) {
      throw new SetupProblem("a service's address has the form https://host/path");
    }
    if (url.getRawUserInfo() != null) {
      throw new SetupProblem(
          "the address of %s holds a user name: leave it out".formatted(url.getHost()));
    }
    if (!SafeAddress.isSafe(url)) {
      throw new SetupProblem(
          "%s is refused: tokens go over https, or over http to this machine only".formatted(url));
    }
    return URI.create(SLASHES.matcher(url.toString()).replaceFirst(""));
  }
}
