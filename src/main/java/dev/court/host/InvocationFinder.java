package dev.court.host;

import dev.court.booking.SetupProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds out how to call court so that a process without the user's profile and PATH uses the same
 * home, settings and Java as this process.
 */
public final class InvocationFinder {
  /** The PATH that every cron sets. */
  static final String BARE_PATH = "/usr/bin:/bin";

  private final Host host;

  public InvocationFinder(Host host) {
    this.host = host;
  }

  /**
   * The invocation, which was tried once.
   *
   * @param account null for the default one
   * @param home the home in use, absolute
   * @param usualHome the home that court uses when no variable is set
   * @param variables names of the variables that hold settings, in order
   * @throws SetupProblem when a variable holds a secret, which must not be written down, or when
   *     court does not start
   */
  public Invocation find(String account, Path home, Path usualHome, Collection<String> variables) {
    refuseSecrets();
    Map<String, String> environment = new LinkedHashMap<>();
    String java = java();
    if (java != null) {
      environment.put("COURT_JAVA", java);
    }
    if (!home.equals(usualHome)) {
      environment.put("COURT_HOME", home.toString());
    }
    for (String name : variables) {
      String value = host.variable(name);
      if (value != null) {
        environment.put(name, value.strip());
      }
    }
    return started(new Invocation(launcher(), account, environment));
  }

  /** The launcher that this process was started by. */
  Path launcher() {
    String launcher = host.variable("COURT_LAUNCHER");
    if (launcher == null || !Files.isExecutable(Path.of(launcher))) {
      throw new SetupProblem(
          "court was not started by its launcher, so there is nothing to call:"
              + " use scripts/court, or the court that scripts/install.sh puts in place");
    }
    Path path = Path.of(launcher).toAbsolutePath();
    return launcher.contains("/../") ? inRealFolder(path) : path;
  }

  /**
   * Follows links of the folder, but not the launcher itself: it may link to the newest version.
   */
  private static Path inRealFolder(Path launcher) {
    try {
      return launcher.getParent().toRealPath().resolve(launcher.getFileName());
    } catch (IOException e) {
      return launcher;
    }
  }

  private void refuseSecrets() {
    if (host.variable("COURT_KEY") != null) {
      throw new SetupProblem(
          "COURT_KEY is set here and would not be there, and a secret is not written down for it:"
              + " put it into the file 'key' of the home (chmod 600) and unset COURT_KEY");
    }
    if (host.variable("COURT_DB_URL") != null) {
      throw new SetupProblem(
          "COURT_DB_URL is set here and would not be there, and it may hold a password: keep it"
              + " with court config set db_url, which reads it from standard input, and unset"
              + " COURT_DB_URL");
    }
    if (host.variable("COURT_CONFIG") != null) {
      throw new SetupProblem(
          "COURT_CONFIG is set here and would not be there, and it may hold secrets: write it to"
              + " config.json in the home (chmod 600) and unset COURT_CONFIG");
    }
    if (host.variable("COURT_PING_URL") != null) {
      throw new SetupProblem(
          "COURT_PING_URL is set here and would not be there, and whoever knows it can use it: keep"
              + " it with court config set ping_url, which reads it from standard input, and unset"
              + " COURT_PING_URL");
    }
  }

  /** The Java in use; null when a process without the profile finds a Java by itself. */
  private String java() {
    String chosen = host.variable("COURT_JAVA");
    String javaHome = host.variable("JAVA_HOME");
    if (chosen != null) {
      return chosen;
    }
    if (javaHome != null && Files.isExecutable(Path.of(javaHome, "bin", "java"))) {
      return Path.of(javaHome, "bin", "java").toString();
    }
    Programs bare = new Programs(new Host(Map.of("PATH", BARE_PATH), host.userHome()));
    return bare.find("java").isPresent()
        ? null
        : new Programs(host).find("java").map(Path::toString).orElse(null);
  }

  /** Runs the command in cron's bare environment and fails if it does not start. */
  private Invocation started(Invocation call) {
    Map<String, String> bare = new TreeMap<>(call.environment());
    bare.put("HOME", host.userHome().toString());
    bare.put("PATH", BARE_PATH);
    Programs.ProgramResult result =
        Programs.run(List.of(call.launcher().toString(), "--version"), bare, new byte[0]);
    if (result.code() != 0) {
      throw new SetupProblem(
          "%s does not start without your profile: %s"
              .formatted(call.launcher(), result.firstComplaint()));
    }
    return call;
  }
}
