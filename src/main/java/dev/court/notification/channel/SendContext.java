package dev.court.notification.channel;

import dev.court.booking.SetupProblem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The surroundings that sending needs.
 *
 * @param home the home folder
 * @param lookup the value of an environment variable; null when it is not set
 */
public record SendContext(Path home, UnaryOperator<String> lookup) {
  /**
   * The variables that a program gets: enough to find other programs and to reach the desktop. Any
   * other variable may be a secret.
   */
  private static final List<String> PASSED_ON =
      List.of(
          "PATH",
          "HOME",
          "USER",
          "LOGNAME",
          "LANG",
          "LC_ALL",
          "TZ",
          "TMPDIR",
          "DISPLAY",
          "WAYLAND_DISPLAY",
          "XDG_RUNTIME_DIR",
          "DBUS_SESSION_BUS_ADDRESS");

  Optional<String> variable(String name) {
    return Optional.ofNullable(lookup.apply(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  Path file(String path) {
    try {
      String home = variable("HOME").orElse("~");
      return this.home.resolve(path.startsWith("~/") ? home + path.substring(1) : path);
    } catch (InvalidPathException e) {
      throw new SetupProblem("'%s' is no file name here".formatted(path), e);
    }
  }

  /** The environment of a program that is started. */
  Map<String, String> programEnvironment() {
    Map<String, String> environment = new LinkedHashMap<>();
    PASSED_ON.forEach(name -> variable(name).ifPresent(value -> environment.put(name, value)));
    environment.put("COURT_HOME", home.toString());
    return environment;
  }
}
