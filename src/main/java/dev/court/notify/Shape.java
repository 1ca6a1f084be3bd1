package dev.court.notify;

import dev.court.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a message looks like to a service. All of them take JSON by POST. */
enum Shape {
  /** The publishing form that takes JSON, since headers would have to be encoded. */
  NTFY {
    @Override
    String body(Message message, String place) {
      return Json.write(
          Map.of(
              "topic", place,
              "title", message.title(),
              "message", message.text(),
              "priority", message.what().priority(),
              "tags", List.of(message.what().tag())));
    }
  },
  /** Everything, by name. */
  WEBHOOK {
    @Override
    String body(Message message, String place) {
      return Json.write(message.fields());
    }
  },
  SLACK {
    @Override
    String body(Message message, String place) {
      String text = message.text().isEmpty() ? "" : "\n" + escaped(message.text());
      return Json.write(Map.of("text", "*" + escaped(message.title()) + "*" + text));
    }
  },
  /** Up to 2000 characters, and nobody is mentioned whatever a name says. */
  DISCORD {
    @Override
    String body(Message message, String place) {
      return Json.write(
          Map.of("content", message.cutAt(2_000), "allowed_mentions", Map.of("parse", List.of())));
    }
  },
  /** Up to 4096 characters. */
  TELEGRAM {
    @Override
    String body(Message message, String place) {
      return Json.write(
          Map.of(
              "chat_id",
              place,
              "text",
              message.cutAt(4_096),
              "link_preview_options",
              Map.of("is_disabled", true)));
    }
  };

  /**
   * The body of the request.
   *
   * @param place the topic of ntfy, or the chat of Telegram
   */
  abstract String body(Message message, String place);

  /** The word in the settings. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As Slack asks for; then no name can mention anybody. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
