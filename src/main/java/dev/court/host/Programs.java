package dev.court.host;

import dev.court.booking.SetupProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs programs of the host, without a shell. */
final class Programs {
  private final Host host;

  Programs(Host host) {
    this.host = host;
  }

  /**
   * What a program did.
   *
   * @param out its standard output, a byte a character
   */
  record Ran(int code, String out, String err) {

    /** Its first complaint. */
    String complaint() {
      return Stream.concat(err.lines(), out.lines())
          .filter(line -> !line.isBlank())
          .findFirst()
          .orElse("exit code " + code);
    }
  }

  /** The program of that name on the PATH. */
  Optional<Path> find(String name) {
    String path = host.variable("PATH");
    return path == null
        ? Optional.empty()
        : Stream.of(path.split(":"))
            .filter(folder -> !folder.isEmpty())
            .map(folder -> Path.of(folder, name))
            .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
            .findFirst();
  }

  /**
   * Runs a program of the PATH. It sees nothing of ours, and speaks English.
   *
   * @param remedy what to do when it is missing
   */
  Ran run(String remedy, byte[] input, String name, String... arguments) {
    Path program =
        find(name)
            .orElseThrow(() -> new SetupProblem("there is no %s here: ".formatted(name) + remedy));
    List<String> words = new ArrayList<>(List.of(program.toString()));
    words.addAll(List.of(arguments));
    Map<String, String> environment = new TreeMap<>(host.environment());
    environment.keySet().removeIf(variable -> variable.startsWith("COURT_"));
    environment.put("LC_ALL", "C");
    return run(words, environment, input);
  }

  static Ran run(List<String> words, Map<String, String> environment, byte[] input) {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      // into a file, so that neither of two pipes can fill up
      Path err = Files.createTempFile("court-", ".err");
      try {
        Process process = builder.redirectError(err.toFile()).start();
        feed(process, input);
        byte[] out = process.getInputStream().readAllBytes();
        int code = process.waitFor();
        return new Ran(code, latin(out), Files.readString(err, StandardCharsets.ISO_8859_1));
      } finally {
        Files.deleteIfExists(err);
      }
    } catch (IOException e) {
      throw new SetupProblem("cannot run %s: %s".formatted(words.get(0), e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SetupProblem("interrupted while %s ran".formatted(words.get(0)), e);
    }
  }

  private static void feed(Process process, byte[] input) {
    try (OutputStream to = process.getOutputStream()) {
      to.write(input);
    } catch (IOException e) {
      // it did not want to know; its exit code says the rest
    }
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
