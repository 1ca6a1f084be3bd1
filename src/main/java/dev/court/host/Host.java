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

  /** Whether there is a crontab to put a line into. */
  public boolean hasCron() {
    return new Programs(this).find("crontab").isPresent();
  }

  /** Whether this user can have a systemd of their own, which has its sockets in that folder. */
  public boolean hasUserSystemd() {
    return variable("XDG_RUNTIME_DIR") != null && new Programs(this).find("systemctl").isPresent();
  }

  /** The value of a variable; null when it is not set, or blank. */
  String variable(String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : value;
  }
}
