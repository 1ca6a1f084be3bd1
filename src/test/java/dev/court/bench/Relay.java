package dev.court.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passes bytes on, between whoever connects and a port of this machine, each way after a delay. */
final class Relay implements AutoCloseable {
  private final ServerSocket server;
  private final int target;
  private final Duration delay;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private Relay(ServerSocket server, int target, Duration delay) {
    this.server = server;
    this.target = target;
    this.delay = delay;
  }

  /**
   * Starts one.
   *
   * @param server bound to a loopback port; closed with the relay
   */
  static Relay start(ServerSocket server, int target, Duration delay) {
    Relay relay = new Relay(server, target, delay);
    Pump.spawn(relay::acceptAll);
    return relay;
  }

  int port() {
    return server.getLocalPort();
  }

  private void acceptAll() {
    while (!server.isClosed()) {
      try {
        connect(server.accept());
      } catch (IOException e) {
        // closed, or somebody who was gone before being let in
      }
    }
  }

  private void connect(Socket near) throws IOException {
    open.add(near);
    Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
    open.add(far);
    near.setTcpNoDelay(true);
    far.setTcpNoDelay(true);
    new Pump(near, far, delay).start();
    new Pump(far, near, delay).start();
  }

  @Override
  public void close() {
    Pump.closeQuietly(server);
    open.forEach(Pump::closeQuietly);
  }
}
