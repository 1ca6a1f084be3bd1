package dev.court.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** How requests get to a sandbox. */
enum Route {
  /** Plain http on this machine. */
  LOOPBACK,
  /** Through something that ends TLS in front of the sandbox, as any real building has. */
  TLS,
  /** The same, and a line that holds each byte back for a while, each way. */
  FAR;

  static final Duration ONE_WAY = Duration.ofMillis(20);

  private static final int BACKLOG = 128;

  /** Lays the way to a sandbox at that port. */
  Way lay(int sandbox, Identity identity) throws IOException {
    if (this == LOOPBACK) {
      return new Way("http", sandbox, "", List.of());
    }
    Relay tls = Relay.start(identity.listen(), sandbox, Duration.ZERO);
    if (this == TLS) {
      return new Way("https", tls.port(), identity.javaOptions(), List.of(tls));
    }
    ServerSocket entrance = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    Relay line = Relay.start(entrance, tls.port(), ONE_WAY);
    return new Way("https", line.port(), identity.javaOptions(), List.of(line, tls));
  }

  /**
   * A way that was laid.
   *
   * @param javaOptions what a client needs to go it
   */
  record Way(String scheme, int port, String javaOptions, List<Relay> relays)
      implements AutoCloseable {

    /** Where that address of the sandbox is by this way. */
    URI url(URI address) {
      return URI.create("%s://127.0.0.1:%s%s".formatted(scheme, port, address.getPath()));
    }

    @Override
    public void close() {
      relays.forEach(Relay::close);
    }
  }
}
