package dev.court.host;

import java.nio.file.Path;
import java.util.Map;

/**
 * The machine as this process sees it.
 *
 * @param environment variables of this process
 * @param userHome the home folder that the system has on record for the user; cron sets HOME to it
 */
public record Host(Map<String, String> environment, Path userHome) {
  public Host {
    environment = Map.copyOf(environment);
  }

  /** The value of a variable; null when it is not set, or blank. */
  String variable(String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : value;
  }
}
