package dev.court.atrium.http;

import dev.court.booking.SetupProblem;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * Refuses flags of Java under which a booking could be sent twice, somebody else could be taken for
 * Atrium, or others could read tokens. They are for debugging of some program, and reach this one
 * through {@code JAVA_TOOL_OPTIONS} as well. A trust store or a proxy of the user's own stays
 * allowed: many networks need one.
 */
final class JvmFlags {
  /** Set when it is true or empty, which is how {@code java.net.http} reads its own. */
  private static final List<Flag> SWITCHES =
      List.of(
          new Flag("jdk.httpclient.enableAllMethodRetry", "a booking could be sent twice"),
          new Flag(
              "jdk.internal.httpclient.disableHostnameVerification",
              "somebody else could be taken for Atrium and get the password"),
          new Flag(
              "jdk.tls.allowUnsafeServerCertChange",
              "somebody else could be taken for Atrium on a connection that is open"),
          new Flag(
              "sun.security.ssl.allowUnsafeRenegotiation",
              "somebody else could put requests of his own before ours"));

  /** Set when there is anything in it. */
  private static final List<Flag> VALUES =
      List.of(
          new Flag("jdk.httpclient.HttpClient.log", "it prints tokens"),
          new Flag("jdk.internal.httpclient.debug", "it prints tokens"),
          new Flag("javax.net.debug", "it prints tokens"),
          new Flag(
              "com.sun.management.jmxremote.port", "whoever reaches that port can read tokens"));

  private JvmFlags() {}

  /**
   * Looks at the properties that Java was started with.
   *
   * @throws SetupProblem naming the first flag that is set
   */
  static void check(Properties system) {
    for (Flag flag : SWITCHES) {
      String value = system.getProperty(flag.name(), "false").toLowerCase(Locale.ROOT);
      flag.refuseIf(value.isEmpty() || value.equals("true"));
    }
    for (Flag flag : VALUES) {
      flag.refuseIf(!system.getProperty(flag.name(), "").isBlank());
    }
  }

  private record Flag(String name, String danger) {
    void refuseIf(boolean isSet) {
      if (isSet) {
        throw new SetupProblem(
            "%s is set: %s; start Java without it (see COURT_JAVA_OPTS and JAVA_TOOL_OPTIONS)"
                .formatted(name, danger));
      }
    }
  }
}
