package dev.court;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL on loopback, from the folder that {@code -Dcourt.postgres} names. It has nothing in
 * it, and nothing of it is kept. The programs refuse to run as root, so root runs them in a user
 * namespace, or as nobody where there are none.
 */
public final class PostgresServer implements AutoCloseable {
  /** What a secured one asks for. */
  public static final String PASSWORD = "hunter2@/?";

  private static final String USER = "court";
  private static final String FOLDER = System.getProperty("court.postgres");
  private static final boolean IS_ROOT = System.getProperty("user.name").equals("root");

  /** Whether root may run a program as a user of its own kind, which some containers forbid. */
  private static final boolean IS_USER_FREE =
      FOLDER != null && IS_ROOT && works("unshare", "-U", "true");

  private final Path data;
  private final int port;
  private final List<String> options;
  private final Set<String> schemas = ConcurrentHashMap.newKeySet();
  private Process process;

  private PostgresServer(List<String> options) throws IOException {
    data = Files.createTempDirectory("court-postgres");
    port = freePort();
    this.options = options;
  }

  /** The one of all tests in this process; empty where no PostgreSQL is to be used. */
  public static Optional<PostgresServer> shared() {
    return FOLDER == null ? Optional.empty() : Optional.of(Shared.SERVER);
  }

  private static final class Shared {
    private static final PostgresServer SERVER = start();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
    }
  }

  /** Starts one that is empty. */
  public static PostgresServer start(String... options) {
    try {
      PostgresServer server = new PostgresServer(List.of(options));
      List<String> owner = server.owner();
      server.make(owner, "-A", "trust");
      server.begin();
      return server;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("PostgreSQL does not start", e);
    }
  }

  /** Starts one that asks for {@link #PASSWORD} and shows a certificate for localhost. */
  public static PostgresServer secured(Certificate certificate) {
    try {
      PostgresServer server = new PostgresServer(List.of("ssl=on"));
      List<String> owner = server.owner();
      Path word = server.data.resolve("word");
      Files.writeString(word, PASSWORD + "\n");
      server.make(owner, "-A", "scram-sha-256", "--pwfile", word.toString());
      certificate.writePem(
          server.data.resolve("data/server.crt"), server.data.resolve("data/server.key"));
      server.begin();
      return server;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("PostgreSQL does not start", e);
    }
  }

  private void make(List<String> owner, String... more) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addAll(List.of("-U", USER, "-E", "UTF8", "--locale=C", "-N"));
    call(owner, "initdb", arguments.toArray(String[]::new));
  }

  /** Starts it again after {@link #kill}. */
  public void begin() {
    try {
      List<String> command = command(owner(), "postgres");
      command.addAll(List.of("-p", String.valueOf(port), "-c", "listen_addresses=127.0.0.1"));
      command.addAll(List.of("-c", "unix_socket_directories=", "-c", "fsync=off"));
      command.addAll(List.of("-c", "max_connections=300"));
      options.forEach(option -> command.addAll(List.of("-c", option)));
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log().toFile())
              .start();
      awaitAnswer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it at once, as a machine that loses power does. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /**
   * Starts it again as its administrator does.
   *
   * @param signal INT ends it in order, QUIT at once
   */
  public void restart(String signal) {
    try {
      new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
      process.waitFor();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
    begin();
  }

  /** Sends the server a signal, such as STOP. */
  public void signal(String name) {
    Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .forEach(
            one -> {
              try {
                new ProcessBuilder("kill", "-" + name, String.valueOf(one.pid())).start().waitFor();
              } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
              }
            });
  }

  public int port() {
    return port;
  }

  /** As a platform hands it out. */
  public String url() {
    return "postgres://%s@127.0.0.1:%s/postgres".formatted(USER, port);
  }

  /** The URL of a schema, which is made when it is not there, with a clock of its own. */
  public synchronized String schema(String name) {
    if (schemas.add(name)) {
      execute("CREATE SCHEMA " + name);
      setClock(name, Duration.ZERO);
    }
    return url() + "?currentSchema=" + name + ",pg_catalog";
  }

  /** From now on the clock of a schema is ahead of the true one by so much. */
  public synchronized void setClock(String schema, Duration ahead) {
    execute(
        """
        CREATE OR REPLACE FUNCTION %s.clock_timestamp() RETURNS TIMESTAMP WITH TIME ZONE
        LANGUAGE SQL AS 'SELECT pg_catalog.clock_timestamp() + %s * INTERVAL ''1 millisecond'''
        """
            .formatted(schema, ahead.toMillis()));
  }

  /** Runs a statement past the product. */
  public void execute(String sql) {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** A connection to a schema past the product. */
  public Connection connect(String schema) throws SQLException {
    Connection connection = connect();
    connection.setSchema(schema);
    return connection;
  }

  /** A connection past the product. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(port), USER, PASSWORD);
  }

  private void awaitAnswer() {
    for (int tries = 0; ; tries++) {
      try {
        connect().close();
        return;
      } catch (SQLException e) {
        if (tries == 400 || !process.isAlive()) {
          throw new AssertionError(logged(), e);
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(25);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Path log() {
    return data.resolveSibling(data.getFileName() + ".log");
  }

  private String logged() {
    try {
      return Files.readString(log());
    } catch (IOException e) {
      return "no log: " + e;
    }
  }

  /** What stands before a command, so that it is not run as root. */
  private List<String> owner() throws IOException {
    if (!IS_ROOT) {
      return List.of();
    }
    if (IS_USER_FREE) {
      return List.of("unshare", "-U");
    }
    if (!Files.exists(programs())) {
      // Others need not be able to enter the folder of the build.
      requireWorks("cp", "-R", FOLDER, programs().toString());
    }
    requireWorks("chown", "-R", "nobody", data.toString());
    return List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups");
  }

  private Path programs() {
    return IS_ROOT && !IS_USER_FREE ? data.resolve("programs") : Path.of(FOLDER);
  }

  private static void requireWorks(String... command) throws IOException {
    if (!works(command)) {
      throw new IOException("failed: " + String.join(" ", command));
    }
  }

  private static boolean works(String... command) {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  private void call(List<String> owner, String program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = command(owner, program);
    command.addAll(List.of(arguments));
    Process called =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log().toFile())
            .start();
    if (called.waitFor() != 0) {
      throw new AssertionError(logged());
    }
  }

  private List<String> command(List<String> owner, String program) {
    List<String> command = new ArrayList<>(owner);
    command.add(programs().resolve("bin").resolve(program).toString());
    command.addAll(List.of("-D", data.resolve("data").toString()));
    return command;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    kill();
    try (Stream<Path> files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      Files.deleteIfExists(log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
