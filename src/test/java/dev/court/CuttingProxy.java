package dev.court;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a program and its server, and cuts the line after a word has gone through. */
public final class CuttingProxy implements AutoCloseable {
  private final ServerSocket listener;
  private final int target;
  private final String word;
  private final AtomicInteger cuts = new AtomicInteger();

  /** Listens at once; cuts nothing yet. */
  public CuttingProxy(int target, String word) {
    this.target = target;
    this.word = word;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SocketThread.start("proxy", this::serve);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** The next so many times that the word goes through, its answer is lost. */
  public void cut(int times) {
    cuts.set(times);
  }

  private void serve() throws IOException {
    while (true) {
      Socket client = listener.accept();
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      SocketThread.start("proxy", () -> answers(server, client));
      SocketThread.start("proxy", () -> questions(client, server));
    }
  }

  private void questions(Socket client, Socket server) throws IOException {
    try (client;
        server) {
      InputStream in = client.getInputStream();
      OutputStream out = server.getOutputStream();
      byte[] part = new byte[8192];
      for (int read = in.read(part); read >= 0; read = client.isClosed() ? -1 : in.read(part)) {
        boolean isLast =
            new String(part, 0, read, ISO_8859_1).contains(word)
                && cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        if (isLast) {
          client.close();
        }
        out.write(part, 0, read);
      }
    }
  }

  private static void answers(Socket server, Socket client) throws IOException {
    server.getInputStream().transferTo(client.getOutputStream());
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
