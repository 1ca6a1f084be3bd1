package dev.court.atrium.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DedicatedConnectionTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @RegisterExtension
  static final WireMockExtension server =
      WireMockExtension.newInstance()
          .options(
              WireMockConfiguration.options()
                  .dynamicPort()
                  .dynamicHttpsPort()
                  .bindAddress("127.0.0.1"))
          .build();

  private final HttpTransport transport = AtriumFixture.patient();

  @BeforeEach
  void answer() {
    server.stubFor(any(anyUrl()).willReturn(ok("answered")));
  }

  @AfterEach
  void hangUp() {
    transport.close();
  }

  @Test
  void sends_at_once_over_a_connection_that_is_open() {
    PreparedRequest request = request("http", server.getPort());
    DedicatedConnection connection = transport.dedicated(request.address());
    connection.send(request, Instant.MAX);

    SendRecord sent = connection.sendOnly(request).orElseThrow();

    assertThat(connection.receive(sent))
        .isInstanceOfSatisfying(
            Exchange.Answered.class,
            answered -> assertThat(answered.answer().body()).isEqualTo("answered"));
  }

  @Test
  void does_not_open_a_connection_to_send_at_once() {
    PreparedRequest request = request("http", server.getPort());

    assertThat(transport.dedicated(request.address()).sendOnly(request)).isEmpty();
    assertThat(server.getAllServeEvents()).isEmpty();
  }

  @Test
  void sends_nothing_after_the_end_of_the_transport() {
    transport.close();

    assertThat(failure("http", server.getPort())).isEqualTo(HttpTransport.STOPPED);
  }

  @Test
  void an_interruption_before_sends_nothing_and_stays_set() {
    Thread.currentThread().interrupt();

    Failure failure = failure("http", server.getPort());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure).isEqualTo(HttpTransport.STOPPED);
  }

  @Test
  void an_interruption_on_the_way_is_unclear_and_stays_set() throws IOException {
    Thread caller = Thread.currentThread();
    HttpServer interrupting = listening(exchange -> caller.interrupt());

    Failure failure = failure("http", interrupting.getAddress().getPort());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure).isEqualTo(new Failure(true, "interrupted"));
    interrupting.stop(0);
  }

  @Test
  void a_certificate_that_we_refuse_ourselves_proves_that_nothing_was_sent() {
    Failure failure = failure("https", server.getHttpsPort());

    assertThat(failure.maybeSent()).isFalse();
    assertThat(failure.reason()).startsWith("the certificate of localhost:");
    assertThat(server.getAllServeEvents()).isEmpty();
  }

  @Test
  void nothing_of_a_request_leaves_without_tls() {
    assertThat(failure("https", server.getPort()).maybeSent()).isFalse();
    assertThat(server.getAllServeEvents()).isEmpty();
  }

  @Test
  void the_client_finds_the_way_where_java_was_told_of_a_proxy() {
    ProxySelector before = ProxySelector.getDefault();
    ProxySelector.setDefault(ProxySelector.of(new InetSocketAddress(LOOPBACK, server.getPort())));
    try {
      PreparedRequest request = prepared(URI.create("http://127.0.0.2:1/"));
      DedicatedConnection connection = transport.dedicated(request.address());

      assertThat(connection.sendOnly(request)).isEmpty();
      assertThat(connection.send(request, Instant.MAX)).isInstanceOf(Exchange.Answered.class);
    } finally {
      ProxySelector.setDefault(before);
    }
  }

  private Failure failure(String scheme, int port) {
    PreparedRequest request = request(scheme, port);
    return ((Exchange.Unanswered) transport.dedicated(request.address()).send(request, Instant.MAX))
        .failure();
  }

  private static PreparedRequest request(String scheme, int port) {
    return prepared(URI.create("%s://localhost:%s/".formatted(scheme, Integer.toString(port))));
  }

  private static PreparedRequest prepared(URI address) {
    return PreparedRequest.of(Requests.get(address, AtriumFixture.TOKEN));
  }

  private static HttpServer listening(HttpHandler handler) throws IOException {
    HttpServer listening = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
    listening.createContext("/", handler);
    listening.start();
    return listening;
  }
}
