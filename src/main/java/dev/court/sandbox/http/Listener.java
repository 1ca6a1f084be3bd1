package dev.court.sandbox.http;

import dev.court.booking.SetupProblem;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Takes connections on a loopback port. The JDK's own server is not used: it dates every answer by
 * the host's clock, and the tool reads the sandbox's clock from that date.
 */
public final class Listener implements AutoCloseable {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int BACKLOG = 128;

  private final ServerSocket server;
  private final InstantSource clock;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool(Listener::daemon);

  /**
   * Binds the port at once; connections wait until {@link #start}.
   *
   * @param port 0 for any that is free
   */
  public Listener(int port, InstantSource clock) {
    this.clock = clock;
    try {
      this.server = new ServerSocket(port, BACKLOG, InetAddress.getByAddress(LOOPBACK));
    } catch (IOException | IllegalArgumentException e) {
      throw new SetupProblem("port %s cannot be used (%s)".formatted(port, e.getMessage()), e);
    }
  }

  public int port() {
    return server.getLocalPort();
  }

  public void start(ServerConnection.Handler handler) {
    threads.execute(() -> acceptAll(handler));
  }

  /** Breaks off every connection and waiting answer. */
  @Override
  public void close() {
    threads.shutdownNow();
    closeQuietly(server);
    open.forEach(Listener::closeQuietly);
  }

  private void acceptAll(ServerConnection.Handler handler) {
    while (!server.isClosed()) {
      try {
        serve(server.accept(), handler);
      } catch (IOException e) {
        // The server is closed, or the client ended the connection before it was accepted.
      }
    }
  }

  private void serve(Socket socket, ServerConnection.Handler handler) {
    open.add(socket);
    ServerConnection connection = new ServerConnection(socket, handler, clock);
    try {
      threads.execute(() -> runToEnd(connection, socket));
    } catch (RejectedExecutionException e) {
      closeQuietly(socket);
    }
  }

  private void runToEnd(ServerConnection connection, Socket socket) {
    try {
      connection.run();
    } finally {
      open.remove(socket);
    }
  }

  private static void closeQuietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      // It is of no more use in any case.
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "sandbox");
    thread.setDaemon(true);
    return thread;
  }
}
