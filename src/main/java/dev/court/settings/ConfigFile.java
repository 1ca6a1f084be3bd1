package dev.court.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import dev.court.booking.SetupProblem;
import dev.court.files.AtomicFile;
import dev.court.files.FilePermissions;
import dev.court.files.FileTrouble;
import dev.court.files.RegularFile;
import dev.court.json.Json;
import dev.court.json.JsonException;
import dev.court.log.Log;
import dev.court.store.ProcessLock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The file {@code config.json} in the home folder. An absent file counts as an empty one. */
public final class ConfigFile {
  /** The longest that is read: a file of settings has some thousand. */
  private static final int MOST_BYTES = 1_000_000;

  private final HomeFolder home;
  private final ConfigChange change;
  private final Path path;

  /**
   * The file of a home.
   *
   * @param environment the variables that hold together with it
   */
  public ConfigFile(HomeFolder home, Map<String, String> environment) {
    this.home = home;
    this.change = new ConfigChange(home, environment);
    this.path = home.path().resolve("config.json");
  }

  /**
   * Reads the values, in the order of the file.
   *
   * @throws SetupProblem when the file cannot be read, or has a name that is no setting
   */
  public Map<String, Object> read() {
    Map<String, Object> values = parsed();
    values.keySet().forEach(this::checkKnown);
    return values;
  }

  /**
   * Sets one value that stands on the command line, where every user of the machine can read it.
   *
   * @throws InvalidRequest when it is a secret, or like {@link #set}; a secret is not repeated
   */
  public void setTyped(String name, String value) {
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
   */
  public void requireKnown(String name) {
    if (SettingKey.of(name).isEmpty() && AccountPath.of(name).isEmpty()) {
      throw new InvalidRequest("no setting %s: there is %s".formatted(Quote.of(name), words()));
    }
  }

  /**
   * Sets one value and leaves the others as they are.
   *
   * @param value a text, or an object or a list in JSON; null removes the setting
   * @throws InvalidRequest when there is no such setting, or the value cannot be used
   */
  public void set(String name, String value) {
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
      HomeFolder.make(home.path());
      locked(
          () -> {
            Map<String, Object> values = new LinkedHashMap<>(parsed());
            changes.forEach((name, value) -> values.put(name, SettingText.structured(value)));
            change.checkAll(values);
            write(values);
          });
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
    Map<String, Object> before = parsed();
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

  private Map<String, Object> parsed() {
    try {
      byte[] bytes = RegularFile.read(path, MOST_BYTES);
      return object(Json.tree(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString()));
    } catch (NoSuchFileException e) {
      return Map.of();
    } catch (CharacterCodingException e) {
      throw new SetupProblem(
          "%s is not text in UTF-8: mend it, or move it away".formatted(path), e);
    } catch (IOException e) {
      throw new SetupProblem(unreadable(e), e);
    } catch (JsonException e) {
      throw new SetupProblem("%s %s: mend it, or move it away".formatted(path, e.getMessage()), e);
    }
  }

  private String unreadable(IOException e) {
    return Files.exists(home.path()) && !Files.isDirectory(home.path())
        ? "the home %s is no folder: set COURT_HOME to one".formatted(home.path())
        : "cannot read %s (%s): let it be a file of yours, or move it away"
            .formatted(path, reason(e));
  }

  private static String reason(IOException e) {
    return FileTrouble.reason(e).orElse(e.getClass().getSimpleName());
  }

  private Map<String, Object> object(Object tree) {
    if (tree instanceof Map<?, ?> map) {
      Map<String, Object> values = new LinkedHashMap<>();
      map.forEach((name, value) -> values.put(String.valueOf(name), value));
      return values;
    }
    throw new SetupProblem("%s must hold one JSON object, such as {}".formatted(path));
  }

  private void checkKnown(String name) {
    if (SettingKey.of(name).isEmpty()) {
      throw new SetupProblem(
          "%s sets %s, which does not exist: there is %s".formatted(path, Quote.of(name), words()));
    }
  }

  private void write(Map<String, Object> values) {
    try {
      // It may hold a secret.
      AtomicFile.replace(path, Json.pretty(values) + "\n", FilePermissions.ofText("600"));
    } catch (IOException e) {
      throw new SetupProblem("cannot write %s (%s)".formatted(path, reason(e)), e);
    }
  }

  private static String words() {
    return Arrays.stream(SettingKey.values())
        .map(SettingKey::word)
        .collect(Collectors.joining(", "));
  }
}
