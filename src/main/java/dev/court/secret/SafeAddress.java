package dev.court.secret;

import java.net.URI;
import java.util.regex.Pattern;

/** The rule for URLs to which a secret may be sent: nobody between can read it. */
public final class SafeAddress {
  private static final Pattern LOOPBACK =
      Pattern.compile("(?i)localhost|127(\\.\\d{1,3}){3}|\\[?(::1|(0+:){7}0*1)]?");

  private SafeAddress() {}

  /** Whether a URL is https, or http to this machine. */
  public static boolean isSafe(URI url) {
    return url.getHost() != null
        && ("https".equalsIgnoreCase(url.getScheme())
            || ("http".equalsIgnoreCase(url.getScheme()) && isThisMachine(url.getHost())));
  }

  /** Whether a host is this machine: {@code localhost}, 127.0.0.0/8, {@code ::1}. */
  public static boolean isThisMachine(String host) {
    return LOOPBACK.matcher(host).matches();
  }
}
