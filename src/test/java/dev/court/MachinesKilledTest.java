package dev.court;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two machines with a home and a process each, by the real clock, and one PostgreSQL. The sandbox
 * says what is held.
 */
@Tag("postgres")
@Tag("long-on-server")
class MachinesKilledTest {
  /** In what a process has begun to wait, also beside those of other pairs. */
  private static final Duration TO_BEGIN = Duration.ofSeconds(15);

  /** A kill before that leaves the other machine enough time to be there at the opening. */
  private static final int IN_TIME = 300;

  /** What the other machine may be late by, on a machine that has nothing else to do. */
  private static final Duration LATE = Duration.ofMillis(150);

  /** One that saw nothing coming asks when it has the lock, and the court must be its own then. */
  private static final Duration TAKEN_OVER_LATE = Duration.ofSeconds(2);

  @TempDir Path folder;

  @BeforeEach
  void needs_a_server() {
    assumeThat(PostgresServer.shared()).isPresent();
  }

  /** Whom SIGKILL meets. */
  private enum Victim {
    HOLDER,
    STANDBY,
    NOBODY
  }

  /**
   * What is to be played.
   *
   * @param command of both machines
   * @param beforeOpening when the victim is killed, in milliseconds
   */
  private record Part(String command, Victim victim, int beforeOpening) {}

  /**
   * What came of it.
   *
   * @param held how many courts
   * @param late the first request, in milliseconds
   */
  private record Played(Part part, int held, String status, long late) {
    boolean isInTime() {
      return part.victim() != Victim.HOLDER || part.beforeOpening() > IN_TIME;
    }
  }

  /**
   * Crons and workers by turns. {@code -Dcourt.kills=50 -Dcourt.span=60} kills fifty times each,
   * within the whole last minute, for half an hour; the pairs overlap, but none starts while
   * another one has its opening.
   *
   * <p>How late a court may be is the promise and what this machine does to a pair that nobody
   * kills, played among the others: both wait for the same processors. The worst of those is added
   * to the limit.
   */
  @Test
  void a_machine_that_dies_in_the_last_minute_costs_no_court_and_no_time() {
    Duration span = Duration.ofSeconds(Integer.getInteger("court.span", 10));
    List<Part> parts = parts(Integer.getInteger("court.kills", 2), span);

    List<Played> played = played(parts, span.plus(TO_BEGIN));

    Duration noise =
        Duration.ofMillis(
            late(played, one -> one.part().victim() == Victim.NOBODY).max().orElse(0));
    for (String command : List.of("run-due", "worker")) {
      for (Victim victim : Victim.values()) {
        print(played, command, victim);
      }
    }
    assertThat(played).allSatisfy(one -> assertThat(one.held()).isEqualTo(1));
    assertThat(played).allSatisfy(one -> assertThat(one.status()).isEqualTo("success"));
    assertThat(played)
        .allSatisfy(
            one ->
                Figures.assertLate(
                    Duration.ofMillis(one.late()),
                    (one.isInTime() ? LATE : TAKEN_OVER_LATE).plus(noise)));
  }

  private static List<Part> parts(int kills, Duration span) {
    long seed = Long.getLong("court.seed", System.nanoTime());
    System.out.printf("machines killed with -Dcourt.seed=%s%n", seed);
    Random random = new Random(seed);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < kills; i++) {
      Victim victim = i % 3 == 2 ? Victim.STANDBY : Victim.HOLDER;
      for (String command : List.of("run-due", "worker")) {
        parts.add(new Part(command, victim, random.nextInt((int) span.toMillis())));
        if (i % 5 == 0) {
          parts.add(new Part(command, Victim.NOBODY, 0));
        }
      }
    }
    return parts;
  }

  /** Each begins by itself, so that between two openings there is one start. */
  private List<Played> played(List<Part> parts, Duration ahead) {
    Duration apart = ahead.multipliedBy(2).dividedBy(9);
    Instant start = InstantSource.system().instant();
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<CompletableFuture<Played>> playing = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        Part part = parts.get(i);
        Path own = folder.resolve("" + i);
        RealTime.awaitExactly(start.plus(apart.multipliedBy(i)));
        playing.add(CompletableFuture.supplyAsync(() -> play(part, own, ahead), threads));
      }
      return playing.stream().map(CompletableFuture::join).toList();
    } finally {
      threads.shutdown();
    }
  }

  private static Played play(Part part, Path own, Duration ahead) {
    try (TwoMachines machines = new TwoMachines(own, ahead, part.command())) {
      RealTime.awaitExactly(machines.time.opening.minusMillis(part.beforeOpening()));
      switch (part.victim()) {
        case HOLDER -> machines.holder().kill();
        case STANDBY -> machines.other().kill();
        default -> {
          // It shows what the others cost this machine.
        }
      }
      machines.awaitSettled(Duration.ofMinutes(2));
      machines.goOn();
      Played played =
          new Played(
              part,
              machines.time.sandbox.reservations().size(),
              machines.time.status(),
              machines.late().orElse(Duration.ofDays(1)).toMillis());
      System.out.println(played);
      return played;
    }
  }

  private static LongStream late(List<Played> played, Predicate<Played> which) {
    return played.stream().filter(which).mapToLong(Played::late).sorted();
  }

  private static void print(List<Played> played, String command, Victim victim) {
    long[] late =
        late(
                played,
                one ->
                    one.part().command().equals(command)
                        && one.part().victim() == victim
                        && one.isInTime())
            .toArray();
    if (late.length > 0) {
      System.out.printf(
          "%s, %s killed: %s, late by %s ms in the middle and %s ms at most%n",
          command, victim, late.length, late[late.length / 2], late[late.length - 1]);
    }
  }

  /** It asks for its armed court when it wakes, which is held already, and for no other one. */
  @Test
  void a_machine_that_hangs_over_the_opening_and_wakes_holds_no_second_court() {
    try (TwoMachines machines = new TwoMachines(folder, Duration.ofSeconds(25), "run-due")) {
      RealTime.awaitExactly(machines.time.opening.minusMillis(2_500));
      RealProcess holder = machines.holder();
      holder.signal("STOP");
      RealTime.awaitExactly(machines.time.opening.plusMillis(1_500));
      holder.signal("CONT");

      machines.ended();
      machines.goOn();

      assertThat(machines.time.sandbox.reservations()).hasSize(1);
      assertThat(machines.time.status()).isEqualTo("success");
    }
  }
}
