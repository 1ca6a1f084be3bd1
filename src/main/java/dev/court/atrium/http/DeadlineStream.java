package dev.court.atrium.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Reads from a socket until a deadline for the whole, however steadily single bytes arrive. */
final class DeadlineStream extends InputStream {
  private static final long NANOS_PER_MS = 1_000_000;

  private final Socket socket;
  private final InputStream in;
  private final long deadlineNanos;

  /**
   * @param deadlineNanos by {@link System#nanoTime()}
   */
  DeadlineStream(Socket socket, InputStream in, long deadlineNanos) {
    this.socket = socket;
    this.in = in;
    this.deadlineNanos = deadlineNanos;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    long left = deadlineNanos - System.nanoTime();
    if (left <= 0) {
      throw new SocketTimeoutException("no whole answer in time");
    }
    socket.setSoTimeout((int) ((left + NANOS_PER_MS - 1) / NANOS_PER_MS));
    return in.read(bytes, from, length);
  }
}
