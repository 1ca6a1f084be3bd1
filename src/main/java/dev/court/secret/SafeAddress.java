package dev.court.secret;

import java.net.URI;
import java.util.regex.Pattern;

/** Where a secret may be sent: to nobody who could be listened in on. */
public final class SafeAddress {
  private static final Pattern LOOPBACK =
      Pattern.compile("(?i)localhost|127(\\.\\d{1,3}){3}|\\[?(::1|(0+:){7}0*1)]?");

  private SafeAddress() {}

  /** Whether it is https, or plain http to this machine itself. */
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
