package dev.court.atrium.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;

/** Writes a request out as HTTP/1.1 sends it (RFC 9112, section 3). */
final class RequestBytes {
  private static final String LINE_END = "\r\n";

  private RequestBytes() {}

  static byte[] of(HttpRequest request, String body) {
    byte[] content = body.getBytes(UTF_8);
    byte[] head = head(request, content.length).getBytes(US_ASCII);
    byte[] all = new byte[head.length + content.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(content, 0, all, head.length, content.length);
    return all;
  }

  private static String head(HttpRequest request, int length) {
    StringBuilder head = new StringBuilder();
    URI address = request.uri();
    head.append(request.method()).append(' ').append(target(address)).append(" HTTP/1.1");
    head.append(LINE_END);
    line(head, "Host", address.getRawAuthority());
    for (Map.Entry<String, List<String>> header : request.headers().map().entrySet()) {
      header.getValue().forEach(value -> line(head, header.getKey(), value));
    }
    if (!request.method().equals("GET")) {
      line(head, "Content-Length", Integer.toString(length));
    }
    return head.append(LINE_END).toString();
  }

  private static String target(URI address) {
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    return address.getRawPath() + query;
  }

  private static void line(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append(LINE_END);
  }
}
