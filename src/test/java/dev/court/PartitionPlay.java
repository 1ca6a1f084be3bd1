package dev.court;

import static dev.court.Network.Line.ATRIUM;
import static dev.court.Network.Line.DATABASE;

import dev.court.Network.Line;
import dev.court.Network.Machine;
import dev.court.booking.Problem;
import dev.court.log.Log;
import dev.court.sandbox.ReceivedRequest;
import dev.court.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Plays what happens to two machines when lines are cut, in a process that has a network namespace
 * of its own, and prints what came of it: a line for each scene. All times are real.
 */
final class PartitionPlay {
  /** From the start of the machines to the opening. */
  private static final Duration AHEAD = Duration.ofMillis(23_400);

  /** Machines start just after the opening of others, and have begun to wait at the next one. */
  private static final Duration APART = Duration.ofSeconds(4);

  /** What is done to the machines; each has an opening of its own. */
  enum Scene {
    NOTHING,
    DATABASE_BEFORE_ARMED,
    DATABASE_AFTER_ARMED,
    DATABASE_IN_THE_SHOT,
    ATRIUM_BEFORE_OPENING,
    ATRIUM_IN_THE_SHOT,
    POWER_BEFORE_ARMED,
    POWER_AFTER_ARMED,
    NOTHING_AGAIN,
    POWER_IN_THE_SHOT,
    STANDBY_CAME_BACK,
    DATABASE_OF_BOTH_AND_ONE_COURT,
    DATABASE_THEN_POWER_AFTER_THE_ANSWER,
    RESTART_IN_ORDER,
    RESTART_AT_ONCE,
    POWER_IN_A_TRANSACTION,
    STOPPED_IN_A_TRANSACTION;

    /** The server of these is no other scene's. */
    private boolean isRestart() {
      return this == RESTART_IN_ORDER || this == RESTART_AT_ONCE;
    }

    private String courts() {
      return this == DATABASE_OF_BOTH_AND_ONE_COURT ? "1" : "1,2";
    }
  }

  private final TwoMachines pair;
  private final List<Machine> machines;
  private final PostgresServer server;

  private PartitionPlay(TwoMachines pair, List<Machine> machines, PostgresServer server) {
    this.pair = pair;
    this.machines = machines;
    this.server = server;
  }

  /**
   * Plays all scenes, or those that are named.
   *
   * @param arguments a folder, and names
   */
  public static void main(String... arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    List<Scene> scenes = new ArrayList<>();
    for (int i = 1; i < arguments.length; i++) {
      scenes.add(Scene.valueOf(arguments[i]));
    }
    Network network = new Network();
    Path rules = Files.createTempFile("court-rules", ".conf");
    Files.writeString(rules, "host all all 0.0.0.0/0 trust\n");
    String[] options = {"listen_addresses=127.0.0.1,127.0.0.2", "hba_file=" + rules};
    Map<Boolean, List<Scene>> all =
        (scenes.isEmpty() ? List.of(Scene.values()) : scenes)
            .stream().collect(Collectors.partitioningBy(Scene::isRestart));
    Map<Scene, PostgresServer> servers = new EnumMap<>(Scene.class);
    all.get(true).forEach(scene -> servers.put(scene, PostgresServer.start(options)));
    try (PostgresServer server = PostgresServer.start(options)) {
      all.get(false).forEach(scene -> servers.put(scene, server));
      play(folder, network, servers);
    } finally {
      all.get(true).forEach(scene -> servers.get(scene).close());
      Files.delete(rules);
    }
    System.exit(0);
  }

  private static void play(Path folder, Network network, Map<Scene, PostgresServer> servers)
      throws IOException {
    ExecutorService threads = Executors.newCachedThreadPool();
    List<CompletableFuture<?>> playing = new ArrayList<>();
    Instant start = InstantSource.system().instant();
    for (Scene scene : servers.keySet()) {
      List<Machine> machines = List.of(network.machine(), network.machine());
      Path own = folder.resolve(scene.name());
      PostgresServer its = servers.get(scene);
      its.execute("CREATE DATABASE " + scene);
      RealTime.awaitExactly(start.plus(APART.multipliedBy(playing.size())));
      playing.add(
          CompletableFuture.runAsync(
              () -> {
                if (scene.name().endsWith("_IN_A_TRANSACTION")) {
                  inATransaction(scene, url(its, scene), machines.get(0));
                } else {
                  play(scene, own, its, machines);
                }
              },
              threads));
    }
    playing.forEach(CompletableFuture::join);
  }

  private static String url(PostgresServer server, Scene scene) {
    String name = scene.name().toLowerCase(Locale.ROOT);
    return "postgres://court@%s:%s/%s".formatted(DATABASE.address, server.port(), name);
  }

  private static void play(Scene scene, Path own, PostgresServer server, List<Machine> machines) {
    List<List<String>> places = machines.stream().map(Machine::enter).toList();
    try (TwoMachines pair =
        new TwoMachines(own, AHEAD, scene.courts(), url(server, scene), places, "run-due")) {
      new PartitionPlay(pair, machines, server).play(scene);
    }
  }

