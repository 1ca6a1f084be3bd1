package dev.court;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** A Java process of its own, with the classes of the tests and the JVM options of the launcher. */
public final class RealProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader printed;

  private RealProcess(Process process) {
    this.process = process;
    this.printed = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts court as a shell would, with nothing else in the environment. */
  public static RealProcess court(Map<String, String> environment, String... arguments) {
    return start(environment, Court.class, arguments);
  }

  public static RealProcess start(
      Map<String, String> environment, Class<?> main, String... arguments) {
    return start(List.of(), environment, main, arguments);
  }

  /** Starts court through another program, which takes the command line as its arguments. */
  static RealProcess courtThrough(
      List<String> other, Map<String, String> environment, String... arguments) {
    return start(other, environment, Court.class, arguments);
  }

  /** Starts a class through another program. */
  static RealProcess start(
      List<String> other, Map<String, String> environment, Class<?> main, String... arguments) {
    List<String> line = new ArrayList<>(other);
    Collections.addAll(
        line,
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",
        "-cp",
        System.getProperty("java.class.path"),
        main.getName());
    Collections.addAll(line, arguments);
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      return new RealProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for its end. */
  public Player.Ran ended() {
    try {
      String out = printed.lines().map(line -> line + "\n").collect(Collectors.joining());
      String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Player.Ran(process.waitFor(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for a condition, and fails with what the process printed when it ends before that. */
  public void runsUntil(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      if (!process.isAlive() && !condition.getAsBoolean()) {
        throw new AssertionError("the process ended too early: " + ended());
      }
      Thread.onSpinWait();
    }
  }

  /** What the process list shows of it to everybody on the machine; on Linux. */
  public String commandLine() throws IOException {
    // Java's own view of it is cut off after a page
    return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
  }

  /** The next line that it prints; null when it has ended. */
  public String line() {
    try {
      return printed.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends its standard input. */
  public void letGo() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a signal of this name, such as {@code TERM}. */
  void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** SIGKILL; returns when it is gone. */
  public void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
