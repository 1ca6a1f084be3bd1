package dev.court.store.dialect;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.util.Map;
import javax.net.SocketFactory;

/**
 * Makes sockets that notice within three seconds that nothing comes through any more, also while
 * they wait for an answer that may come in an hour: whoever stands by for another machine must not
 * wait on a line that is dead. The system's own time for that is two hours. Made by the driver,
 * which is why it is public.
 */
public final class WatchedSockets extends SocketFactory {
  /** Not each system has them; the names are those of {@code jdk.net.ExtendedSocketOptions}. */
  private static final Map<String, Integer> OPTIONS =
      Map.of("TCP_KEEPIDLE", 1, "TCP_KEEPINTERVAL", 1, "TCP_KEEPCOUNT", 2);

  /** For the driver. */
  public WatchedSockets() {
    // Nothing to be kept.
  }

  @Override
  public Socket createSocket() throws IOException {
    Socket socket = new Socket();
    for (SocketOption<?> option : socket.supportedOptions()) {
      Integer value = OPTIONS.get(option.name());
      if (value != null && option.type() == Integer.class) {
        set(socket, option, value);
      }
    }
    return socket;
  }

  @SuppressWarnings("unchecked") // its type was looked at
  private static void set(Socket socket, SocketOption<?> option, Integer value) throws IOException {
    socket.setOption((SocketOption<Integer>) option, value);
  }

  /** The driver connects by itself, since that has a limit. */
  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
    throw new UnsupportedOperationException();
  }
}
