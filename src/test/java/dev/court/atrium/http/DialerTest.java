package dev.court.atrium.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.court.Doorway;
import dev.court.WithTls;
import dev.court.atrium.http.TlsServer.Conduct;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Opening a connection to a server that is in no hurry. */
@Timeout(300)
class DialerTest extends WithTls {
  private static final TimeLimit LONG = TimeLimit.of(Duration.ofMinutes(1));

  @Test
  void a_second_attempt_overtakes_one_that_stalls() throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    try (Scripted server = new Scripted();
        Doorway door =
            Doorway.tls(certificate, server.address(), number -> stall(number == 1, over))) {
      SocketTransport open = dialer(door).dial(LONG);

      assertThat(open.isAlive()).isTrue();
      assertThat(door.connections()).isEqualTo(2);
      open.close();
      over.countDown();
    }
  }

  @Test
  void a_handshake_that_trickles_is_given_up_when_its_time_is_over() throws IOException {
    try (TlsServer server = new TlsServer(certificate.context(), "TLSv1.3", Conduct.KEEPS);
        TricklingRelay relay = new TricklingRelay(server.address(), Duration.ofMillis(100))) {
      Dialer dialer = new Dialer(relay.address(), new Semaphore(1));

      assertThatThrownBy(() -> dialer.dial(TimeLimit.of(Duration.ofMillis(600))))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void a_server_that_refuses_is_not_waited_for() throws IOException {
    int nobodys;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobodys = socket.getLocalPort();
    }

    assertThatThrownBy(
            () ->
                new Dialer(URI.create("https://localhost:" + nobodys + "/"), new Semaphore(1))
                    .dial(LONG))
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void an_answer_that_does_not_come_is_given_up_when_its_time_is_over() throws IOException {
    try (Scripted server = new Scripted();
        HttpTransport transport = AtriumFixture.patient();
        DedicatedConnection connection = transport.dedicated(server.address())) {
      PreparedRequest request =
          PreparedRequest.of(Requests.get(server.address(), AtriumFixture.TOKEN));

      Exchange exchange = connection.exchange(request, Duration.ofMillis(300));

      assertThat(exchange).isInstanceOf(Exchange.Unanswered.class);
      assertThat(connection.sendOnly(request)).as("the connection is dropped").isEmpty();
    }
  }

  private static Dialer dialer(Doorway door) {
    return new Dialer(URI.create(door.address(URI.create("http://localhost/"))), new Semaphore(1));
  }

  private static void stall(boolean isTheOne, CountDownLatch over) {
    try {
      if (isTheOne) {
        over.await();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
