package dev.court.atrium.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.court.booking.SetupProblem;
import dev.court.log.Log;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpTransportTest {
  @RegisterExtension static final WireMockExtension server = AtriumFixture.server();

  @ParameterizedTest
  @CsvSource({
    "jdk.httpclient.enableAllMethodRetry, ''",
    "jdk.httpclient.enableAllMethodRetry, true",
    "jdk.httpclient.enableAllMethodRetry, TRUE",
    "jdk.httpclient.HttpClient.log, headers",
    "jdk.httpclient.HttpClient.log, all",
    "jdk.internal.httpclient.debug, true",
    "javax.net.debug, ssl",
    "jdk.internal.httpclient.disableHostnameVerification, ''",
    "jdk.internal.httpclient.disableHostnameVerification, true",
    "jdk.internal.httpclient.disableHostnameVerification, True",
    "jdk.tls.allowUnsafeServerCertChange, true",
    "sun.security.ssl.allowUnsafeRenegotiation, true",
    "com.sun.management.jmxremote.port, 9010"
  })
  void does_not_start_where_a_flag_of_java_makes_it_unsafe(String name, String value) {
    Properties flags = new Properties();
    flags.setProperty(name, value);

    assertThatThrownBy(
            () -> new HttpTransport(InstantSource.system(), flags, HttpLimits.DEFAULT, Log.NONE))
        .isInstanceOf(SetupProblem.class)
        .hasMessageStartingWith(name + " is set");
  }

  @ParameterizedTest
  @CsvSource({
    "jdk.httpclient.enableAllMethodRetry, false",
    "jdk.internal.httpclient.disableHostnameVerification, false",
    "jdk.internal.httpclient.disableHostnameVerification, ' '",
    "javax.net.ssl.trustStore, /etc/ssl/company.p12",
    "https.proxyHost, proxy.example.com"
  })
  void starts_otherwise(String name, String value) {
    Properties flags = new Properties();
    flags.setProperty(name, value);

    assertThatCode(
            () ->
                new HttpTransport(InstantSource.system(), flags, HttpLimits.DEFAULT, Log.NONE)
                    .close())
        .doesNotThrowAnyException();
  }

  @Test
  void leaves_no_thread_behind_that_would_hold_up_the_exit() throws InterruptedException {
    server.stubFor(any(anyUrl()).willReturn(ok()));
    HttpTransport transport = AtriumFixture.patient();
    transport.send(request());
    List<Thread> selectors = selectors();

    transport.close();

    assertThat(selectors).isNotEmpty();
    for (Thread selector : selectors) {
      selector.join(Duration.ofSeconds(5).toMillis());
      assertThat(selector.isAlive()).isFalse();
    }
  }

  @Test
  void sends_nothing_after_the_end() {
    HttpTransport transport = AtriumFixture.patient();
    transport.close();

    assertThat(transport.send(request()))
        .isEqualTo(new Exchange.Unanswered(HttpTransport.STOPPED, AtriumFixture.NOW));
  }

  @Test
  void an_interruption_before_sends_nothing_and_stays_set() {
    try (HttpTransport transport = AtriumFixture.patient()) {
      Thread.currentThread().interrupt();
      Exchange exchange = transport.send(request());

      assertThat(Thread.interrupted()).isTrue();
      assertThat(exchange)
          .isEqualTo(new Exchange.Unanswered(HttpTransport.STOPPED, AtriumFixture.NOW));
    }
  }

  @Test
  void an_answer_that_is_not_whole_in_time_is_none() {
    server.stubFor(any(anyUrl()).willReturn(ok("x".repeat(8)).withChunkedDribbleDelay(8, 8_000)));

    try (HttpTransport transport = AtriumFixture.impatient()) {
      assertThat(transport.send(request()))
          .isInstanceOfSatisfying(
              Exchange.Unanswered.class,
              unanswered ->
                  assertThat(unanswered.failure())
                      .isEqualTo(
                          new Failure(
                              true,
                              "localhost:%s did not answer in time".formatted(server.getPort()))));
    }
  }

  private static OutgoingRequest request() {
    return Requests.get(URI.create(AtriumFixture.url(server)));
  }

  private static List<Thread> selectors() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getThreadGroup() != null)
        .filter(thread -> thread.getThreadGroup().getName().equals("court-http"))
        .filter(thread -> thread.getName().endsWith("SelectorManager"))
        .toList();
  }
}
