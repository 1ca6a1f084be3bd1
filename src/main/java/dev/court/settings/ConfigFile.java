package dev.court.settings;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import dev.court.booking.SetupProblem;
import dev.court.files.AtomicFile;
import dev.court.files.FilePermissions;
import dev.court.files.FileTrouble;
import dev.court.json.Json;
import dev.court.log.Log;
import dev.court.store.lock.ProcessLock;
import dev.court.text.Spelling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The file {@code config.json} in the home folder. An absent file counts as an empty one. Where
 * {@code COURT_CONFIG} is in its place, that is read, and nothing can be written.
 */
public final class ConfigFile {
  private final HomeFolder home;
  private final ConfigChange change;
  private final ConfigText text;
  private final Path path;

  /**
   * The file of a home.
   *
   * @param environment the variables that hold together with it
   */
  public ConfigFile(HomeFolder home, Map<String, String> environment) {
    this.home = home;
    this.change = new ConfigChange(home, environment);
    this.text = new ConfigText(home.path(), environment);
    this.path = home.path().resolve("config.json");
  }

  /**
   * Reads the values, in the order of the file.
   *
   * @throws SetupProblem when the file cannot be read, or has a name that is no setting
   */
  public Map<String, Object> read() {
    Map<String, Object> values = text.parsed();
    values.keySet().forEach(this::checkKnown);
    return values;
  }

  /** Whether {@code COURT_CONFIG} says where the database is: then the home may be a new one. */
  public boolean isDatabaseInVariable() {
    return text.isInVariable() && text.parsed().containsKey(SettingKey.DB_URL.word());
  }

  /**
   * Sets one value that stands on the command line, where every user of the machine can read it.
   *
   * @throws InvalidRequest when it is a secret, or like {@link #set}; a secret is not repeated
   */
  public void setTyped(String name, String value) {
    refuseInVariable();
    Optional<SettingKey> secret =
        AccountPath.of(name)
            .flatMap(path -> SettingKey.of(path.field()))
            .or(() -> SettingKey.of(name))
            .filter(key -> TypedSecret.is(key, value));
    if (secret.isPresent()) {
      throw TypedSecret.refusal(secret.get());
    }
    set(name, value);
  }

  /**
   * Refuses a name that no setting has, before its value is asked for.
   *
   * @throws InvalidRequest which says what there is
   * @throws SetupProblem when {@code COURT_CONFIG} is in the file's place
   */
  public void requireKnown(String name) {
    refuseInVariable();
    if (SettingKey.of(name).isEmpty() && AccountPath.of(name).isEmpty()) {
      throw new InvalidRequest("no setting %s%s".formatted(Quote.of(name), meant(name)));
    }
  }

  private static String meant(String name) {
    List<String> names = Arrays.stream(SettingKey.values()).map(SettingKey::word).toList();
    return Spelling.closest(name, names)
        .map(", did you mean %s?"::formatted)
        .orElseGet(() -> ": there is " + words());
  }

  /**
   * Sets one value and leaves the others as they are.
   *
   * @param value a text, or an object or a list in JSON; null removes the setting
   * @throws InvalidRequest when there is no such setting, or the value cannot be used
   * @throws SetupProblem when {@code COURT_CONFIG} is in the file's place
   */
  public void set(String name, String value) {
    refuseInVariable();
    // What is refused makes no home.
    if (changed(name, value).isPresent()) {
      HomeFolder.make(home.path());
      locked(() -> changed(name, value).ifPresent(this::write));
    }
  }

  /**
   * Sets several values in one step, without a look at each of them: they hold together.
   *
   * @param changes texts, or objects or lists in JSON, by the names of their settings
   * @throws SetupProblem when they cannot be used together with the others
   */
  void setAll(Map<String, String> changes) {
    if (!changes.isEmpty()) {
      refuseInVariable();
      HomeFolder.make(home.path());
      locked(
          () -> {
            Map<String, Object> values = new LinkedHashMap<>(text.parsed());
            changes.forEach((name, value) -> values.put(name, SettingText.structured(value)));
            change.checkAll(values);
            write(values);
          });
    }
  }

  /** What is written to the file would hold for nobody. */
  private void refuseInVariable() {
    if (text.isInVariable()) {
      throw new SetupProblem(
          "the settings come from %s, and %s is not read: change the variable where it is set, or unset it"
              .formatted(ConfigText.VARIABLE, path.getFileName()));
    }
  }

  /** Of two commands at once, the second reads what the first has written. */
  private void locked(Runnable work) {
    new ProcessLock(home.path().resolve("config.lock"), Log.NONE)
        .hold(
            () -> {
              work.run();
              return null;
            });
  }

  /** What the file would hold; empty when it stays as it is. */
  private Optional<Map<String, Object>> changed(String name, String value) {
    Map<String, Object> before = text.parsed();
    Map<String, Object> values = new LinkedHashMap<>(before);
    Optional<AccountPath> path = AccountPath.of(name);
    if (path.isPresent()) {
      return changed(path.get(), before, value);
    }
    boolean isThere = values.containsKey(name);
    if (value != null || !isThere) {
      requireKnown(name);
    }
    if (value != null) {
      values.put(name, SettingText.structured(value));
    } else if (isThere) {
      values.remove(name);
    } else {
      return Optional.empty();
    }
    change.check(name, before, values);
    return Optional.of(values);
  }

  private Optional<Map<String, Object>> changed(
      AccountPath path, Map<String, Object> before, String value) {
    String name = SettingKey.ACCOUNTS.word();
    Object set = value == null ? null : SettingText.structured(value);
    return path.changed(before.get(name), set)
        .map(
            accounts -> {
              Map<String, Object> values = new LinkedHashMap<>(before);
              values.put(name, accounts);
              if (accounts.isEmpty()) {
                values.remove(name);
              }
              change.check(name, before, values);
              return values;
            });
  }

  private void checkKnown(String name) {
    if (SettingKey.of(name).isEmpty()) {
      throw new SetupProblem(
          "%s sets %s, which does not exist: there is %s"
              .formatted(text.name(), Quote.of(name), words()));
    }
  }

  private void write(Map<String, Object> values) {
    try {
      // It may hold a secret.
      AtomicFile.replace(path, Json.pretty(values) + "\n", FilePermissions.ofText("600"));
    } catch (IOException e) {
      throw new SetupProblem("cannot write %s (%s)".formatted(path, FileTrouble.reason(e)), e);
    }
  }

  private static String words() {
    return Arrays.stream(SettingKey.values())
        .map(SettingKey::word)
        .collect(Collectors.joining(", "));
  }
}
