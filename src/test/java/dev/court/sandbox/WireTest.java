package dev.court.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.court.booking.SetupProblem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WireTest {
  private final SetClock clock = new SetClock("2026-01-02T03:04:05Z");
  private final Sandbox sandbox = Sandbox.start(SandboxOptions.at(clock));

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void dates_its_answers_by_its_own_clock() throws Exception {
    String answer = talk("GET / HTTP/1.1\r\nConnection: close\r\n\r\n");

    assertThat(answer)
        .startsWith("HTTP/1.1 404 Not Found\r\nDate: Fri, 02 Jan 2026 03:04:05 GMT\r\n");
  }

  @Test
  void answers_request_after_request_on_one_connection() throws Exception {
    String answer =
        talk(
            "GET /a HTTP/1.1\r\n\r\nGET /b HTTP/1.1\nconnection: close\n\nGET /c HTTP/1.1\r\n\r\n");

    assertThat(answer.split("HTTP/1.1 404", -1)).hasSize(3);
    assertThat(sandbox.requests()).extracting(ReceivedRequest::path).containsExactly("/a", "/b");
  }

  @ParameterizedTest
  @CsvSource({
    "'\u0016\u0003\u0001 garbage\r\n\r\n', 400",
    "'GET http://elsewhere/ HTTP/1.1\r\n\r\n', 400",
    "'GET / HTTP/2\r\n\r\n', 400",
    "'GET / HTTP/1.1\r\nno colon\r\n\r\n', 400",
    "'POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n', 400",
    "'POST / HTTP/1.1\r\nContent-Length: 999999999\r\n\r\n', 413",
    "'POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n', 411"
  })
  void refuses_what_is_no_request(String request, int status) throws Exception {
    assertThat(talk(request)).startsWith("HTTP/1.1 " + status + " ").contains("Connection: close");
    assertThat(sandbox.requests()).isEmpty();
  }

  @Test
  void refuses_endless_headers() throws Exception {
    assertThat(talk("GET / HTTP/1.1\r\nx: " + "y".repeat(40_000))).startsWith("HTTP/1.1 431 ");
  }

  @Test
  void hangs_up_unannounced_on_demand() throws Exception {
    sandbox.faults().add("hang-up@any=1");

    assertThat(talk("GET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\r\n"))
        .containsOnlyOnce("HTTP/1.1 404 ")
        .doesNotContain("Connection: close");
  }

  @Test
  void bears_a_client_that_leaves_in_the_middle() throws Exception {
    try (Socket socket = connect()) {
      socket.getOutputStream().write("GET / HT".getBytes(StandardCharsets.US_ASCII));
    }
    try (Socket socket = connect()) {
      socket.setSoLinger(true, 0);
    }

    assertThat(new SandboxClient(sandbox).list("").statusCode()).isEqualTo(200);
  }

  @Test
  void listens_on_loopback_only() {
    assertThat(sandbox.apiUrl()).hasHost("127.0.0.1").hasPath("/api/v1");
    assertThat(sandbox.authUrl()).hasHost("127.0.0.1").hasPath("/realms/my-tfc");
  }

  @Test
  void says_when_the_port_is_in_use() {
    int port = sandbox.apiUrl().getPort();

    assertThatThrownBy(
            () -> Sandbox.start(SandboxOptions.at(InstantSource.system()).withPort(port)))
        .isInstanceOf(SetupProblem.class)
        .hasMessageStartingWith("port " + port + " cannot be used");
    assertThatThrownBy(
            () -> Sandbox.start(SandboxOptions.at(InstantSource.system()).withPort(70_000)))
        .isInstanceOf(SetupProblem.class);
  }

  @Test
  @Timeout(300)
  void stops_at_once_even_in_the_middle_of_an_answer() throws Exception {
    sandbox.faults().add("answer-latency=1h");
    CompletableFuture<?> answer = new SandboxClient(sandbox).postAsync("{}");
    while (sandbox.requests().isEmpty()) {
      Thread.onSpinWait();
    }

    sandbox.close();

    assertThatThrownBy(answer::join)
        .hasCauseInstanceOf(IOException.class)
        .cause()
        .isNotInstanceOf(HttpTimeoutException.class);
    awaitClosedPort();
  }

  /** The system closes the port once the thread that accepts there has woken. */
  private void awaitClosedPort() {
    while (isOpen()) {
      Thread.onSpinWait();
    }
  }

  private boolean isOpen() {
    try (Socket socket = connect()) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private String talk(String request) throws IOException {
    try (Socket socket = connect()) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Socket connect() throws IOException {
    return new Socket(
        InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), sandbox.apiUrl().getPort());
  }
}
