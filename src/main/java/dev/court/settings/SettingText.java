package dev.court.settings;

import dev.court.booking.InvalidRequest;
import dev.court.json.Json;
import dev.court.json.JsonException;

/** The value of a setting, as it is given to a command. */
final class SettingText {
  private SettingText() {}

  /**
   * The value as it stands in {@code config.json}: an object or a list when the text is one in
   * JSON, else the text.
   *
   * @throws InvalidRequest when it begins as JSON does, and is none
   */
  static Object structured(String text) {
    try {
      return text.stripLeading().matches("(?s)[{\\[].*") ? Json.tree(text) : text;
    } catch (JsonException e) {
      throw new InvalidRequest("the value " + e.getMessage(), e);
    }
  }
}
