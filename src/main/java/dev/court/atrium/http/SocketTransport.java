package dev.court.atrium.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;

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

  /** What the server sends, to be read to its end within {@code limit} from now. */
  InputStream answers(Duration limit) throws IOException {
    return new DeadlineStream(socket, socket.getInputStream(), System.nanoTime() + limit.toNanos());
  }

  /**
   * Whether the server still listens, as far as this end was told. Between two answers nothing is
   * to be read but the server's farewell or the end. (TLS tickets come with the first answer.)
   */
  boolean isAlive() {
    try {
      channel.configureBlocking(false);
      try {
        return channel.read(ByteBuffer.allocate(1)) == 0;
      } finally {
        channel.configureBlocking(true);
      }
    } catch (IOException e) {
      return false;
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
