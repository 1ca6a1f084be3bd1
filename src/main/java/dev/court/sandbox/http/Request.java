package dev.court.sandbox.http;

import java.util.Map;
import java.util.Optional;

/**
 * One request as it was received.
 *
 * @param target path and query
 * @param headers by name in lower case
 */
public record Request(String method, String target, Map<String, String> headers, String body) {

  public String path() {
    return target.substring(0, pathEnd());
  }

  public Map<String, String> query() {
    return Form.parse(target.substring(Math.min(pathEnd() + 1, target.length())));
  }

  public Map<String, String> form() {
    return Form.parse(body);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  public boolean hasMediaType(String type) {
    return header("content-type").filter(value -> isOfType(value, type)).isPresent();
  }

  private static boolean isOfType(String value, String type) {
    int parameters = value.indexOf(';');
    return (parameters < 0 ? value : value.substring(0, parameters)).strip().equalsIgnoreCase(type);
  }

  private int pathEnd() {
    int query = target.indexOf('?');
    return query < 0 ? target.length() : query;
  }
}
