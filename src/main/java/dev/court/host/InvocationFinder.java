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
 * Finds out how court must be called so that a process without profile and PATH finds the same
 * home, settings and Java as this one.
 */
public final class InvocationFinder {
  /** What cron searches, in all of its kinds. */
  static final String BARE_PATH = "/usr/bin:/bin";

  private final Host host;

  public InvocationFinder(Host host) {
    this.host = host;
  }

  /**
   * The call.
   *
   * @param account null for the default one
   * @param home the home in use, absolute
   * @param usualHome the one that would be used without any variable
   * @param variables names of variables that set something, in order
   * @throws SetupProblem when something would be missing there that cannot be written down
   */
  public Invocation make(String account, Path home, Path usualHome, Collection<String> variables) {
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
    return tried(new Invocation(launcher(), account, environment));
  }

  private Path launcher() {
    String launcher = host.variable("COURT_LAUNCHER");
    if (launcher == null || !Files.isExecutable(Path.of(launcher))) {
      throw new SetupProblem(
          "court was not started by its launcher, so there is nothing to call:"
              + " use scripts/court, or the court that scripts/install.sh puts in place");
    }
    Path path = Path.of(launcher).toAbsolutePath();
    return launcher.contains("/../") ? straight(path) : path;
  }

  /** The folder is followed, but not the launcher itself: it may be a link to what is newest. */
  private static Path straight(Path launcher) {
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
          "COURT_DB_URL is set here and would not be there, and it may hold a password:"
              + " keep it with court config set db_url and unset COURT_DB_URL");
    }
    if (host.variable("COURT_PING_URL") != null) {
      throw new SetupProblem(
          "COURT_PING_URL is set here and would not be there, and whoever knows it can use it:"
              + " keep it with court config set ping_url and unset COURT_PING_URL");
    }
  }

  /** The Java that people chose, where one without their profile would find another or none. */
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

  /** What does not start here, as bare as it will be there, is not worth installing. */
  private Invocation tried(Invocation call) {
    Map<String, String> bare = new TreeMap<>(call.environment());
    bare.put("HOME", host.userHome().toString());
    bare.put("PATH", BARE_PATH);
    Programs.Ran ran =
        Programs.run(List.of(call.launcher().toString(), "--version"), bare, new byte[0]);
    if (ran.code() != 0) {
      throw new SetupProblem(
          "%s does not start without your profile: %s".formatted(call.launcher(), ran.complaint()));
    }
    return call;
  }
}
