package dev.court.atrium.http;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.court.log.Log;
import dev.court.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;

/** A server that stands in for Atrium, and a transport to it. */
public final class AtriumFixture {
  public static final Instant NOW = Instant.parse("2025-07-28T11:00:00Z");
  public static final Secret TOKEN = Secret.of(HttpAnswers.JWT);

  private AtriumFixture() {}

  public static WireMockExtension server() {
    return WireMockExtension.newInstance()
        .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
        .failOnUnmatchedRequests(true)
        .build();
  }

  /** The server's own idea of its address writes the port in the digits of the host's locale. */
  public static String url(WireMockExtension server) {
    return "http://localhost:" + server.getPort();
  }

  /** A transport that waits half a second for an answer. */
  public static HttpTransport impatient() {
    return transport(new HttpLimits(HttpLimits.DEFAULT.connect(), Duration.ofMillis(500)));
  }

  public static HttpTransport patient() {
    return transport(HttpLimits.DEFAULT);
  }

  public static AtriumSettings settings(String url) {
    return new AtriumSettings(
        URI.create(url + "/api"), URI.create(url + "/realms/r"), "my-tfc", "77", "10", "TR");
  }

  private static HttpTransport transport(HttpLimits limits) {
    return new HttpTransport(() -> NOW, new Properties(), limits, Log.NONE);
  }
}
