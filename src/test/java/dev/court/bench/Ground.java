package dev.court.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** What the bench stands on: a folder for the time being, and the processes that it started. */
final class Ground implements AutoCloseable {
  private final Path checkout;
  private final Path work;
  private final String javaOptions;
  private final AtomicInteger folders = new AtomicInteger();
  private final Set<Process> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * Ground in a checkout that has been built.
   *
   * @param javaOptions for the ticks
   */
  Ground(Path checkout, String javaOptions) throws IOException {
    this.checkout = checkout;
    this.javaOptions = javaOptions;
    this.work = Files.createTempDirectory("court-bench-");
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  Path checkout() {
    return checkout;
  }

  Path newFolder() throws IOException {
    return Files.createDirectory(work.resolve("home-" + folders.incrementAndGet()));
  }

  Path file(String name) {
    return work.resolve(name);
  }

  String launcher() {
    return checkout.resolve("scripts/court").toString();
  }

  String javaOptions() {
    return javaOptions;
  }

  String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * Starts a program as cron would, with hardly anything in its environment.
   *
   * @param environment what it gets besides; a folder of class-data archives is among it, so that
   *     the ones of the person who runs this are left alone
   */
  Process start(Map<String, String> environment, List<String> command) throws IOException {
    return start(environment, command, Redirect.DISCARD);
  }

  /** Like {@link #start(Map, List)}; what it prints is data, and goes into a file. */
  Process start(Map<String, String> environment, List<String> command, Path output)
      throws IOException {
    return start(environment, command, Redirect.to(output.toFile()));
  }

  private Process start(Map<String, String> environment, List<String> command, Redirect output)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(surroundings());
    builder.environment().putAll(environment);
    builder.redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
    builder.redirectOutput(output);
    builder.redirectError(Redirect.INHERIT);
    return start(builder);
  }

  /**
   * Like {@link #start(Map, List)}, to its end.
   *
   * @throws IllegalStateException when it fails
   */
  void complete(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    int code = start(environment, command).waitFor();
    if (code != 0) {
      throw new IllegalStateException("%s ended with %s".formatted(command, code));
    }
  }

  /** Starts a program that ends with the bench at the latest. */
  Process start(ProcessBuilder builder) throws IOException {
    if (closed) {
      throw new IOException("the bench is ending");
    }
    running.removeIf(process -> !process.isAlive());
    Process process = builder.start();
    running.add(process);
    return process;
  }

  /** Runs {@code scripts/court} to its end. */
  int court(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return start(environment, Stream.concat(Stream.of(launcher()), Stream.of(arguments)).toList())
        .waitFor();
  }

  private Map<String, String> surroundings() {
    Map<String, String> surroundings = new HashMap<>();
    surroundings.put("PATH", "/usr/bin:/bin");
    surroundings.put("HOME", work.toString());
    surroundings.put("XDG_CACHE_HOME", file("cache").toString());
    surroundings.put("COURT_JAVA", java());
    return surroundings;
  }

  /** Ends what still runs and takes the folder away; also when the bench is broken off. */
  @Override
  public void close() {
    closed = true;
    running.forEach(Process::destroyForcibly);
    running.forEach(process -> process.onExit().join());
    try (Stream<Path> files = Files.walk(work)) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      // gone already, or a leftover in the temporary folder that harms nobody
    }
  }
}
