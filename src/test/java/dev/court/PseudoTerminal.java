package dev.court;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * A pseudo-terminal with the launcher on it, installed in a folder of its own: {@code
 * scripts/court} as it is, and a jar that names the classes of the tests.
 */
public final class PseudoTerminal {
  private final Path launcher;
  private final Map<String, String> environment = new HashMap<>();

  private PseudoTerminal(Path launcher) {
    this.launcher = launcher;
    environment.put(
        "COURT_JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
    environment.put("COURT_ARCHIVE", "off");
    environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    environment.put("TERM", "xterm");
  }

  /** Installs the launcher below a folder. */
  public static PseudoTerminal in(Path folder) throws IOException {
    Path scripts = Files.createDirectories(folder.resolve("scripts"));
    Path target = Files.createDirectories(folder.resolve("target"));
    Path launcher = Files.copy(Path.of("scripts", "court"), scripts.resolve("court"));
    if (!launcher.toFile().setExecutable(true)) {
      throw new IOException("cannot make it executable: " + launcher);
    }
    jar(target.resolve("court.jar"));
    return new PseudoTerminal(launcher);
  }

  public PseudoTerminal with(String variable, String value) {
    if (value == null) {
      environment.remove(variable);
    } else {
      environment.put(variable, value);
    }
    return this;
  }

  /** Commands run at this time, and not at that of the machine. */
  public PseudoTerminal at(Instant time) throws IOException {
    if (environment.containsKey(Sitting.TIME)) {
      return with(Sitting.TIME, time.toString());
    }
    Path folder = Files.createDirectories(launcher.resolveSibling("java/bin"));
    Path java = folder.resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        for word; do
          shift
          [ "$word" != dev.court.Court ] || word=dev.court.Sitting
          set -- "$@" "$word"
        done
        exec '%s' "$@"
        """
            .formatted(environment.get("COURT_JAVA")));
    if (!java.toFile().setExecutable(true)) {
      throw new IOException("cannot make it executable: " + java);
    }
    return with("COURT_JAVA", java.toString()).with(Sitting.TIME, time.toString());
  }

  /** What the terminal shows of one command, typed at a shell. */
  public String shows(int columns, String line) throws IOException, InterruptedException {
    PtyProcess process = start(columns, line);
    String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return shown.replace("\r\n", "\n");
  }

  /**
   * What the terminal shows of one command, with the line itself, while somebody answers.
   *
   * @param answers each with the end of the question before it, such as {@code When: wed 17:00}
   */
  public String plays(int columns, String line, List<String> answers)
      throws IOException, InterruptedException {
    return "$ " + line + "\n" + new PtyDialogue(start(columns, line)).answered(answers);
  }

  private PtyProcess start(int columns, String line) throws IOException {
    return new PtyProcessBuilder(
            new String[] {
              "/bin/sh",
              "-c",
              sized(columns) + line.replaceAll("^court|(?<= )court(?= )", launcher.toString())
            })
        .setEnvironment(environment)
        .setInitialColumns(columns)
        .setInitialRows(24)
        .setRedirectErrorStream(true)
        .start();
  }

  /** The size comes a moment after the process. */
  private static String sized(int columns) {
    return "until [ \"$(stty size)\" = '24 %s' ]; do :; done; ".formatted(columns);
  }

  private static void jar(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH,
            classPath().stream()
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" ")));
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
  }

  private static List<String> classPath() {
    return Arrays.asList(
        System.getProperty("java.class.path").split(System.getProperty("path.separator"), -1));
  }
}
