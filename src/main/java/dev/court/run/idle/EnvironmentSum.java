package dev.court.run.idle;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A number that is another one when a variable of court is: FNV-1a with 64 bits, which the launcher
 * can compute too. It is kept where the secrets of the environment may be kept as well.
 */
final class EnvironmentSum {
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  /** The launcher sets it anew for each command. */
  private static final String LAUNCHER = "COURT_LAUNCHER";

  private EnvironmentSum() {}

  /** Empty where a value has other letters than those of ASCII that can be printed. */
  static OptionalLong of(Map<String, String> environment) {
    long sum = BASIS;
    for (Map.Entry<String, String> one : new TreeMap<>(environment).entrySet()) {
      if (!one.getKey().startsWith("COURT_") || one.getKey().equals(LAUNCHER)) {
        continue;
      }
      for (char letter : (one.getKey() + "=" + one.getValue()).toCharArray()) {
        if (letter < ' ' || letter > '~') {
          return OptionalLong.empty();
        }
        sum = (sum ^ letter) * PRIME;
      }
      sum = (sum ^ '\n') * PRIME;
    }
    return OptionalLong.of(sum);
  }
}
