package dev.court.atrium.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.court.atrium.Line;
import dev.court.atrium.reservations.ReservationReply;
import dev.court.atrium.reservations.Reservations;
import dev.court.booking.Answer;
import dev.court.booking.SetupProblem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpTransportTest {
  private static final String PLAIN = "http://localhost:%s";
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final String TLS = "https://localhost:%s";

  @RegisterExtension
  static final WireMockExtension server =
      WireMockExtension.newInstance()
          .options(
              WireMockConfiguration.options()
                  .dynamicPort()
                  .dynamicHttpsPort()
                  .bindAddress("127.0.0.1"))
          .build();

  @ParameterizedTest
  @CsvSource({
    "jdk.httpclient.enableAllMethodRetry, ''",
    "jdk.httpclient.enableAllMethodRetry, true",
    "jdk.httpclient.enableAllMethodRetry, TRUE",
    "jdk.httpclient.HttpClient.log, headers",
    "jdk.httpclient.HttpClient.log, all",
    "jdk.internal.httpclient.debug, true",
    "javax.net.debug, ssl"
  })
  void does_not_start_where_a_booking_could_be_sent_twice_or_a_token_printed(
      String name, String value) {
    Properties flags = new Properties();
    flags.setProperty(name, value);

    assertThatThrownBy(() -> HttpTransport.open(InstantSource.system(), flags))
        .isInstanceOf(SetupProblem.class)
        .hasMessageStartingWith(name + " is set");
  }

  @Test
  void starts_otherwise() {
    Properties flags = new Properties();
    flags.setProperty("jdk.httpclient.enableAllMethodRetry", "false");

    assertThatCode(() -> HttpTransport.open(InstantSource.system(), flags).close())
        .doesNotThrowAnyException();
  }

  @Test
  void leaves_no_thread_behind_that_would_hold_up_the_exit() throws InterruptedException {
    server.stubFor(any(anyUrl()).willReturn(ok()));
    HttpTransport line = Line.patient();
    Line.reservations(PLAIN.formatted(server.getPort()), line).list(Line.TOKEN);
    List<Thread> selectors = selectors();

    line.close();

    assertThat(selectors).isNotEmpty();
    for (Thread selector : selectors) {
      selector.join(Duration.ofSeconds(5).toMillis());
      assertThat(selector.isAlive()).isFalse();
    }
  }

  @Test
  void sends_nothing_after_the_end() {
    HttpTransport line = Line.impatient();
    line.close();

    ReservationReply reply =
        Line.reservations(PLAIN.formatted(server.getPort()), line)
            .lane()
            .reserve(Line.SEVEN_ON_COURT_1, Line.TOKEN);

    assertThat(reply.answer()).isEqualTo(new Answer.NotSent("not sent, since the run was stopped"));
  }

  @Test
  void an_interruption_on_the_way_is_unclear_and_stays_set() throws IOException {
    Thread caller = Thread.currentThread();
    HttpServer interrupting = listening(exchange -> caller.interrupt());

    try (HttpTransport line = Line.patient()) {
      ReservationReply reply =
          reservations(interrupting, line).lane().reserve(Line.SEVEN_ON_COURT_1, Line.TOKEN);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(reply.answer()).isEqualTo(new Answer.Unclear("interrupted"));
    }
    interrupting.stop(0);
  }

  @Test
  void an_interruption_before_sends_nothing() {
    try (HttpTransport line = Line.patient()) {
      Thread.currentThread().interrupt();
      ReservationReply reply =
          Line.reservations(PLAIN.formatted(server.getPort()), line)
              .lane()
              .reserve(Line.SEVEN_ON_COURT_1, Line.TOKEN);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(reply.answer()).isInstanceOf(Answer.NotSent.class);
    }
  }

  @Test
  void a_certificate_that_we_refuse_ourselves_proves_that_nothing_was_sent() {
    server.stubFor(any(anyUrl()).willReturn(ok("{\"id\":1}")));

    try (HttpTransport line = Line.patient()) {
      ReservationReply reply =
          Line.reservations(TLS.formatted(server.getHttpsPort()), line)
              .lane()
              .reserve(Line.SEVEN_ON_COURT_1, Line.TOKEN);

      assertThat(reply.answer())
          .isInstanceOf(Answer.NotSent.class)
          .extracting(Answer::reason)
          .asString()
          .startsWith("the certificate of localhost:");
    }
    assertThat(server.getAllServeEvents()).isEmpty();
  }

  @Test
  void without_tls_nothing_of_a_request_leaves() {
    try (HttpTransport line = Line.patient()) {
      ReservationReply reply =
          Line.reservations(TLS.formatted(server.getPort()), line)
              .lane()
              .reserve(Line.SEVEN_ON_COURT_1, Line.TOKEN);

      assertThat(reply.answer()).isInstanceOf(Answer.NotSent.class);
    }
    assertThat(server.getAllServeEvents()).isEmpty();
  }

  @Test
  void where_java_was_told_of_a_proxy_the_client_finds_the_way() {
    server.stubFor(any(anyUrl()).willReturn(ok("{\"id\":1}")));
    ProxySelector before = ProxySelector.getDefault();
    ProxySelector.setDefault(ProxySelector.of(new InetSocketAddress(LOOPBACK, server.getPort())));
    try (HttpTransport line = Line.patient()) {
      ReservationReply reply =
          Line.reservations("http://127.0.0.2:1", line)
              .lane()
              .reserve(Line.SEVEN_ON_COURT_1, Line.TOKEN);

      assertThat(reply.answer()).isEqualTo(new Answer.Booked("1"));
    } finally {
      ProxySelector.setDefault(before);
    }
  }

  private static HttpServer listening(HttpHandler handler) throws IOException {
    HttpServer listening = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
    listening.createContext("/", handler);
    listening.start();
    return listening;
  }

  private static Reservations reservations(HttpServer at, HttpTransport line) {
    return Line.reservations(PLAIN.formatted(at.getAddress().getPort()), line);
  }

  private static List<Thread> selectors() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getThreadGroup() != null)
        .filter(thread -> thread.getThreadGroup().getName().equals("court-http"))
        .filter(thread -> thread.getName().endsWith("SelectorManager"))
        .toList();
  }
}
