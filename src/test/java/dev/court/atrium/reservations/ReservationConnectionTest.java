package dev.court.atrium.reservations;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.court.atrium.http.AtriumFixture;
import dev.court.atrium.http.HttpTransport;
import dev.court.booking.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReservationConnectionTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final List<Integer> ports = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final HttpTransport transport = AtriumFixture.patient();
  private final ReservationConnection connection;

  ReservationConnectionTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::refuse);
    server.start();
    connection =
        ReservationFixture.reservations(
                "http://localhost:" + server.getAddress().getPort(), transport)
            .connection();
  }

  @AfterEach
  void end() {
    transport.close();
    server.stop(0);
  }

  @Test
  void a_reservation_leaves_on_the_connection_that_was_warmed() {
    connection.sample(AtriumFixture.TOKEN, LIMIT);
    reserve();

    assertThat(ports).hasSize(2);
    assertThat(ports.get(0)).isEqualTo(ports.get(1));
  }

  @Test
  void two_connections_do_not_share_a_socket() {
    try (ReservationConnection other =
        ReservationFixture.reservations(
                "http://localhost:" + server.getAddress().getPort(), transport)
            .connection()) {
      connection.sample(AtriumFixture.TOKEN, LIMIT);
      other.sample(AtriumFixture.TOKEN, LIMIT);
    }

    assertThat(ports).doesNotHaveDuplicates();
  }

  @Test
  void a_closed_connection_sends_nothing() {
    connection.close();

    assertThat(reserve().answer()).isInstanceOf(Answer.NotSent.class);
    assertThat(ports).isEmpty();
  }

  private ReservationReply reserve() {
    return connection.send(
        connection.prepare(ReservationFixture.SEVEN_ON_COURT_1, AtriumFixture.TOKEN), Instant.MAX);
  }

  private void refuse(HttpExchange exchange) throws IOException {
    ports.add(exchange.getRemoteAddress().getPort());
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(404, -1);
    exchange.close();
  }
}
