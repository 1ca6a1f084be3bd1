package dev.court.atrium.http;

import dev.court.json.Json;
import dev.court.json.JsonException;
import dev.court.text.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds the words in an answer's body. Django REST framework puts an error under {@code detail},
 * under {@code non_field_errors}, or under the name of the field that is wrong; proxies send pages.
 */
public final class ErrorText {
  private static final int MOST_READ = 8_000;
  private static final int LONGEST = 2_000;
  private static final List<String> FIRST =
      List.of("detail", "non_field_errors", "message", "error");

  private final List<String> pieces = new ArrayList<>();

  private ErrorText() {}

  /** The words of {@code body}, of at most 2,000 characters; empty when there are none. */
  public static String of(String body) {
    try {
      return ofTree(Json.tree(body));
    } catch (JsonException e) {
      String text = Excerpt.start(body, MOST_READ);
      return Excerpt.start(HtmlText.isPage(text) ? HtmlText.text(text) : text, LONGEST);
    }
  }

  private static String ofTree(Object tree) {
    ErrorText text = new ErrorText();
    text.add("", tree);
    return Excerpt.start(String.join("; ", text.pieces), LONGEST);
  }

  private void add(String name, Object value) {
    if (value instanceof Map<?, ?> map) {
      FIRST.forEach(first -> add("", map.get(first)));
      map.forEach((field, inner) -> addField(String.valueOf(field), inner));
    } else if (value instanceof List<?> list) {
      list.forEach(inner -> add(name, inner));
    } else if (value != null && !value.toString().isBlank()) {
      pieces.add(name.isEmpty() ? value.toString() : name + ": " + value);
    }
  }

  private void addField(String field, Object value) {
    if (!FIRST.contains(field)) {
      add(field, value);
    }
  }
}
