package dev.court.sandbox.http;

import dev.court.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** One answer, before it goes over the wire. */
public record Reply(int status, Map<String, String> headers, String body) {

  public static Reply json(int status, Object body) {
    return new Reply(status, Map.of("Content-Type", "application/json"), Json.write(body));
  }

  public static Reply detail(int status, String text) {
    return json(status, Map.of("detail", text));
  }

  public static Reply html(int status, String page) {
    return new Reply(status, Map.of("Content-Type", "text/html; charset=utf-8"), page);
  }

  public static Reply empty(int status) {
    return new Reply(status, Map.of(), "");
  }

  public Reply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body);
  }

  /** The same answer with the second half of its text missing. */
  public Reply truncated() {
    return new Reply(status, headers, body.substring(0, body.length() / 2));
  }
}
