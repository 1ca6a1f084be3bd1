package dev.court;

import java.io.IOException;

/** A thread of what stands between a program and its server. It ends when one end hangs up. */
final class SocketThread {
  private SocketThread() {}

  /** Work with sockets. */
  interface SocketWork {
    void run() throws IOException;
  }

  static void start(String name, SocketWork work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // One end has hung up.
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }
}
