package dev.court.host;

import java.nio.file.Path;
import java.util.Map;

/**
 * The machine as this process sees it.
 *
 * @param environment variables of this process
 * @param userHome the home that the system has on record for the user, which is cron's HOME
 */
public record Host(Map<String, String> environment, Path userHome) {
  public Host {
    environment = Map.copyOf(environment);
  }

  /** A variable; null when it is not set or empty. */
  String variable(String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : value;
  }
}
