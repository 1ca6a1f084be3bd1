package dev.court.host;

import dev.court.booking.SetupProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Another process of court, started as a shell would start it, whose lines are read. It does not
 * outlive this one.
 */
public final class LaunchedCourt implements AutoCloseable {
  private final Process process;
  private final Thread hook;

  private LaunchedCourt(Process process) {
    this.process = process;
    this.hook = new Thread(process::destroyForcibly, "court-launched-end");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts it.
   *
   * @param settings its only variables that begin with {@code COURT_}; secrets may be among them
   * @param lines gets each line that it prints, from a thread of its own
   * @throws SetupProblem when this process was not started by the launcher either
   */
  public static LaunchedCourt start(
      Host host, Map<String, String> settings, Consumer<String> lines, String... arguments) {
    List<String> words = new ArrayList<>(List.of(new InvocationFinder(host).launcher().toString()));
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().clear();
    host.environment().forEach(builder.environment()::put);
    builder.environment().keySet().removeIf(name -> name.startsWith("COURT_"));
    builder.environment().putAll(settings);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      Thread reader = new Thread(() -> read(process, lines), "court-reader");
      reader.setDaemon(true);
      reader.start();
      return new LaunchedCourt(process);
    } catch (IOException e) {
      throw new SetupProblem("cannot run %s: %s".formatted(words.get(0), e.getMessage()), e);
    }
  }

  /** Its number, for those who look at it from elsewhere. */
  public long pid() {
    return process.pid();
  }

  /** Ends it in the middle of whatever it does, as {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // This process ends, and the hook has nothing left to do.
    }
  }

  private static void read(Process process, Consumer<String> lines) {
    try (BufferedReader reader = process.inputReader()) {
      reader.lines().forEach(lines);
    } catch (IOException | UncheckedIOException e) {
      // it was killed, and says no more
    }
  }
}
