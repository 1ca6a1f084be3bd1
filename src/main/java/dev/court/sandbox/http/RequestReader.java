package dev.court.sandbox.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads requests off a connection (RFC 9112), one after the other. Bodies need a length. */
final class RequestReader {
  private static final int LONGEST_HEAD = 32 * 1024;
  private static final int LONGEST_BODY = 256 * 1024;

  private final InputStream in;
  private int headRead;

  RequestReader(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /**
   * The next request; empty when the client closed the connection.
   *
   * @throws Refusal when it is none, or too long
   */
  Optional<Request> next() throws IOException {
    headRead = 0;
    String line = line();
    if (line == null) {
      return Optional.empty();
    }
    String[] parts = line.split(" ", -1);
    if (parts.length != 3 || !parts[1].startsWith("/") || !parts[2].startsWith("HTTP/1.")) {
      throw Refusal.detail(400, "Malformed request line.");
    }
    Map<String, String> headers = headers();
    return Optional.of(new Request(parts[0], parts[1], headers, body(headers)));
  }

  /** Waits until the client closes the connection. */
  void drain() throws IOException {
    in.transferTo(OutputStream.nullOutputStream());
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(); !"".equals(line); line = line()) {
      if (line == null) {
        throw new EOFException("the connection ended in the headers");
      }
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw Refusal.detail(400, "Malformed header.");
      }
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private String body(Map<String, String> headers) throws IOException {
    if (headers.containsKey("transfer-encoding")) {
      throw Refusal.detail(411, "Length required.");
    }
    byte[] body = in.readNBytes(length(headers.getOrDefault("content-length", "0")));
    return new String(body, StandardCharsets.UTF_8);
  }

  private static int length(String text) {
    if (!text.matches("\\d{1,9}")) {
      throw Refusal.detail(400, "Malformed length.");
    }
    int length = Integer.parseInt(text);
    if (length > LONGEST_BODY) {
      throw Refusal.detail(413, "Request too large.");
    }
    return length;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    int c = in.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n'; c = in.read()) {
      if (++headRead > LONGEST_HEAD) {
        throw Refusal.detail(431, "Request header too large.");
      }
      line.append((char) c);
    }
    return line.toString().stripTrailing();
  }
}
