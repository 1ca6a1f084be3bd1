package dev.court;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;
import javax.net.ServerSocketFactory;

/** Stands before a sandbox, with TLS or without, and hands on what comes, each way. */
public final class Doorway implements AutoCloseable {
  private static final int BACKLOG = 1000;

  private final ServerSocket entrance;
  private final int target;
  private final IntConsumer porter;
  private volatile Duration patience = Duration.ZERO;
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  private Doorway(ServerSocketFactory sockets, int target, IntConsumer porter) throws IOException {
    this.entrance = sockets.createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    this.target = target;
    this.porter = porter;
    start(this::acceptAll);
  }

  /** A door with TLS 1.3. */
  public static Doorway tls(Certificate certificate, URI server) {
    return tls(certificate, server, number -> {});
  }

  /**
   * The same.
   *
   * @param porter is told the number of each connection, from 1, before its handshake, which waits
   *     for him
   */
  public static Doorway tls(Certificate certificate, URI server, IntConsumer porter) {
    try {
      return new Doorway(certificate.context().getServerSocketFactory(), server.getPort(), porter);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A door without TLS.
   *
   * @param porter is told the number of each connection, from 1, which waits for him
   */
  public static Doorway open(URI server, IntConsumer porter) {
    try {
      return new Doorway(ServerSocketFactory.getDefault(), server.getPort(), porter);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where that address of the server is through this door without TLS. */
  public String plainAddress(URI inside) {
    return "http://127.0.0.1:%s%s"
        .formatted(Integer.toString(entrance.getLocalPort()), inside.getPath());
  }

  /** Where that address of the server is through this door. */
  public String address(URI inside) {
    return "https://localhost:%s%s"
        .formatted(Integer.toString(entrance.getLocalPort()), inside.getPath());
  }

  /** From now on a connection ends when nothing has come through it from outside for so long. */
  public Doorway closingIdle(Duration patience) {
    this.patience = patience;
    return this;
  }

  /** Ends all connections, as a server does that is tired of them. */
  public void hangUp() {
    open.forEach(one -> tried(one::close));
  }

  public int connections() {
    return open.size();
  }

  private void acceptAll() throws IOException {
    while (true) {
      Socket near = entrance.accept();
      near.setTcpNoDelay(true);
      open.add(near);
      int number = open.size();
      start(() -> letIn(near, number));
    }
  }

  private void letIn(Socket near, int number) throws IOException {
    porter.accept(number);
    Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
    far.setTcpNoDelay(true);
    start(() -> pass(far, near));
    near.setSoTimeout(Math.toIntExact(patience.toMillis()));
    pass(near, far);
  }

  private static void pass(Socket from, Socket to) throws IOException {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    }
  }

  private interface Work {
    void run() throws IOException, GeneralSecurityException;
  }

  private static void start(Work work) {
    Thread thread = new Thread(() -> tried(work), "doorway");
    thread.setDaemon(true);
    thread.start();
  }

  private static void tried(Work work) {
    try {
      work.run();
    } catch (IOException | GeneralSecurityException e) {
      // one of the two has hung up, or the test is over
    }
  }

  @Override
  public void close() {
    tried(entrance::close);
    hangUp();
  }
}
