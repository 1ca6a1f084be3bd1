package dev.court.atrium.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * One attempt to open a connection to a server, with TLS where its address asks for it. For one
 * thread, except {@link #cancel}.
 */
final class SocketConnector {
  private static final String HTTPS = "https";
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final String host;
  private final int port;
  private final boolean isTls;
  private final int firstAddress;
  private final TimeLimit limit;
  private volatile SocketChannel opening;
  private volatile boolean cancelled;

  /**
   * An attempt that has not begun.
   *
   * @param firstAddress which of the host's addresses to try first, so that two attempts differ
   * @param limit for all of it, but for the look-up of the name, which nothing can stop
   */
  SocketConnector(URI server, int firstAddress, TimeLimit limit) {
    // a URL writes an IPv6 address in brackets
    this.host = server.getHost().replaceAll("[\\[\\]]", "");
    this.isTls = HTTPS.equalsIgnoreCase(server.getScheme());
    int usual = isTls ? HTTPS_PORT : HTTP_PORT;
    this.port = server.getPort() < 0 ? usual : server.getPort();
    this.firstAddress = firstAddress;
    this.limit = limit;
  }

  /**
   * Tries each address that the host has.
   *
   * @throws IOException when none of them takes the connection, or the TLS handshake fails
   */
  SocketTransport connect() throws IOException {
    SocketChannel channel = connected();
    try {
      return new SocketTransport(channel, isTls ? secured(channel.socket()) : channel.socket());
    } catch (IOException | RuntimeException e) {
      closeAfter(e, channel);
      throw e;
    }
  }

  /** Breaks the attempt off; called by another thread. */
  void cancel() {
    cancelled = true;
    SocketChannel channel = opening;
    if (channel != null) {
      closeAfter(new ClosedChannelException(), channel);
    }
  }

  private SocketChannel connected() throws IOException {
    IOException first = null;
    InetAddress[] addresses = InetAddress.getAllByName(host);
    for (int i = 0; i < addresses.length && !cancelled; i++) {
      try {
        InetAddress address = addresses[(firstAddress + i) % addresses.length];
        // one that leads nowhere leaves time for the others
        return connected(address, limit.leftMs() / (addresses.length - i));
      } catch (IOException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    throw first == null ? new UnknownHostException(host) : first;
  }

  private SocketChannel connected(InetAddress address, int limitMs) throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      opening = channel;
      if (cancelled) {
        throw new ClosedChannelException();
      }
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.socket().connect(new InetSocketAddress(address, port), Math.max(1, limitMs));
      return channel;
    } catch (IOException e) {
      closeAfter(e, channel);
      throw e;
    }
  }

  private Socket secured(Socket plain) throws IOException {
    SSLSocket socket =
        (SSLSocket) context().getSocketFactory().createSocket(plain, host, port, true);
    SSLParameters parameters = socket.getSSLParameters();
    // without it, any trusted certificate would do for any host
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.setSoTimeout(limit.leftMs());
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

  private static void closeAfter(Exception trouble, SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      trouble.addSuppressed(e);
    }
  }
}
