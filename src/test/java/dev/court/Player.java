package dev.court;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.atrium.http.HttpLimits;
import dev.court.cli.ListedExitCodes;
import dev.court.json.Json;
import dev.court.notification.DeliveryLimits;
import dev.court.sandbox.Sandbox;
import dev.court.sandbox.SandboxOptions;
import dev.court.sandbox.realm.RealmOptions;
import dev.court.sandbox.realm.TokenLifetimes;
import dev.court.sandbox.realm.User;
import dev.court.terminal.Console;
import dev.court.terminal.InputLines;
import dev.court.workspace.LeaseOwner;
import dev.court.workspace.RunLock;
import dev.court.workspace.StopSignal;
import dev.court.workspace.Waiter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Somebody at the keyboard: runs the whole tool in-process, through the same entry as a shell does,
 * against a sandbox, at a time that the test sets.
 */
public final class Player implements AutoCloseable {
  /** A Sunday noon in New York. */
  public static final Instant NOW = Instant.parse("2026-11-22T17:00:00Z");

  public final TestClock clock;
  public final Sandbox sandbox;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private Function<Path, RunLock> claimant = new ProcessRunLocks()::in;
  private Limits limits = Limits.DEFAULT;
  private Path database;
  private Waiter waiter;
  private volatile StopSignal stop;
  private int columns;
  private Writer output;

  /** What a command line did. */
  public record Ran(int code, String out, String err) {

    /** The data as JSON objects. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> rows() {
      assertThat(err).isEmpty();
      return (List<Map<String, Object>>) Json.tree(out);
    }

    /** That it failed with this code and one line that says all of these. */
    public void failsWith(int expected, String... fragments) {
      assertThat(this.code).as(err).isEqualTo(expected);
      assertThat(err.lines()).hasSize(1);
      assertThat(err).startsWith("court: ").contains(fragments);
    }

    /** That it went well; gives itself back for more. */
    public Ran succeeds() {
      assertThat(code).as(err).isZero();
      return this;
    }
  }

  /** Somebody with an empty home. */
  public Player(Path home) {
    this(home, NOW);
  }

  public Player(Path home, Instant now) {
    this(home, now, TokenLifetimes.DEFAULT);
  }

  /** Somebody at a realm whose tokens and sessions live as long as these. */
  public Player(Path home, Instant now, TokenLifetimes lifetimes) {
    this(home, new TestClock(now), lifetimes);
  }

  private Player(Path home, TestClock clock, TokenLifetimes lifetimes) {
    this(
        home,
        clock,
        Sandbox.start(
            SandboxOptions.at(clock, new RealmOptions(lifetimes, true, false, User.ALL))));
  }

  private Player(Path home, TestClock clock, Sandbox sandbox) {
    this.clock = clock;
    this.sandbox = sandbox;
    waiter = clock;
    database = home;
    with("COURT_HOME", home.toString());
    HomeDatabase.onServer(home).ifPresent(url -> with("COURT_DB_URL", url));
    with("COURT_API_URL", sandbox.apiUrl().toString());
    with("COURT_AUTH_URL", sandbox.authUrl().toString());
    with("COURT_OCCUPANT_ID", sandbox.occupantId());
  }

  /** The same person at another machine, which has its own home and the same database. */
  public Player atOtherMachine(Path home) {
    Player other = new Player(home, clock, sandbox);
    other.database = database;
    other.environment.putAll(environment);
    return other.with("COURT_HOME", home.toString());
  }

  /** Sets a variable; null takes it away. */
  public Player with(String variable, String value) {
    if (value == null) {
      environment.remove(variable);
    } else {
      environment.put(variable, value);
    }
    return this;
  }

  /** The next commands run as another process would. */
  public Player as(LeaseOwner other) {
    claimant = home -> new FixedRunLock(other);
    return this;
  }

  /** Waits no longer than this for an answer, by real time. */
  public Player waitingFor(Duration limit) {
    limits = new Limits(new HttpLimits(limits.http().connect(), limit), limits.delivery());
    return this;
  }

  /** Gives a message or a ping no longer than this, by real time. */
  public Player notifyingWithin(Duration limit) {
    limits = new Limits(limits.http(), new DeliveryLimits(limits.delivery().phase(), limit, limit));
    return this;
  }

  /** Looks at standard output on a terminal of this width. */
  public Player lookingAt(int width) {
    columns = width;
    return this;
  }

  /** Sends standard output there; null shows it again. */
  public Player printingTo(Writer other) {
    output = other;
    return this;
  }

  /** Lets time pass in another way than by moving the clock on. */
  public Player waitingBy(Waiter other) {
    waiter = other;
    return this;
  }

  /** The signal that asks the command to end which began last. */
  public StopSignal signal() {
    return stop;
  }

  /** The realm has ended all sessions by the time it is next asked for tokens. */
  public void endSessions() {
    sandbox.faults().add("session-ended=1");
  }

  /** Signs in with a fresh token of the sandbox. */
  public Player signIn() {
    type(sandbox.refreshToken(), "login", "--with-token").succeeds();
    return this;
  }

  /** Has a database on a server take the settings of the venue as they are here now. */
  public Player sharing() {
    if (PostgresServer.shared().isPresent()) {
      court("config", "share").succeeds();
    }
    return this;
  }

  /** Runs one command line with nothing on standard input. */
  public Ran court(String... args) {
    return run(bytes(""), false, args);
  }

  /** Runs one command line with this on standard input. */
  public Ran type(String input, String... args) {
    return run(bytes(input), false, args);
  }

  /** Runs one command line at a terminal. */
  public Ran atTerminal(String input, String... args) {
    return run(bytes(input), true, args);
  }

  /** Like {@link #atTerminal(String, String...)}, with what happens before the person answers. */
  public Ran atTerminal(Runnable meanwhile, String input, String... args) {
    InputStream answer =
        new InputStream() {
          private InputStream typed;

          @Override
          public int read() throws IOException {
            return typed().read();
          }

          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            return typed().read(into, from, length);
          }

          private InputStream typed() {
            if (typed == null) {
              meanwhile.run();
              typed = bytes(input);
            }
            return typed;
          }
        };
    return run(answer, true, args);
  }

  private static InputStream bytes(String input) {
    return new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
  }

  private Ran run(InputStream in, boolean terminal, String... args) {
    HomeDatabase.setClock(database, clock);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            in,
            new PrintWriter(output == null ? out : output),
            new PrintWriter(err),
            terminal,
            question -> {
              question.run();
              return InputLines.line(in);
            },
            columns);
    StopSignal signal = new StopSignal(clock);
    if (args.length > 0 && (args[0].equals("run-due") || args[0].equals("worker"))) {
      stop = signal;
    }
    int code =
        new Wiring(
                new Surroundings(environment, clock, ignored -> waiter, claimant, signal, limits),
                console)
            .run(args);
    ListedExitCodes.contain(code, args);
    return new Ran(code, out.toString(), err.toString());
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
