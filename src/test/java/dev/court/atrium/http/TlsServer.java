package dev.court.atrium.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A server of the JDK's TLS, which hands out a session ticket after each handshake of TLS 1.3. */
final class TlsServer implements AutoCloseable {
  private final ServerSocket server;
  private final SSLContext context;
  private final Conduct conduct;
  private final String protocol;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch ended = new CountDownLatch(1);

  /** What it does with a connection. */
  enum Conduct {
    /** Answers, and keeps it open. */
    KEEPS,
    /** Answers, says so, and ends it. */
    CLOSES,
    /** Ends it after the handshake, with TLS's farewell and the end of the stream. */
    SAYS_GOODBYE,
    /** The farewell of TLS alone; the stream goes on. */
    SAYS_GOODBYE_AND_STAYS,
    /** Breaks it off after the handshake. */
    RESETS
  }

  TlsServer(SSLContext context, String protocol, Conduct conduct) throws IOException {
    this.context = context;
    this.protocol = protocol;
    this.conduct = conduct;
    server = new ServerSocket();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    start(this::acceptAll);
  }

  URI address() {
    return URI.create("https://localhost:" + server.getLocalPort() + "/");
  }

  int connections() {
    return open.size();
  }

  int requests() {
    return requests.get();
  }

  /** Waits until it has ended a connection. */
  void awaitEnd() throws InterruptedException {
    ended.await();
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket client = server.accept();
        open.add(client);
        start(() -> serve(client));
      }
    } catch (IOException e) {
      // the test is over
    }
  }

  private void serve(Socket plain) {
    try {
      SSLSocket client =
          (SSLSocket) context.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
      client.setUseClientMode(false);
      client.setEnabledProtocols(new String[] {protocol});
      client.startHandshake();
      if (isEnded(client, plain)) {
        ended.countDown();
      } else {
        answerAll(client);
      }
    } catch (IOException e) {
      // hung up on
    }
  }

  private boolean isEnded(SSLSocket client, Socket plain) throws IOException {
    switch (conduct) {
      case SAYS_GOODBYE -> client.close();
      case SAYS_GOODBYE_AND_STAYS -> client.shutdownOutput();
      case RESETS -> {
        awaitHandshakeOf(client);
        plain.setSoLinger(true, 0);
        plain.close();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** A reset that overtakes the end of the handshake would be a failed handshake. */
  private static void awaitHandshakeOf(SSLSocket client) throws IOException {
    client.setSoTimeout(200);
    try {
      int unused = client.getInputStream().read();
    } catch (SocketTimeoutException e) {
      // the client is through, and sends nothing
    }
  }

  private void answerAll(SSLSocket client) throws IOException {
    InputStream in = new BufferedInputStream(client.getInputStream());
    boolean isKept = conduct == Conduct.KEEPS;
    do {
      readHead(in);
      requests.incrementAndGet();
      String close = isKept ? "" : "Connection: close\r\n";
      client
          .getOutputStream()
          .write(
              ("HTTP/1.1 200 OK\r\n" + close + "Content-Length: 2\r\n\r\nok")
                  .getBytes(StandardCharsets.US_ASCII));
    } while (isKept);
    client.close();
  }

  private static void readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int one = in.read();
      if (one < 0) {
        throw new IOException("hung up on");
      }
      head.append((char) one);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "tls-server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket client : open) {
      client.close();
    }
  }
}
