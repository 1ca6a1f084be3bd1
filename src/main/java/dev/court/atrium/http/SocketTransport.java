package dev.court.atrium.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * An open connection. It stands on a channel: a thread that waits on one can be interrupted, and a
 * look at it tells whether the server has ended the connection.
 */
final class SocketTransport {
  private final SocketChannel channel;
  private final Socket socket;

  /**
   * @param socket the channel's own, or TLS on top of it
   */
  SocketTransport(SocketChannel channel, Socket socket) {
    this.channel = channel;
    this.socket = socket;
  }

  void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** What the server sends, to be read to its end within {@code limit}. */
  InputStream answers(TimeLimit limit) throws IOException {
    return new DeadlineStream(socket, socket.getInputStream(), limit);
  }

  /**
   * Whether the server still listens, as far as this end was told. Takes microseconds, and one
   * millisecond where a session ticket has come.
   */
  boolean isAlive() {
    try {
      return hasArrived() ? isOnlyTls() : !isEnded();
    } catch (IOException e) {
      return false;
    }
  }

  private boolean hasArrived() throws IOException {
    return channel.socket().getInputStream().available() > 0;
  }

  /**
   * Whether what has arrived is nothing but messages of TLS itself. Between two answers a server
   * sends no data, but TLS 1.3 sends session tickets when it likes (RFC 8446, 4.6.1), encrypted as
   * a farewell is: only TLS can tell them apart, so it reads them.
   */
  private boolean isOnlyTls() throws IOException {
    if (socket == channel.socket()) {
      return false;
    }
    try {
      socket.setSoTimeout(1);
      int unused = socket.getInputStream().read();
      return false;
    } catch (SocketTimeoutException e) {
      return true;
    }
  }

  /** A byte that comes at this very moment counts as the end too, since TLS would miss it. */
  private boolean isEnded() throws IOException {
    channel.configureBlocking(false);
    try {
      return channel.read(ByteBuffer.allocate(1)) != 0;
    } finally {
      channel.configureBlocking(true);
    }
  }

  /** Without the farewell of TLS, which could block. */
  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The connection is of no more use either way.
    }
  }
}
