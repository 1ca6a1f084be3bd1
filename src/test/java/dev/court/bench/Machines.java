package dev.court.bench;

import dev.court.ManyAccounts;
import dev.court.PostgresServer;
import dev.court.sandbox.Sandbox;
import dev.court.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Several machines with one PostgreSQL, in which there is a lot. */
final class Machines implements Measurement {
  private static final int BOOKINGS = 50;

  /** Sooner than a tick looks, so that it finds all that is due. */
  private static final Duration LEAD = Duration.ofSeconds(40);

  private static final Duration LONGEST_RUN = Duration.ofMinutes(5);

  private final Ground ground;
  private final Scale scale;
  private final List<Finding> findings = new ArrayList<>();

  Machines(Ground ground, Scale scale) {
    this.ground = ground;
    this.scale = scale;
  }

  @Override
  public List<Finding> measure() throws IOException, InterruptedException {
    WarmUp.answers(ground, scale.shared());
    share(scale.shared(), 2);
    share(scale.most(), 1);
    return findings;
  }

  /** So many openings at one instant, an equal part of them for each machine. */
  private void share(int openings, int machines) throws IOException, InterruptedException {
    Duration toPrepare = Duration.ofSeconds(60);
    Scene scene = Scene.opening(Instant.now().plus(toPrepare).plus(LEAD), openings, Duration.ZERO);
    try (PostgresServer server = PostgresServer.start("fsync=on");
        Sandbox sandbox =
            Sandbox.start(SandboxOptions.at(InstantSource.system()).withVenue(scene.venue()))) {
      List<Home> homes = new ArrayList<>();
      for (int i = 0; i < machines; i++) {
        homes.add(home(scene, server, sandbox));
      }
      wish(scene, homes, sandbox);
      fill(server, scene, machines);
      run(scene, homes);
      report(scene, machines, sandbox, server);
    }
  }

  private Home home(Scene scene, PostgresServer server, Sandbox sandbox) throws IOException {
    Map<String, String> variables = new HashMap<>();
    variables.put("COURT_DB_URL", server.url());
    variables.put("COURT_API_URL", sandbox.apiUrl().toString());
    variables.put("COURT_AUTH_URL", sandbox.authUrl().toString());
    variables.put("COURT_OCCUPANT_ID", sandbox.occupantId());
    variables.put("COURT_TIMEZONE", scene.venue().zone().getId());
    variables.put("COURT_SLOT", Scene.SLOT.toString());
    variables.put("COURT_WINDOW", scene.window().toString());
    Home home = new Home(ground.newFolder(), variables);
    home.furnish(scene.venue());
    return home;
  }

  /** Each machine has an account of its own to serve, which is what two of them come to. */
  private static void wish(Scene scene, List<Home> homes, Sandbox sandbox) throws IOException {
    homes.get(0).type(sandbox.refreshToken(), "login", "--with-token", "--account", account(0));
    for (Home other : homes.subList(1, homes.size())) {
      Files.copy(homes.get(0).folder().resolve("key"), other.folder().resolve("key"));
    }
    for (int i = 1; i < homes.size(); i++) {
      homes.get(i).type(sandbox.refreshToken(), "login", "--with-token", "--account", account(i));
    }
    for (int i = 0; i < homes.size(); i++) {
      homes
          .get(i)
          .court("config", "set", "accounts." + account(i) + ".occupant_id", sandbox.occupantId());
      homes
          .get(i)
          .court(
              "add",
              "--at",
              scene.start().toString(),
              "--court",
              String.valueOf(i + 1),
              "--account",
              account(i));
    }
  }

  /** The schedules of all further courts, in turn for each account. */
  private static void multiply(Statement statement, Scene scene, int machines) throws SQLException {
    statement.execute(
        """
        INSERT INTO schedules (account_id, type, desired_time, zone, rrule, exdates, court_id,
          duration, guests, status, created_at, filled_until, filled_with)
        SELECT account_id, type, desired_time, zone, rrule, exdates, CAST(x AS TEXT), duration,
          guests, status, created_at, filled_until, filled_with
        FROM schedules, generate_series(%1$s + 1, %2$s) AS numbers (x)
        WHERE id = 1 + (x - 1) %% %1$s
        """
            .formatted(machines, scene.courts()));
    statement.execute(
        """
        INSERT INTO bookings (schedule_id, desired_time, wall_clock, zone, part_of, trigger_time,
          next_try, court_id, duration, guests, status, attempts)
        SELECT s.id, b.desired_time, b.wall_clock, b.zone, b.part_of, b.trigger_time, b.next_try,
          s.court_id, b.duration, b.guests, b.status, 0
        FROM schedules s, bookings b WHERE s.id > %s AND b.schedule_id = 1
        """
            .formatted(machines));
  }

  private static String account(int machine) {
    return "machine-" + machine;
  }

  private void fill(PostgresServer server, Scene scene, int machines) {
    String filledWith = scene.venue().window() + " " + scene.venue().zone();
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      multiply(statement, scene, machines);
      long from = System.nanoTime();
      new ManyAccounts(scale.accounts(), BOOKINGS, Instant.now(), filledWith).fill(connection);
      note(
          "%s bookings made".formatted(scale.accounts() * BOOKINGS),
          Unit.TOOK,
          (System.nanoTime() - from) / 1e6);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot make accounts", e);
    }
  }

  private void run(Scene scene, List<Home> homes) throws IOException, InterruptedException {
    System.gc();
    Pauses.until(scene.ours().minus(LEAD));
    List<Process> runs = new ArrayList<>();
    for (int i = 0; i < homes.size(); i++) {
      List<String> command = List.of(ground.launcher(), "run-due", "--account", account(i));
      runs.add(ground.start(homes.get(i).environment(), command, ground.file("said-" + i)));
    }
    for (Process run : runs) {
      run.waitFor(LONGEST_RUN.toSeconds(), TimeUnit.SECONDS);
    }
    note(
        "until all of %s is written down".formatted(scene.courts()),
        Unit.TOOK,
        Duration.between(scene.ours(), Instant.now()).toNanos() / 1e6);
  }

  private void report(Scene scene, int machines, Sandbox sandbox, PostgresServer server) {
    Arrivals arrivals = Arrivals.at(sandbox);
    List<Double> late =
        arrivals.firstOfEach().stream().map(shot -> shot.msAfter(scene.opening())).toList();
    Finding finding =
        new Finding(
                Row.SCALE,
                "%s openings, %s machines".formatted(scene.courts(), machines),
                Unit.LATE,
                late)
            .losing(scene.courts() - booked(server))
            .aimingAt(Goal.every(250), Goal.neverEarly());
    findings.add(finding);
    note(
        "requests for %s openings".formatted(scene.courts()),
        Unit.REQUESTS,
        arrivals.shots().size());
    Progress.say(Row.SCALE, 1, 1, Unit.LATE, Optional.of(finding.values().max()));
  }

  private static int booked(PostgresServer server) {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT COUNT(*) FROM bookings WHERE status = 'success' AND schedule_id <="
                    + " 10000")) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot count", e);
    }
  }

  private void note(String what, Unit unit, double value) {
    findings.add(new Finding(Row.SCALE, what, unit, List.of(value)));
    Progress.say(Row.SCALE, 1, 1, unit, Optional.of(value));
  }
}
