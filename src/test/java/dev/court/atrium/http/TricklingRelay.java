package dev.court.atrium.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands before a server and hands on what it says byte by byte, with a pause after each. */
final class TricklingRelay implements AutoCloseable {
  private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final URI server;
  private final Duration pause;

  TricklingRelay(URI server, Duration pause) throws IOException {
    this.server = server;
    this.pause = pause;
    start(this::acceptAll);
  }

  URI address() {
    return URI.create(
        server.getScheme() + "://localhost:" + Integer.toString(entrance.getLocalPort()) + "/");
  }

  private void acceptAll() throws IOException, InterruptedException {
    while (true) {
      Socket near = entrance.accept();
      Socket far = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
      near.setTcpNoDelay(true);
      open.addAll(List.of(near, far));
      start(() -> near.getInputStream().transferTo(far.getOutputStream()));
      start(() -> trickle(far.getInputStream(), near.getOutputStream()));
    }
  }

  private void trickle(InputStream from, OutputStream to) throws IOException, InterruptedException {
    for (int one = from.read(); one >= 0; one = from.read()) {
      to.write(one);
      Thread.sleep(pause.toMillis());
    }
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException | InterruptedException e) {
                // the test is over
              }
            },
            "relay");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    for (Socket one : open) {
      one.close();
    }
  }
}
