package dev.court;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A pooler in transaction mode, as PgBouncer is one: all clients share one session of the server,
 * each from the beginning of a transaction to its end.
 */
public final class TransactionPooler implements AutoCloseable {
  private static final int SSL_REQUEST = 80877103;
  private static final int GSS_REQUEST = 80877104;

  private final ServerSocket listener;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final byte[] greeting;

  /** Holds the session of the server at once, and listens. */
  public TransactionPooler(int target, String user) {
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      in = new DataInputStream(server.getInputStream());
      out = new DataOutputStream(server.getOutputStream());
      byte[] startup = ("user\0" + user + "\0database\0postgres\0\0").getBytes(UTF_8);
      out.writeInt(startup.length + 8);
      out.writeInt(3 << 16);
      out.write(startup);
      greeting = greeting();
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SocketThread.start("pooler", this::serve);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** What the server says at the start, with another name for the session, as PgBouncer does. */
  private byte[] greeting() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    DataOutputStream copy = new DataOutputStream(all);
    for (int type = 0; type != 'Z'; ) {
      type = in.readUnsignedByte();
      byte[] body = in.readNBytes(in.readInt() - 4);
      if (type == 'K') {
        body[0] = 77;
      }
      write(copy, type, body);
    }
    return all.toByteArray();
  }

  private void serve() throws IOException {
    while (true) {
      Socket client = listener.accept();
      SocketThread.start("pooler", () -> serve(client));
    }
  }

  private void serve(Socket client) throws IOException {
    try (client) {
      DataInputStream asked = new DataInputStream(client.getInputStream());
      DataOutputStream answer = new DataOutputStream(client.getOutputStream());
      welcome(asked, answer);
      while (true) {
        int type = asked.readUnsignedByte();
        if (type == 'X') {
          return;
        }
        transaction(type, asked, answer);
      }
    }
  }

  private void welcome(DataInputStream asked, DataOutputStream answer) throws IOException {
    byte[] body = asked.readNBytes(asked.readInt() - 4);
    int code = new DataInputStream(new ByteArrayInputStream(body)).readInt();
    if (code == SSL_REQUEST || code == GSS_REQUEST) {
      answer.writeByte('N');
      welcome(asked, answer);
    } else {
      answer.write(greeting);
    }
  }

  private synchronized void transaction(
      int firstType, DataInputStream asked, DataOutputStream answer) throws IOException {
    int type = firstType;
    while (true) {
      write(out, type, asked.readNBytes(asked.readInt() - 4));
      if ((type == 'S' || type == 'Q') && answered(answer)) {
        return;
      }
      type = asked.readUnsignedByte();
    }
  }

  /** Whether the transaction is over. */
  private boolean answered(DataOutputStream answer) throws IOException {
    while (true) {
      int type = in.readUnsignedByte();
      byte[] body = in.readNBytes(in.readInt() - 4);
      write(answer, type, body);
      if (type == 'Z') {
        return body[0] == 'I';
      }
    }
  }

  private static void write(DataOutputStream to, int type, byte[] body) throws IOException {
    to.writeByte(type);
    to.writeInt(body.length + 4);
    to.write(body);
  }

  @Override
  public void close() {
    try {
      listener.close();
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
