package dev.court.atrium.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class ConnectionTest {
  private static final String REQUEST = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n";
  private static final String BOOKED =
      "HTTP/1.1 201 Created\r\nContent-Length: 8\r\n\r\n{\"id\":7}";
  private static final String TAKEN = "HTTP/1.1 400 Bad Request\r\nContent-Length: 2\r\n\r\nno";

  private final IdleLimit idleLimit = new IdleLimit(IdleLimit.SHORTEST);
  private final Scripted server;
  private final Connection connection;

  ConnectionTest() throws IOException {
    server = new Scripted();
    connection =
        new Connection(
            new Dialer(server.address(), new Semaphore(1)), HttpLimits.DEFAULT, idleLimit);
  }

  @AfterEach
  void end() throws IOException {
    connection.close();
    server.close();
  }

  @Test
  void sends_the_bytes_as_they_are_and_reads_the_answer() throws IOException {
    server.onNextConnection(BOOKED);

    HttpAnswer answer = exchange();

    assertThat(answer)
        .isEqualTo(new HttpAnswer(201, Map.of("Content-Length", List.of("8")), "{\"id\":7}"))
        .hasToString("HTTP 201");
    assertThat(server.received()).containsExactly(REQUEST);
  }

  @Test
  void one_connection_serves_one_request_after_the_other() throws IOException {
    server.onNextConnection(TAKEN, BOOKED);

    exchange();

    assertThat(exchange().status()).isEqualTo(201);
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void a_connection_that_the_server_gave_up_is_noticed_before_anything_is_sent()
      throws IOException, InterruptedException {
    server.onNextConnection(TAKEN, Scripted.HANG_UP);
    server.onNextConnection(BOOKED);
    exchange();
    server.awaitHangUp();

    assertThat(exchange().status()).isEqualTo(201);
    assertThat(server.received()).hasSize(2);
  }

  @Test
  void a_connection_that_the_server_would_end_for_being_idle_is_to_be_used_where_there_is_time()
      throws IOException {
    connection.connect();
    assertThat(connection.wantsUse(Duration.ofSeconds(1), Duration.ofHours(1))).isFalse();

    idleLimit.ended(Duration.ofSeconds(1).toNanos());
    assertThat(connection.wantsUse(Duration.ofSeconds(1), Duration.ofHours(1))).isFalse();
    idleLimit.ended(Duration.ofSeconds(1).toNanos());

    assertThat(connection.wantsUse(Duration.ofSeconds(1), Duration.ofHours(1))).isTrue();
    assertThat(connection.wantsUse(Duration.ofSeconds(1), Duration.ZERO)).isFalse();
    assertThat(connection.wantsUse(Duration.ofMinutes(-1), Duration.ofHours(1))).isFalse();
  }

  @Test
  void nothing_is_sent_again_when_the_server_hangs_up_on_a_request() throws IOException {
    server.onNextConnection(TAKEN, "HTTP/1.1 201 Crea", Scripted.HANG_UP);
    exchange();

    assertThatThrownBy(this::exchange).isInstanceOf(IOException.class);
    assertThat(server.received()).hasSize(2);
    assertThat(server.connections()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"id\":7}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{\"id\":7}\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{\"id\":7}\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{\"id\":7}",
        "HTTP/1.1 two OK\r\n\r\n",
        "SSH-2.0-OpenSSH_9.2\r\n",
        "\u0000\u0001\u0002"
      })
  void half_an_answer_and_garbage_are_none(String answer) throws IOException {
    server.onNextConnection(answer, Scripted.HANG_UP);

    assertThatThrownBy(this::exchange).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        HTTP/1.1 200 OK\r
        Transfer-Encoding: chunked\r
        \r
        4\r
        {"id\r
        4\r
        ":7}\r
        0\r
        \r
        """,
        """
        HTTP/1.1 103 Early Hints\r
        Link: x\r
        \r
        HTTP/1.1 200 OK\r
        Content-Length: 8\r
        \r
        {"id":7}""",
        "HTTP/1.0 200 OK\r\n\r\n{\"id\":7}",
        "HTTP/1.1 200\r\nContent-Length: 8\r\n\r\n{\"id\":7}"
      })
  void an_answer_may_come_in_each_shape_that_http_has(String answer) throws IOException {
    server.onNextConnection(answer, Scripted.HANG_UP);

    assertThat(exchange().body()).isEqualTo("{\"id\":7}");
  }

  @Test
  void an_answer_without_a_body_is_not_waited_for() throws IOException {
    server.onNextConnection("HTTP/1.1 204 No Content\r\n\r\n");

    assertThat(exchange().body()).isEmpty();
  }

  @Test
  void a_server_that_hangs_up_after_each_answer_is_connected_to_anew() throws IOException {
    server.onNextConnection("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    server.onNextConnection(BOOKED);

    exchange();

    assertThat(connection.isConnected()).isFalse();
    assertThat(exchange().status()).isEqualTo(201);
  }

  @Test
  void an_answer_that_drips_is_given_up_when_its_time_is_over() throws IOException {
    server.onNextConnection("HTTP/1.1 200 OK\r\nContent-Le");
    try (Connection impatient =
        new Connection(
            new Dialer(server.address(), new Semaphore(1)),
            new HttpLimits(Duration.ofSeconds(10), Duration.ofMillis(200)),
            idleLimit)) {
      impatient.connect();

      assertThatThrownBy(() -> exchange(impatient)).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void an_interruption_ends_the_wait() throws IOException {
    connection.connect();
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> connection.receive(HttpLimits.DEFAULT.answer()))
        .isInstanceOf(IOException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void closing_ends_the_wait_of_another_thread() throws Exception {
    connection.connect();
    Thread waiting = new Thread(() -> assertThatThrownBy(this::exchange).isNotNull());
    waiting.start();

    connection.close();

    waiting.join();
    assertThatThrownBy(connection::connect).hasMessage("closed");
  }

  @Test
  void a_host_that_nobody_knows_is_said_to_be_one() {
    try (Connection nowhere =
        new Connection(
            new Dialer(URI.create("https://nobody.invalid/"), new Semaphore(1)),
            HttpLimits.DEFAULT,
            idleLimit)) {
      assertThatThrownBy(nowhere::connect).isInstanceOf(UnknownHostException.class);
    }
  }

  private HttpAnswer exchange() throws IOException {
    return exchange(connection);
  }

  private static HttpAnswer exchange(Connection connection) throws IOException {
    connection.connect();
    connection.send(REQUEST.getBytes(US_ASCII));
    return connection.receive(HttpLimits.DEFAULT.answer());
  }
}
