package dev.court.model;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks HTTP/1.1 on loopback, with a thread for each connection. */
final class ModelServer implements AutoCloseable {
  private final ServerSocket socket;
  private final Answers answers;
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  /** Says what is answered. */
  interface Answers {
    /** What goes back; empty when nothing is ever said. */
    Optional<Wire> answer(HttpRequestText request) throws InterruptedException;
  }

  /** A request as it arrived. */
  record HttpRequestText(String method, String path, String body) {}

  ModelServer(Answers answers) throws IOException {
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.answers = answers;
    start(this::accept);
  }

  String address() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "model-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        client.setTcpNoDelay(true);
        open.add(client);
        start(() -> serve(client));
      }
    } catch (IOException e) {
      // the evening is over
    }
  }

  private void serve(Socket client) {
    try {
      InputStream in = new BufferedInputStream(client.getInputStream());
      for (HttpRequestText request = next(in); request != null; request = next(in)) {
        Optional<Wire> answer = answers.answer(request);
        if (answer.isEmpty()) {
          return;
        }
        client.getOutputStream().write(answer.get().text().getBytes(UTF_8));
        if (!answer.get().isKept()) {
          break;
        }
      }
      client.close();
    } catch (IOException e) {
      // the client is gone
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpRequestText next(InputStream in) throws IOException {
    String first = line(in);
    if (first == null) {
      return null;
    }
    int length = 0;
    for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      }
    }
    String[] words = first.split(" ", -1);
    return new HttpRequestText(words[0], words[1], new String(in.readNBytes(length), UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        return null;
      }
      line.append((char) c);
    }
    return new String(line.toString().getBytes(ISO_8859_1), ISO_8859_1).stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket client : open) {
      client.close();
    }
  }
}
