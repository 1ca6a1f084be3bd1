package dev.court.sandbox.http;

import dev.court.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** One answer, before it is sent. */
public record HttpReply(int status, Map<String, String> headers, String body) {

  public static HttpReply json(int status, Object body) {
    return new HttpReply(status, Map.of("Content-Type", "application/json"), Json.write(body));
  }

  public static HttpReply detail(int status, String text) {
    return json(status, Map.of("detail", text));
  }

  public static HttpReply html(int status, String page) {
    return new HttpReply(status, Map.of("Content-Type", "text/html; charset=utf-8"), page);
  }

  public static HttpReply empty(int status) {
    return new HttpReply(status, Map.of(), "");
  }

  public HttpReply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpReply(status, more, body);
  }

  /** The same answer with the second half of its text missing. */
  public HttpReply truncated() {
    return new HttpReply(status, headers, body.substring(0, body.length() / 2));
  }
}
