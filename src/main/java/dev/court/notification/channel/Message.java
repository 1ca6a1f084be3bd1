package dev.court.notification.channel;

import dev.court.json.Json;
import dev.court.text.ControlCharacters;
import dev.court.text.Excerpt;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is to be told, the same for every channel.
 *
 * @param id the same for the same message however often it arrives; letters, digits, dots, dashes
 * @param title one line; what would break it or drive a terminal is taken out
 * @param text a few lines
 * @param at when it happened
 * @param data the same for programs, an object in JSON
 */
public record Message(
    String id, EventType what, String title, String text, Instant at, String data) {
  public Message {
    title = ControlCharacters.blanked(title);
    text = ControlCharacters.blankedLines(text);
  }

  /** Everything, for programs; what is in {@link #data} comes last. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", id);
    fields.put("event", what.word());
    fields.put("title", title);
    fields.put("text", text);
    ((Map<?, ?>) Json.tree(data)).forEach((name, value) -> fields.put(name.toString(), value));
    return fields;
  }

  /** Both, for where there is one text; cut at {@code most} characters, never within one. */
  String cutAt(int most) {
    String whole = text.isEmpty() ? title : title + "\n" + text;
    return Excerpt.marked(whole, most);
  }
}
