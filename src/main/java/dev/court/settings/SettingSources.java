package dev.court.settings;

import dev.court.booking.SetupProblem;
import java.util.Map;
import java.util.Optional;

/** Finds the value of each setting and its source. A blank value counts as not set. */
final class SettingSources {
  private final Map<String, String> environment;
  private final Map<String, Object> file;

  SettingSources(Map<String, String> environment, Map<String, Object> file) {
    this.environment = environment;
    this.file = file;
  }

  /** The value, else the default; null when there is neither. */
  String text(SettingKey key) {
    return inEnvironment(key).or(() -> inFile(key)).or(key::standard).orElse(null);
  }

  /** The value in the file when it is no text; null when it is not set. */
  Object structure(SettingKey key) {
    return file.get(key.word());
  }

  String source(SettingKey key) {
    if (inEnvironment(key).isPresent()) {
      return key.variable().orElseThrow();
    }
    return file.get(key.word()) == null ? "default" : ConfigText.source(environment);
  }

  /** A variable that other programs have too; null when it is blank or not set. */
  String foreign(String variable) {
    String value = environment.getOrDefault(variable, "").strip();
    return value.isEmpty() ? null : value;
  }

  /** A problem that names the setting and its source. */
  SetupProblem wrong(SettingKey key, String reason, Exception cause) {
    return new SetupProblem(
        "setting %s (%s): %s".formatted(key.word(), source(key), reason), cause);
  }

  private Optional<String> inEnvironment(SettingKey key) {
    return key.variable().map(environment::get).map(String::strip).filter(text -> !text.isEmpty());
  }

  private Optional<String> inFile(SettingKey key) {
    Object set = file.get(key.word());
    if (set != null && !(set instanceof String) && !(set instanceof Number)) {
      throw wrong(key, "must be a text or a number", null);
    }
    return Optional.ofNullable(set)
        .map(Object::toString)
        .map(String::strip)
        .filter(s -> !s.isEmpty());
  }
}
