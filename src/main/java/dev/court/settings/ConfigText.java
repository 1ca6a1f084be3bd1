package dev.court.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.court.booking.SetupProblem;
import dev.court.files.FileTrouble;
import dev.court.files.RegularFile;
import dev.court.json.Json;
import dev.court.json.JsonException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The text of {@code config.json}: the variable {@code COURT_CONFIG} where it is set, for machines
 * without a disk, else the file in the home.
 */
final class ConfigText {
  /** The variable that holds the text in place of the file. */
  static final String VARIABLE = "COURT_CONFIG";

  /** The longest that is read: a file of settings has some thousand. */
  private static final int MOST_BYTES = 1_000_000;

  private final Path home;
  private final Path path;
  private final Map<String, String> environment;

  ConfigText(Path home, Map<String, String> environment) {
    this.home = home;
    this.path = home.resolve("config.json");
    this.environment = environment;
  }

  /** Where settings of the file come from in this environment. */
  static String source(Map<String, String> environment) {
    return isInVariable(environment) ? VARIABLE : "config.json";
  }

  private static boolean isInVariable(Map<String, String> environment) {
    return !environment.getOrDefault(VARIABLE, "").isBlank();
  }

  /** Whether the variable is in the file's place. */
  boolean isInVariable() {
    return isInVariable(environment);
  }

  /** What a message calls it. */
  String name() {
    return isInVariable() ? VARIABLE : path.toString();
  }

  /**
   * The values in their order, known or not. An absent file counts as an empty one.
   *
   * @throws SetupProblem when it cannot be read; nothing that may be a secret is quoted
   */
  Map<String, Object> parsed() {
    try {
      return object(Json.tree(isInVariable() ? environment.get(VARIABLE) : file()));
    } catch (NoSuchFileException e) {
      return Map.of();
    } catch (CharacterCodingException e) {
      throw new SetupProblem(
          "%s is not text in UTF-8: mend it, or move it away".formatted(path), e);
    } catch (IOException e) {
      throw new SetupProblem(unreadable(e), e);
    } catch (JsonException e) {
      throw broken(e);
    }
  }

  private String file() throws IOException {
    byte[] bytes = RegularFile.read(path, MOST_BYTES);
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  /** Without the cause, since that quotes a word that may be a secret. */
  private SetupProblem broken(JsonException e) {
    String what = e.getMessage().replaceAll("Unrecognized token '.*'", "a word without quotes");
    return new SetupProblem("%s %s: %s".formatted(name(), what, remedy()));
  }

  private String remedy() {
    return isInVariable()
        ? "set it to the text of a config.json, such as {\"occupant_id\": \"133055\"}"
        : "mend it, or move it away";
  }

  private String unreadable(IOException e) {
    if (Files.exists(home) && !Files.isDirectory(home)) {
      return "the home %s is no folder: set COURT_HOME to one".formatted(home);
    }
    return Files.isDirectory(home) && !Files.isExecutable(home)
        ? "the home %s is closed to this user: correct its owner or mode, or set COURT_HOME to another"
            .formatted(home)
        : "cannot read %s (%s): let it be a file of yours, or move it away"
            .formatted(path, FileTrouble.reason(e));
  }

  private Map<String, Object> object(Object tree) {
    if (tree instanceof Map<?, ?> map) {
      Map<String, Object> values = new LinkedHashMap<>();
      map.forEach((name, value) -> values.put(String.valueOf(name), value));
      return values;
    }
    throw new SetupProblem("%s must hold one JSON object, such as {}".formatted(name()));
  }
}
