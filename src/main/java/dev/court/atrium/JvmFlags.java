package dev.court.atrium;

import dev.court.booking.SetupProblem;
import java.util.Locale;
import java.util.Properties;

/** Flags of the Java runtime under which the HTTP client is not safe to use. */
final class JvmFlags {
  private static final String RETRY = "jdk.httpclient.enableAllMethodRetry";
  private static final String LOG = "jdk.httpclient.HttpClient.log";

  private JvmFlags() {}

  static void check(Properties system) {
    String retry = system.getProperty(RETRY, "false").toLowerCase(Locale.ROOT);
    // The runtime reads an empty value as yes.
    if (retry.isEmpty() || retry.equals("true")) {
      throw new SetupProblem(
          RETRY + " is set: a booking could be sent twice; start Java without it");
    }
    if (!system.getProperty(LOG, "").isBlank()) {
      throw new SetupProblem(LOG + " is set: it prints tokens; start Java without it");
    }
  }
}
