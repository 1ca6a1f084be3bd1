package dev.court.atrium.http;

import dev.court.booking.SetupProblem;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Refuses Java flags under which the HTTP client is not safe to use. */
final class JvmFlags {
  private static final String RETRY = "jdk.httpclient.enableAllMethodRetry";
  private static final List<String> PRINTING =
      List.of("jdk.httpclient.HttpClient.log", "jdk.internal.httpclient.debug", "javax.net.debug");

  private JvmFlags() {}

  static void check(Properties system) {
    String retry = system.getProperty(RETRY, "false").toLowerCase(Locale.ROOT);
    // The runtime takes an empty value for yes.
    if (retry.isEmpty() || retry.equals("true")) {
      throw new SetupProblem(
          RETRY + " is set: a booking could be sent twice; start Java without it");
    }
    for (String name : PRINTING) {
      if (!system.getProperty(name, "").isBlank()) {
        throw new SetupProblem(name + " is set: it prints tokens; start Java without it");
      }
    }
  }
}
