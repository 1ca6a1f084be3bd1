package dev.court.atrium.reservations;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.court.atrium.Line;
import dev.court.atrium.http.HttpTransport;
import dev.court.booking.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReservationConnectionTest {
  private final List<Integer> ports = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final HttpTransport line = Line.patient();
  private final ReservationConnection lane;

  ReservationConnectionTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::refuse);
    server.start();
    lane = Line.reservations("http://localhost:" + server.getAddress().getPort(), line).lane();
  }

  @AfterEach
  void end() {
    line.close();
    server.stop(0);
  }

  @Test
  void a_reservation_leaves_on_the_connection_that_was_warmed() {
    lane.sample(Line.TOKEN);
    lane.reserve(Line.SEVEN_ON_COURT_1, Line.TOKEN);

    assertThat(ports).hasSize(2);
    assertThat(ports.get(0)).isEqualTo(ports.get(1));
  }

  @Test
  void two_lanes_do_not_get_into_each_others_way() {
    try (ReservationConnection other =
        Line.reservations("http://localhost:" + server.getAddress().getPort(), line).lane()) {
      lane.sample(Line.TOKEN);
      other.sample(Line.TOKEN);
    }

    assertThat(ports).doesNotHaveDuplicates();
  }

  @Test
  void a_lane_that_was_left_sends_nothing() {
    lane.close();

    assertThat(lane.reserve(Line.SEVEN_ON_COURT_1, Line.TOKEN).answer())
        .isInstanceOf(Answer.NotSent.class);
    assertThat(ports).isEmpty();
  }

  private void refuse(HttpExchange exchange) throws IOException {
    ports.add(exchange.getRemoteAddress().getPort());
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(404, -1);
    exchange.close();
  }
}
