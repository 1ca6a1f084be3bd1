package dev.court.host;

import dev.court.booking.SetupProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How another program calls court.
 *
 * @param launcher an absolute path
 * @param account null for the default account
 * @param environment variables that the other program has to set
 */
public record Invocation(Path launcher, String account, Map<String, String> environment) {
  public Invocation {
    environment = new LinkedHashMap<>(environment);
    List<String> texts =
        Stream.concat(Stream.of(launcher.toString()), environment.values().stream()).toList();
    for (String text : texts) {
      if (text.chars().anyMatch(Character::isISOControl)) {
        throw new SetupProblem("a path with control characters cannot be written down: " + text);
      }
    }
  }

  /** The launcher and its arguments. */
  List<String> words() {
    List<String> words = new ArrayList<>(List.of(launcher.toString()));
    if (account != null) {
      words.add("--account=" + account);
    }
    words.add("run-due");
    return words;
  }
}
