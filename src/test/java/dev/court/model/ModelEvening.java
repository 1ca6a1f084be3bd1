package dev.court.model;

import dev.court.Evening;
import dev.court.files.LockFolder;
import dev.court.workspace.FileRunLock;
import dev.court.workspace.RunLock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The world of one evening: the clock, the building, the home of the person, and the processes that
 * run in it. The thread that makes it is the one that begins them.
 */
final class ModelEvening implements AutoCloseable {
  static final Instant FIRST = Evening.OPENING.minusSeconds(120);
  private static final long LONGEST_END_MS = 5_000;

  final World world;
  final Story story;
  final Ledger ledger;
  final Building building;
  final List<String> falseWords = new CopyOnWriteArrayList<>();
  private final Path home;
  private final VirtualTime time = new VirtualTime(FIRST.minusSeconds(5));
  private final ModelServer server;
  private final OpenDatabase database;
  private final CommandLine commands;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Map<Integer, ModelProcess> processes = new ConcurrentHashMap<>();
  private final List<Thread> mains = new ArrayList<>();
  private final Thread driver = Thread.currentThread();
  private volatile boolean isDark;
  private final AtomicInteger boot = new AtomicInteger();
  private final AtomicInteger deaths = new AtomicInteger();

  ModelEvening(World world, Path home) throws IOException {
    this.world = world;
    this.home = home;
    this.story = new Story(time, Evening.OPENING);
    this.ledger = new Ledger(world.wish(), story::tell);
    this.building = new Building(time, world, ledger, story);
    this.server = new ModelServer(building);
    this.database = new OpenDatabase(home);
    this.commands = new CommandLine(home, server.address());
    time.standsStillWhile(() -> driver.getState() == Thread.State.RUNNABLE);
    world.rivals().forEach(this::plan);
  }

  private void plan(World.Rival rival) {
    ledger.plan(rival.takes(), () -> ledger.takenByOthers(rival.slot(), rival.takes()));
    if (rival.givesBack() != null) {
      ledger.plan(rival.givesBack(), () -> ledger.givenBack(rival.slot()));
    }
  }

  Instant now() {
    return time.instant();
  }

  void sleepUntil(Instant instant) throws InterruptedException {
    time.sleepUntil(instant);
  }

  /** Whether the machine has lost its power. */
  boolean isDark() {
    return isDark;
  }

  /** Whether the machine ever lost its power. */
  boolean lostPower() {
    return boot.get() > 0;
  }

  /** What befell processes so far, by number. */
  int deaths() {
    return deaths.get();
  }

  /** The machine starts again, with what the power cut has left. */
  void comeUp(PowerCut cut) throws IOException {
    awaitTheDead();
    cut.strike(home);
    boot.incrementAndGet();
    isDark = false;
  }

  /** Until no thread of a dead process does anything any more. */
  void awaitTheDead() {
    while (processes.values().stream().anyMatch(one -> one.isKilled() && one.isBusy())) {
      Thread.onSpinWait();
    }
  }

  Collection<ModelProcess> processes() {
    return processes.values();
  }

  /** Whether something may still happen without a new process. */
  boolean isUnderWay() {
    return ledger.isPlanned() || !processes.values().stream().allMatch(ModelProcess::isGone);
  }

  /** What the program says of its bookings. */
  List<StatedBooking> bookings() {
    return StatedBooking.read(court("", "list", "--bookings", "--all", "-o", "json").out());
  }

  /** Cron, or somebody, starts a run. */
  ModelProcess begin(Death death) {
    ModelProcess process = process(death);
    begin(process, () -> runDue(process));
    return process;
  }

  /** Somebody types a command, for whose end nobody waits. */
  void begin(Consumer<CommandLine.Result> whenDone, String... words) {
    ModelProcess process = process(Death.NEVER);
    begin(
        process,
        () -> {
          try {
            whenDone.accept(commands.run(process, "", words));
          } finally {
            process.end();
          }
        });
  }

  private void begin(ModelProcess process, Runnable work) {
    Thread main = new Thread(process.threads, work, "main-" + process.number);
    mains.add(main);
    main.start();
  }

  private ModelProcess process(Death death) {
    int number = processes.size() + 1;
    RunLock lock =
        new FileRunLock(
            new LockFolder(home.resolve("runs")), "process" + number, "boot" + boot.get());
    ModelProcess process =
        new ModelProcess(number, time, lock, death.step(), () -> befall(number, death), over);
    processes.put(number, process);
    building.expect(process);
    return process;
  }

  private synchronized void befall(int number, Death death) {
    deaths.incrementAndGet();
    story.tell("run %s meets %s".formatted(number, death.cause()));
    switch (death.cause()) {
      case KILL -> processes.get(number).kill();
      case TERM -> processes.get(number).terminate();
      case FREEZE -> processes.get(number).freeze(death.span());
      case POWER_CUT -> {
        isDark = true;
        processes.values().forEach(ModelProcess::kill);
      }
    }
  }

  private void runDue(ModelProcess process) {
    try {
      CommandLine.Result result = commands.run(process, "", "run-due");
      story.tell("%s ends: %s".formatted(process, result));
      if (result.out().startsWith("booked") && ledger.ours().isEmpty()) {
        falseWords.add(result.toString());
      }
    } catch (Killed e) {
      // nothing more to do
    } finally {
      process.end();
    }
  }

  /** Runs a command line now, which nothing disturbs. */
  CommandLine.Result court(String input, String... words) {
    ModelProcess process = process(Death.NEVER);
    try {
      return commands.run(process, input, words);
    } finally {
      process.end();
    }
  }

  @Override
  public void close() throws IOException {
    over.countDown();
    time.close();
    server.close();
    mains.forEach(ModelEvening::await);
    database.close();
  }

  private static void await(Thread main) {
    try {
      main.join(LONGEST_END_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
