package dev.court.atrium.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Reads from a socket within a limit for the whole, however steadily single bytes arrive. */
final class DeadlineStream extends InputStream {
  private final Socket socket;
  private final InputStream in;
  private final TimeLimit limit;

  DeadlineStream(Socket socket, InputStream in, TimeLimit limit) {
    this.socket = socket;
    this.in = in;
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (limit.isOver()) {
      throw new SocketTimeoutException("no whole answer in time");
    }
    socket.setSoTimeout(limit.leftMs());
    return in.read(bytes, from, length);
  }
}
