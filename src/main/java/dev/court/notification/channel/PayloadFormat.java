package dev.court.notification.channel;

import dev.court.json.Json;
import java.util.List;
import java.util.Locale;

/** The format in which a service takes a message. All services take JSON by POST. */
enum PayloadFormat {
  /** The JSON form of publishing, since headers would have to be encoded. */
  NTFY {
    @Override
    Object body(Message message, String place) {
      return new Ntfy(
          place,
          message.title(),
          message.text(),
          message.what().priority(),
          List.of(message.what().tag()));
    }
  },
  /** All fields, by name. */
  WEBHOOK {
    @Override
    Object body(Message message, String place) {
      return message.fields();
    }
  },
  SLACK {
    @Override
    Object body(Message message, String place) {
      String text = message.text().isEmpty() ? "" : "\n" + escaped(message.text());
      return new Slack("*" + escaped(message.title()) + "*" + text);
    }
  },
  /** Up to 2000 characters; no text can mention anybody. */
  DISCORD {
    @Override
    Object body(Message message, String place) {
      return new Discord(message.cutAt(2_000), new Discord.Mentions(List.of()));
    }
  },
  /** Up to 4096 characters. */
  TELEGRAM {
    @Override
    Object body(Message message, String place) {
      return new Telegram(place, message.cutAt(4_096), new Telegram.LinkPreview(true));
    }
  };

  private record Ntfy(
      String topic, String title, String message, int priority, List<String> tags) {}

  private record Slack(String text) {}

  private record Discord(String content, Mentions allowedMentions) {
    record Mentions(List<String> parse) {}
  }

  private record Telegram(String chatId, String text, LinkPreview linkPreviewOptions) {
    record LinkPreview(boolean isDisabled) {}
  }

  /**
   * The value that is written as the body of the request.
   *
   * @param place the topic of ntfy, or the chat of Telegram
   */
  abstract Object body(Message message, String place);

  /** The body of the request. */
  String json(Message message, String place) {
    return Json.write(body(message, place));
  }

  /** The word in the settings. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Escapes as Slack requires; then no text can mention anybody. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
