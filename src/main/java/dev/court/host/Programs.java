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
   * What a program printed, and its exit code.
   *
   * @param out standard output, with one character for each byte
   */
  record ProgramResult(int code, String out, String err) {

    /** The first line that it printed, of standard error before standard output. */
    String firstComplaint() {
      return Stream.concat(err.lines(), out.lines())
          .filter(line -> !line.isBlank())
          .findFirst()
          .orElse("exit code " + code);
    }
  }

  /** The program of that name on the PATH; empty when there is none. */
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
   * Runs a program of the PATH, in English and without the variables of court.
   *
   * @param remedy what the user can do when there is no such program
   */
  ProgramResult run(String remedy, byte[] input, String name, String... arguments) {
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

  static ProgramResult run(List<String> words, Map<String, String> environment, byte[] input) {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      // standard error goes into a file: nobody reads a second pipe, which could fill up
      Path err = Files.createTempFile("court-", ".err");
      try {
        Process process = builder.redirectError(err.toFile()).start();
        feed(process, input);
        byte[] out = process.getInputStream().readAllBytes();
        int code = process.waitFor();
        return new ProgramResult(
            code, latin(out), Files.readString(err, StandardCharsets.ISO_8859_1));
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
      // the program ended before it read everything, and its exit code tells why
    }
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