  /** How long nobody else can change anything. */
  private static void inATransaction(Scene scene, String url, Machine machine) {
    try (RealProcess holding =
            RealProcess.start(machine.enter(), Map.of(), HoldingPlay.class, url);
        Database database = new Database(url, Log.NONE)) {
      holding.line();
      if (scene == Scene.POWER_IN_A_TRANSACTION) {
        machine.cut(DATABASE);
        holding.signal("KILL");
      } else {
        holding.signal("STOP");
      }
      Instant start = InstantSource.system().instant();
      String said = tried(database);
      Duration took = Duration.between(start, InstantSource.system().instant());
      System.out.printf("%s took=%s said=%s%n", scene, took.toMillis(), said);
    }
  }

  private static String tried(Database database) {
    try {
      return database.transact(store -> "done");
    } catch (Problem e) {
      return e.getMessage();
    }
  }

  private void play(Scene scene) {
    int holder = pair.holding();
    pair.awaitStandby();
    switch (scene) {
      case NOTHING, NOTHING_AGAIN -> {
        // It shows how late a court is on this machine when nothing happens.
      }
      case DATABASE_BEFORE_ARMED -> cut(holder, -5_000, DATABASE);
      case DATABASE_AFTER_ARMED -> cut(holder, -300, DATABASE);
      case DATABASE_IN_THE_SHOT -> inTheShot(holder, DATABASE);
      case ATRIUM_BEFORE_OPENING -> cut(holder, -5_000, ATRIUM);
      case ATRIUM_IN_THE_SHOT -> inTheShot(holder, ATRIUM);
      case POWER_BEFORE_ARMED -> losesPower(holder, -5_000);
      case POWER_AFTER_ARMED -> losesPower(holder, -300);
      case POWER_IN_THE_SHOT -> {
        slowAnswer();
        losesPower(holder, 300);
      }
      case STANDBY_CAME_BACK -> {
        cut(1 - holder, -15_500, DATABASE);
        at(-4_500);
        machines.get(1 - holder).mend(DATABASE);
        at(-1_500);
        pair.process(holder).signal("KILL");
      }
      case DATABASE_OF_BOTH_AND_ONE_COURT -> {
        cut(holder, -2_000, DATABASE);
        cut(1 - holder, -2_000, DATABASE);
      }
      case DATABASE_THEN_POWER_AFTER_THE_ANSWER -> {
        cut(holder, -300, DATABASE);
        losesPower(holder, 1_000);
      }
      case RESTART_IN_ORDER -> restart("INT");
      case RESTART_AT_ONCE -> restart("QUIT");
      default -> throw new IllegalArgumentException(scene.name());
    }
    pair.awaitSettled(Duration.ofSeconds(7));
    // What is cut is mended in the end, and a machine that lives writes what it knows.
    for (Line line : Line.values()) {
      machines.forEach(machine -> machine.mend(line));
    }
    List<Player.Ran> ran = pair.ended();
    pair.goOn();
    System.out.printf(
        "%s %s holder=%s other=%s%n",
        scene, told(), said(ran.get(holder)), said(ran.get(1 - holder)));
  }

  private static String said(Player.Ran ran) {
    return ran.code() + " " + (ran.out() + ran.err()).replace('\n', '|');
  }

  private String told() {
    return "held=%s status=%s late=%s asked=%s"
        .formatted(
            pair.time.sandbox.reservations().size(),
            pair.time.status(),
            pair.late().map(Duration::toMillis).orElse(-1L),
            pair.asked().stream().map(this::shown).collect(Collectors.joining(",")));
  }

  /** When it came, in milliseconds after the opening, and the number of the court. */
  private String shown(ReceivedRequest request) {
    return Duration.between(pair.time.opening, request.at()).toMillis() + ":" + court(request);
  }

  private static String court(ReceivedRequest request) {
    return request.body().replaceAll("(?s).*\"amenity_id\":(\\d+),.*", "$1");
  }

  private void cut(int machine, int fromOpening, Line line) {
    at(fromOpening);
    machines.get(machine).cut(line);
  }

  /** The request has left, and its answer takes a second. */
  private void inTheShot(int holder, Line line) {
    slowAnswer();
    cut(holder, 300, line);
  }

  private void restart(String signal) {
    at(-1_200);
    server.restart(signal);
  }

  private void slowAnswer() {
    pair.time.sandbox.faults().add("answer-latency@post=1:1s");
  }

  private void losesPower(int holder, int fromOpening) {
    if (fromOpening == 0) {
      pair.time.sandbox.faults().add("answer-latency@post=1:1s");
      at(300);
    } else at(fromOpening);
    for (Line line : Line.values()) {
      machines.get(holder).cut(line);
    }
    pair.process(holder).signal("KILL");
  }

  private void at(int fromOpening) {
    RealTime.awaitExactly(pair.time.opening.plusMillis(fromOpening));
  }
}
