package dev.court.atrium.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.court.WithTls;
import dev.court.atrium.http.TlsServer.Conduct;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a connection knows of a server behind TLS without sending anything. */
@Timeout(300)
@Tag("real-time")
class TlsConnectionTest extends WithTls {
  private static final byte[] REQUEST = "GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII);
  private static final Duration TICKETS_ARRIVE = Duration.ofMillis(100);

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void a_session_ticket_is_no_goodbye(String protocol) throws Exception {
    try (TlsServer server = server(protocol, Conduct.KEEPS);
        Connection connection = connection(server)) {
      connection.connect();
      Thread.sleep(TICKETS_ARRIVE.toMillis());
      int before = server.connections();

      assertThat(connection.isConnected()).isTrue();
      assertThat(connection.isConnected()).isTrue();
      assertThat(exchange(connection).status()).isEqualTo(200);
      assertThat(connection.isConnected()).isTrue();
      assertThat(server.connections()).isEqualTo(before);
    }
  }

  @Test
  void half_a_ticket_is_no_goodbye_and_the_other_half_is_not_lost() throws Exception {
    try (TlsServer server = server("TLSv1.3", Conduct.KEEPS);
        TricklingRelay relay = new TricklingRelay(server.address(), Duration.ofMillis(5));
        Connection connection =
            new Connection(
                new Dialer(relay.address(), new Semaphore(0)),
                HttpLimits.DEFAULT,
                new IdleLimit(IdleLimit.SHORTEST))) {
      connection.connect();
      int before = server.connections();
      Thread.sleep(TICKETS_ARRIVE.toMillis());
      assertThat(connection.isConnected()).isTrue();

      assertThat(exchange(connection).body()).isEqualTo("ok");
      assertThat(server.connections()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void a_server_that_closes_after_each_answer_gets_one_connection_a_request(String protocol)
      throws Exception {
    try (TlsServer server = server(protocol, Conduct.CLOSES);
        Connection connection = connection(server)) {
      for (int i = 0; i < 11; i++) {
        exchange(connection);
        connection.connect();
        Thread.sleep(TICKETS_ARRIVE.toMillis());
      }

      assertThat(server.requests()).isEqualTo(11);
      assertThat(server.connections()).isEqualTo(12);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TLSv1.3, SAYS_GOODBYE", "TLSv1.3, SAYS_GOODBYE_AND_STAYS", "TLSv1.3, RESETS",
    "TLSv1.2, SAYS_GOODBYE", "TLSv1.2, SAYS_GOODBYE_AND_STAYS", "TLSv1.2, RESETS"
  })
  void a_goodbye_is_noticed_before_anything_is_sent(String protocol, Conduct conduct)
      throws Exception {
    try (TlsServer server = server(protocol, conduct);
        Connection connection = connection(server)) {
      connection.connect();
      server.awaitEnd();
      while (connection.isConnected()) {
        Thread.onSpinWait();
      }

      assertThat(connection.isConnected()).isFalse();
    }
  }

  private static TlsServer server(String protocol, Conduct conduct) throws IOException {
    return new TlsServer(certificate.context(), protocol, conduct);
  }

  /** One that is not raced by a second one where its handshake takes long. */
  private static Connection connection(TlsServer server) {
    return new Connection(
        new Dialer(server.address(), new Semaphore(0)),
        HttpLimits.DEFAULT,
        new IdleLimit(IdleLimit.SHORTEST));
  }

  private static HttpAnswer exchange(Connection connection) throws IOException {
    connection.connect();
    connection.send(REQUEST);
    return connection.receive(HttpLimits.DEFAULT.answer());
  }
}
