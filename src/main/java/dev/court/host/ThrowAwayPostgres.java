package dev.court.host;

import dev.court.booking.SetupProblem;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL on loopback, made with the server programs of this machine in a temporary folder, of
 * which nothing is left when it is closed or this process is told to end. It asks for a password,
 * since others on the machine reach loopback too.
 */
public final class ThrowAwayPostgres implements AutoCloseable {
  private static final Path PACKAGED = Path.of("/usr/lib/postgresql");
  private static final int NOBODY = 65_534;

  private final Path folder;
  private final String password;
  private final int port;
  private final Thread hook = new Thread(this::end, "court-postgres-end");
  private Process process;

  private ThrowAwayPostgres(Path folder) throws IOException {
    this.folder = folder;
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    password = HexFormat.of().formatHex(random);
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
  }

  /**
   * Makes one and waits until it answers.
   *
   * @throws SetupProblem when there are no server programs, or they do not start
   */
  public static ThrowAwayPostgres start(Host host) {
    Path programs =
        programs(host)
            .orElseThrow(
                () ->
                    new SetupProblem(
                        "there are no server programs of PostgreSQL here: install them (apt install"
                            + " postgresql, dnf install postgresql-server, brew install"
                            + " postgresql)"));
    try {
      ThrowAwayPostgres server =
          new ThrowAwayPostgres(Files.createTempDirectory("court-postgres-"));
      Runtime.getRuntime().addShutdownHook(server.hook);
      try {
        server.begin(programs);
        return server;
      } catch (IOException | RuntimeException e) {
        server.close();
        throw e;
      }
    } catch (IOException e) {
      throw new SetupProblem("cannot start a PostgreSQL: " + e.getMessage(), e);
    }
  }

  /** As a platform hands it out; a secret. */
  public String url() {
    return "postgres://court:%s@127.0.0.1:%s/postgres".formatted(password, port);
  }

  private void begin(Path programs) throws IOException {
    Path word = folder.resolve("password");
    Files.writeString(word, password + "\n");
    boolean isRoot = Files.getOwner(folder).getName().equals("root");
    if (isRoot) {
      // its programs refuse to run as root
      Files.setAttribute(folder, "unix:uid", NOBODY);
      Files.setAttribute(word, "unix:uid", NOBODY);
    }
    String data = folder.resolve("data").toString();
    List<String> make =
        command(isRoot, programs.resolve("initdb"), "-D", data, "-U", "court", "-E", "UTF8", "-N");
    make.addAll(List.of("--locale=C", "-A", "scram-sha-256", "--pwfile", word.toString()));
    Programs.ProgramResult made = Programs.run(make, environment(), new byte[0]);
    if (made.code() != 0) {
      throw new IOException(made.firstComplaint());
    }
    List<String> serve = command(isRoot, programs.resolve("postgres"), "-D", data);
    serve.addAll(List.of("-p", String.valueOf(port), "-c", "listen_addresses=127.0.0.1"));
    serve.addAll(List.of("-c", "unix_socket_directories=", "-c", "fsync=off"));
    ProcessBuilder builder = new ProcessBuilder(serve).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment());
    File log = folder.resolve("log").toFile();
    process = builder.directory(new File("/")).redirectOutput(log).start();
    awaitAnswer(log);
  }

  private void awaitAnswer(File log) throws IOException {
    for (int tries = 0; ; tries++) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException e) {
        if (tries == 200 || !process.isAlive()) {
          String said = Files.readString(log.toPath());
          throw new IOException(said.lines().findFirst().orElse("it does not answer"), e);
        }
      }
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SetupProblem("interrupted while PostgreSQL started", e);
    }
  }

  /** Newest first where there are several. */
  private static Optional<Path> programs(Host host) {
    Optional<Path> onPath = new Programs(host).find("initdb");
    if (onPath.isPresent()) {
      return onPath.map(ThrowAwayPostgres::beside);
    }
    try (Stream<Path> versions = Files.list(PACKAGED)) {
      return versions
          .filter(version -> Files.isExecutable(version.resolve("bin/initdb")))
          .max(Comparator.comparing(version -> Double.valueOf(version.getFileName().toString())))
          .map(version -> version.resolve("bin"));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Where a packager links only some of them, the others are beside the one that is linked. */
  private static Path beside(Path program) {
    try {
      return program.toRealPath().getParent();
    } catch (IOException e) {
      return program.getParent();
    }
  }

  private static List<String> command(boolean isRoot, Path program, String... arguments) {
    List<String> words = new ArrayList<>();
    if (isRoot) {
      words.addAll(
          List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"));
    }
    words.add(program.toString());
    words.addAll(List.of(arguments));
    return words;
  }

  private static Map<String, String> environment() {
    return Map.of("LC_ALL", "C", "PATH", InvocationFinder.BARE_PATH);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // this process ends, and the hook does it
      return;
    }
    end();
  }

  /** Its processes end with the first one, which is told to end at once. */
  private void end() {
    if (process != null) {
      Stream.concat(process.descendants(), Stream.of(process.toHandle()))
          .toList()
          .forEach(ProcessHandle::destroyForcibly);
      process.onExit().join();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      // the temporary folder is cleaned by the system
    }
  }
}
