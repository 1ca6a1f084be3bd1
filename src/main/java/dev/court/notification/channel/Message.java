package dev.court.notification.channel;

import dev.court.json.Json;
import dev.court.text.ControlCharacters;
import dev.court.text.Excerpt;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A message, the same for every channel.
 *
 * @param id the same for each copy of the message; letters, digits, dots, dashes
 * @param title one line; control characters are removed
 * @param text a few lines
 * @param at when the event happened
 * @param data the message for programs, an object in JSON
 */
public record Message(
    String id, EventType what, String title, String text, Instant at, String data) {
  public Message {
    title = ControlCharacters.blanked(title);
    text = ControlCharacters.blankedLines(text);
  }

  /** All fields for programs; those of {@link #data} come last. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", id);
    fields.put("event", what.word());
    fields.put("title", title);
    fields.put("text", text);
    ((Map<?, ?>) Json.tree(data)).forEach((name, value) -> fields.put(name.toString(), value));
    return fields;
  }

  /** Title and text in one, cut after {@code most} characters, never within a surrogate pair. */
  String cutAt(int most) {
    String whole = text.isEmpty() ? title : title + "\n" + text;
    return Excerpt.marked(whole, most);
  }
}
