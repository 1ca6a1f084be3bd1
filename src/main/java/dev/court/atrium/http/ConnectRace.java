package dev.court.atrium.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Attempts to open one connection, of which the first that succeeds counts. One thread waits. */
final class ConnectRace {
  private final CompletableFuture<SocketTransport> first = new CompletableFuture<>();
  private final List<SocketConnector> running = new ArrayList<>();
  private boolean isEnded;
  private boolean isTaken;

  /** Begins one more attempt. */
  synchronized void enter(SocketConnector attempt) {
    running.add(attempt);
    Thread thread = new Thread(() -> run(attempt), "court-connect");
    thread.setDaemon(true);
    thread.start();
  }

  private void run(SocketConnector attempt) {
    try {
      won(attempt, attempt.connect());
    } catch (IOException | RuntimeException e) {
      lost(attempt, e);
    }
  }

  private synchronized void won(SocketConnector attempt, SocketTransport open) {
    running.remove(attempt);
    if (isEnded || !first.complete(open)) {
      open.close();
    }
  }

  /** The failure counts when no other attempt is left. */
  private synchronized void lost(SocketConnector attempt, Exception trouble) {
    running.remove(attempt);
    if (running.isEmpty()) {
      first.completeExceptionally(trouble);
    }
  }

  /** Waits until there is a connection, or none to come; returns whether that is so. */
  boolean isOver(TimeLimit limit) throws IOException {
    try {
      wait(limit);
      return true;
    } catch (ExecutionException e) {
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  /**
   * Waits for the first connection.
   *
   * @throws IOException why there is none
   */
  SocketTransport winner(TimeLimit limit) throws IOException {
    try {
      SocketTransport open = wait(limit);
      isTaken = true;
      return open;
    } catch (TimeoutException e) {
      SocketTimeoutException late = new SocketTimeoutException("no connection in time");
      late.initCause(e);
      throw late;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException trouble ? trouble : new IOException(e.getCause());
    }
  }

  private SocketTransport wait(TimeLimit limit)
      throws IOException, ExecutionException, TimeoutException {
    try {
      return first.get(Math.max(0, limit.leftNanos()), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  /** Breaks off what is under way, and closes what was not taken. */
  synchronized void end() {
    isEnded = true;
    running.forEach(SocketConnector::cancel);
    if (!isTaken && first.isDone() && !first.isCompletedExceptionally()) {
      first.join().close();
    }
  }
}
