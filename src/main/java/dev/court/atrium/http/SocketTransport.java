package dev.court.atrium.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * An open connection, with TLS where the address asks for it. It stands on a channel: a thread that
 * waits on one can be interrupted, and a look at it tells whether the server has hung up.
 */
final class SocketTransport {
  private static final String HTTPS = "https";
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final SocketChannel channel;
  private final Socket socket;

  private SocketTransport(SocketChannel channel, Socket socket) {
    this.channel = channel;
    this.socket = socket;
  }

  /** Tries each address that the name has. */
  static SocketTransport open(URI server, Duration limit) throws IOException {
    // brackets are how a URL writes an IPv6 address
    String host = server.getHost().replaceAll("[\\[\\]]", "");
    boolean isTls = HTTPS.equalsIgnoreCase(server.getScheme());
    int usual = isTls ? HTTPS_PORT : HTTP_PORT;
    int port = server.getPort() < 0 ? usual : server.getPort();
    SocketChannel channel = connected(host, port, limit);
    try {
      return new SocketTransport(
          channel, isTls ? secured(channel.socket(), host, port, limit) : channel.socket());
    } catch (IOException | RuntimeException e) {
      closeQuietly(channel, e);
      throw e;
    }
  }

  private static SocketChannel connected(String host, int port, Duration limit) throws IOException {
    IOException first = null;
    for (InetAddress address : InetAddress.getAllByName(host)) {
      SocketChannel channel = SocketChannel.open();
      try {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.socket().connect(new InetSocketAddress(address, port), (int) limit.toMillis());
        return channel;
      } catch (IOException e) {
        closeQuietly(channel, e);
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    throw first == null ? new UnknownHostException(host) : first;
  }

  private static Socket secured(Socket plain, String host, int port, Duration limit)
      throws IOException {
    SSLSocket socket =
        (SSLSocket) context().getSocketFactory().createSocket(plain, host, port, true);
    SSLParameters parameters = socket.getSSLParameters();
    // without it, any trusted certificate would do for any host
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.setSoTimeout((int) limit.toMillis());
    socket.startHandshake();
    return socket;
  }

  private static SSLContext context() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** What comes, to be read within {@code limit} from now in all, and not from byte to byte. */
  InputStream answers(Duration limit) throws IOException {
    return new DeadlineStream(socket, socket.getInputStream(), System.nanoTime() + limit.toNanos());
  }

  /**
   * Whether the server still listens, as far as this end was told: what lies there between two
   * answers is its goodbye, or the end. (Tickets of TLS come with the first answer.)
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

  /** Without a goodbye, which could block. */
  void close() {
    closeQuietly(channel, null);
  }

  private static void closeQuietly(SocketChannel channel, Exception cause) {
    try {
      channel.close();
    } catch (IOException e) {
      if (cause != null) {
        cause.addSuppressed(e);
      }
    }
  }

  /** Gives up when the time for all of it is over, however steadily it drips. */
  private static final class DeadlineStream extends InputStream {
    private static final long NANOS_PER_MS = 1_000_000;

    private final Socket socket;
    private final InputStream in;
    private final long deadlineNanos;

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
}
