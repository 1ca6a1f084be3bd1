package dev.court.sandbox.http;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** One connection of a client, kept alive from request to request. */
public final class ServerConnection implements Runnable {
  private static final Duration LONGEST_IDLE = Duration.ofSeconds(75);
  private static final Duration LONGEST_LINGER = Duration.ofSeconds(1);

  private final Socket socket;
  private final Handler handler;
  private final InstantSource clock;

  ServerConnection(Socket socket, Handler handler, InstantSource clock) {
    this.socket = socket;
    this.handler = handler;
    this.clock = clock;
  }

  /** Answers requests; on a thread of the connection's own. */
  public interface Handler {
    OutgoingReply handle(Request request) throws InterruptedException;
  }

  @Override
  public void run() {
    try (socket) {
      // With Nagle's algorithm the answer's last packet may wait 40 ms for an acknowledgement.
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(Math.toIntExact(LONGEST_IDLE.toMillis()));
      serve();
    } catch (IOException e) {
      // The client is gone, and nobody else needs to know.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve() throws IOException, InterruptedException {
    RequestReader reader = new RequestReader(socket.getInputStream());
    ReplyWriter writer = new ReplyWriter(socket.getOutputStream(), clock);
    try {
      boolean open = true;
      while (open) {
        Optional<Request> request = reader.next();
        open = request.isPresent() && answer(request.get(), writer, reader);
      }
    } catch (Refusal e) {
      writer.whole(e.reply().with("Connection", "close"));
      linger(reader);
    }
  }

  /** Closing with unread input would reset the connection, and lose the answer. */
  private void linger(RequestReader reader) throws IOException {
    socket.shutdownOutput();
    socket.setSoTimeout(Math.toIntExact(LONGEST_LINGER.toMillis()));
    reader.drain();
  }

  /** Whether the connection stays open. */
  private boolean answer(Request request, ReplyWriter writer, RequestReader reader)
      throws IOException, InterruptedException {
    OutgoingReply sending = handler.handle(request);
    switch (sending.delivery()) {
      case WHOLE, HANG_UP -> send(sending.reply(), request, writer);
      case CUT -> writer.half(sending.reply());
      case STALLED -> {
        writer.head(sending.reply());
        reader.drain();
      }
      case NOTHING -> {}
    }
    return sending.delivery() == DeliveryMode.WHOLE && !wantsToClose(request);
  }

  private static void send(HttpReply reply, Request request, ReplyWriter writer)
      throws IOException {
    if (request.method().equals("HEAD")) {
      writer.head(reply);
    } else {
      writer.whole(reply);
    }
  }

  private static boolean wantsToClose(Request request) {
    return request.header("connection").filter("close"::equalsIgnoreCase).isPresent();
  }
}
