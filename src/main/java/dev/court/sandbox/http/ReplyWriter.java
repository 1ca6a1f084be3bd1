package dev.court.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Writes answers to a connection, dated by the sandbox's own clock. */
final class ReplyWriter {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Map<Integer, String> REASONS =
      Map.ofEntries(
          Map.entry(200, "OK"),
          Map.entry(201, "Created"),
          Map.entry(204, "No Content"),
          Map.entry(302, "Found"),
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(502, "Bad Gateway"),
          Map.entry(504, "Gateway Timeout"));

  private final OutputStream out;
  private final InstantSource clock;

  ReplyWriter(OutputStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  void whole(HttpReply reply) throws IOException {
    send(bytes(reply));
  }

  /** The headers alone, as they would be with the body: the answer to HEAD. */
  void head(HttpReply reply) throws IOException {
    send(head(reply, body(reply).length));
  }

  /** The answer without the second half of its body; without a body, without its last byte. */
  void half(HttpReply reply) throws IOException {
    byte[] all = bytes(reply);
    send(Arrays.copyOf(all, all.length - Math.max(1, body(reply).length / 2)));
  }

  private void send(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  private byte[] bytes(HttpReply reply) {
    byte[] body = body(reply);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head(reply, body.length));
    all.writeBytes(body);
    return all.toByteArray();
  }

  private byte[] head(HttpReply reply, int length) {
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(reply.status()).append(' ');
    head.append(REASONS.getOrDefault(reply.status(), "Status")).append("\r\n");
    head.append("Date: ").append(DATE.format(clock.instant())).append("\r\n");
    reply.headers().forEach((name, value) -> line(head, name, value));
    // 204 has no body and must not give a length (RFC 9110, 8.6)
    if (reply.status() != 204) {
      line(head, "Content-Length", Integer.toString(length));
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void line(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }

  private static byte[] body(HttpReply reply) {
    return reply.body().getBytes(StandardCharsets.UTF_8);
  }
}
