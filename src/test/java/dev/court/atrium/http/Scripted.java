package dev.court.atrium.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A server that says what it was told to, connection by connection, whatever it is asked. */
final class Scripted implements AutoCloseable {
  /** In a script: hang up. */
  static final String HANG_UP = "";

  private final ServerSocket socket;
  private final ConcurrentLinkedQueue<List<String>> scripts = new ConcurrentLinkedQueue<>();
  private final List<String> received = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final CountDownLatch hungUp = new CountDownLatch(1);

  Scripted() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "scripted");
    thread.setDaemon(true);
    thread.start();
  }

  /** On the next connection, one answer for each request; then nothing more is said. */
  void onNextConnection(String... answers) {
    scripts.add(List.of(answers));
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  List<String> received() {
    return received;
  }

  int connections() {
    return open.size();
  }

  /** Waits until it has hung up on somebody. */
  void awaitHangUp() throws InterruptedException {
    hungUp.await();
  }

  private void serve() {
    try {
      while (true) {
        Socket client = socket.accept();
        open.add(client);
        List<String> script = scripts.poll();
        Thread thread = new Thread(() -> answer(client, script), "scripted-connection");
        thread.setDaemon(true);
        thread.start();
      }
    } catch (IOException e) {
      // the test is over
    }
  }

  private void answer(Socket client, List<String> script) {
    try {
      for (String answer : script == null ? List.<String>of() : script) {
        if (answer.equals(HANG_UP)) {
          client.close();
          hungUp.countDown();
          return;
        }
        received.add(request(client.getInputStream()));
        client.getOutputStream().write(answer.getBytes(ISO_8859_1));
      }
    } catch (IOException e) {
      // hung up on
    }
  }

  /** Whatever has arrived: the requests of these tests come in one piece. */
  private static String request(InputStream in) throws IOException {
    byte[] bytes = new byte[8192];
    int length = in.read(bytes);
    if (length < 0) {
      throw new IOException("hung up on");
    }
    return new String(bytes, 0, length, ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket client : open) {
      client.close();
    }
  }
}
