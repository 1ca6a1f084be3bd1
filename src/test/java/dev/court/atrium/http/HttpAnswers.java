package dev.court.atrium.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers for tests that need no server. */
public final class HttpAnswers {
  /** Shaped like a real one; signed by nobody. */
  public static final String JWT =
      "eyJhbGciOiJSUzI1NiIsInR5cCIgOiAiSldUIn0.eyJleHAiOjE3NTQzMDUyMDAsInN1YiI6IngifQ.c2lnbmF0dXJl";

  private HttpAnswers() {}

  /** Headers are given as name, value, name, value. */
  public static HttpAnswer of(int status, String body, String... headers) {
    Map<String, List<String>> map = new HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      map.put(headers[i], List.of(headers[i + 1]));
    }
    return new HttpAnswer(status, map, body);
  }
}
