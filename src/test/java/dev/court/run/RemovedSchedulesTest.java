package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.Interruption;
import dev.court.KilledHome;
import dev.court.Player;
import dev.court.booking.BookingStatus;
import dev.court.booking.ScheduledBooking;
import dev.court.log.Log;
import dev.court.sandbox.realm.TokenLifetimes;
import dev.court.store.Database;
import dev.court.workspace.StopSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A schedule that was removed leaves nothing that waits, whatever a person does in whatever order,
 * with runs that end, are stopped or killed, and with databases that go back to an older state.
 * More of it: {@code -Dcourt.removals=2000}; {@code -Dcourt.seed=N} plays one again.
 */
class RemovedSchedulesTest {
  private static final int STEPS = 9;
  private static final Duration AHEAD = Duration.ofHours(6);

  /** Sessions outlive all of it, since they are not what this is about. */
  private static final TokenLifetimes LONG =
      new TokenLifetimes(Duration.ofDays(3000), Duration.ofDays(3000), Duration.ofDays(3000));

  private static final List<String> FAULTS =
      List.of(
          "",
          "",
          "drop-answer=1,list-404=3",
          "drop-request=always",
          "refuse=always:This amenity is already reserved for the selected time.",
          "429=always:20s");

  @TempDir Path folder;
  private Player player;
  private Path home;
  private Path dead;
  private Random random;
  private List<String> played;

  @Test
  void nothing_of_a_removed_schedule_waits() {
    long seed = Long.getLong("court.seed", System.nanoTime());
    int sequences = Integer.getInteger("court.removals", 6);
    try (Player somebody = new Player(folder, Evening.OPENING, LONG)) {
      player = somebody;
      for (int i = 0; i < sequences; i++) {
        begin(i, seed + i);
        playOne("seed " + (seed + i));
      }
    }
  }

  /** The run had claimed it, and the copy is of the time when it was removed already. */
  @ParameterizedTest
  @CsvSource({"remove 1 --yes", "edit 1 --at 2026-12-03T17:00"})
  void a_copy_of_the_database_that_is_accepted_is_as_the_person_wants_it(String change) {
    home = folder;
    try (Player somebody = new Player(home, Evening.OPENING.minusSeconds(70)).signIn()) {
      player = somebody;
      played = new ArrayList<>();
      type("add --at %s --court 1".formatted(Evening.FIVE));
      player.waitingBy(
          new Interruption(
              player.clock,
              Instant.MIN,
              () -> {
                StopSignal signal = player.signal();
                type(change);
                keep();
                signal.raise();
              }));
      player.court("run-due");
      copy(copy(), database());
      player.clock.set(Evening.OPENING.minusSeconds(70));

      type("backup accept --yes");

      assertThat(waiting()).noneMatch(one -> one.booking().start().equals(Evening.START));
    }
  }

  /** Each has a home and a week of its own, in which the courts are free. */
  private void begin(int number, long seed) {
    random = new Random(seed);
    played = new ArrayList<>();
    home = folder.resolve("home" + number);
    dead = folder.resolve("dead" + number);
    player.with("COURT_HOME", home.toString()).signIn();
    player.clock.advance(Duration.ofDays(7));
  }

  private void playOne(String name) {
    try {
      for (int i = 0; i < STEPS; i++) {
        step();
        assertNothingWaits();
      }
      end();
    } catch (AssertionError e) {
      throw new AssertionError(name + "\n" + String.join("\n", played), e);
    }
  }

  private void step() {
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> run();
      case 3 -> goesBack();
      default -> changes();
    }
  }

  private void changes() {
    for (int i = random.nextInt(3); i >= 0; i--) {
      type(change());
    }
  }

  private String change() {
    int id = 1 + random.nextInt(3);
    return switch (random.nextInt(14)) {
      case 0 -> "add --at " + time() + " --court " + courts();
      case 1, 2 -> "add --rrule FREQ=WEEKLY --from " + time() + " --court " + courts();
      case 3, 4, 5 -> "remove " + id + " --yes";
      case 6 -> "skip " + id + " " + time().substring(0, 10);
      case 7 -> "pause " + id;
      case 8, 9 -> "resume " + id;
      case 10 -> "edit " + id + " --court " + courts();
      case 11 -> "edit " + id + " --time " + time().substring(11);
      case 12 -> "retry " + id;
      default -> "resolve " + id + " --not-booked";
    };
  }

  /** It opens within the next hours. */
  private String time() {
    Instant opening = player.clock.instant().plus(Duration.ofMinutes(30L * random.nextInt(1, 5)));
    LocalDateTime inNewYork = LocalDateTime.ofInstant(opening, ZoneOffset.ofHours(-5));
    return inNewYork
        .plusDays(7)
        .withMinute(inNewYork.getMinute() / 30 * 30)
        .withSecond(0)
        .withNano(0)
        .toString();
  }

  private String courts() {
    return List.of("1", "1,2", "2").get(random.nextInt(3));
  }

  /** It claims what opens within hours, and something happens at one of its pauses. */
  private void run() {
    player.sandbox.faults().add(FAULTS.get(random.nextInt(FAULTS.size())));
    int ending = random.nextInt(3);
    played.add("run-due begins, ending " + ending);
    Instant from = player.clock.instant().plus(Duration.ofMinutes(random.nextInt(3) * 29L));
    player.waitingBy(new Interruption(player.clock, from, () -> meanwhile(ending)));
    player.court("run-due", "--within", AHEAD.toString());
    player.waitingBy(player.clock);
    player.sandbox.faults().clear();
    if (Files.exists(dead)) {
      // What is on the disk is what a kill at that pause leaves.
      KilledHome.replace(home, dead);
    }
    played.add("run-due is over at " + player.clock.instant());
    if (ending == 0) {
      player.clock.advance(Duration.ofMinutes(5));
      type("run-due");
      assertThat(waiting()).noneMatch(one -> one.booking().status() == BookingStatus.IN_FLIGHT);
    }
  }

  private void meanwhile(int ending) {
    StopSignal signal = player.signal();
    changes();
    switch (ending) {
      case 1 -> signal.raise();
      case 2 -> {
        keep();
        KilledHome.keep(home, dead);
        signal.raise();
      }
      default -> {}
    }
  }

  /** An older copy of the database takes its place. */
  private void goesBack() {
    if (!Files.exists(copy())) {
      keep();
      return;
    }
    played.add("an older copy");
    copy(copy(), database());
    type("backup accept --yes");
  }

  private void keep() {
    if (Files.exists(database())) {
      copy(database(), copy());
    }
  }

  private void end() {
    type("run-due");
    int id = 1;
    while (player.court("show", String.valueOf(id)).code() == 0) {
      player.court("remove", String.valueOf(id++), "--yes");
    }
    assertNothingWaits();
    for (String view : List.of("next", "list --bookings", "calendar --weeks 6")) {
      String shown = player.court((view + " -o json").split(" ", -1)).succeeds().out();
      assertThat(shown).as(view).doesNotContain("\"pending\"").doesNotContain("\"in_flight\"");
    }
    assertThat(player.court("export", "-o", "ics").out()).doesNotContain("(planned)");
  }

  private void assertNothingWaits() {
    assertThat(waiting())
        .as("what waits of removed schedules")
        .noneMatch(
            one -> one.schedule().removed() && one.booking().status() == BookingStatus.PENDING);
  }

  private List<ScheduledBooking> waiting() {
    Set<BookingStatus> waiting = Set.of(BookingStatus.PENDING, BookingStatus.IN_FLIGHT);
    if (!Files.exists(database())) {
      return List.of();
    }
    return new Database("jdbc:h2:file:" + home.resolve("court"), Log.NONE)
            .transact(
                store ->
                    store
                        .bookings()
                        .between(1, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")))
            .stream()
            .filter(one -> waiting.contains(one.booking().status()))
            .toList();
  }

  private void type(String line) {
    Player.Ran ran = player.court(line.split(" ", -1));
    played.add(line + " -> " + ran.code() + " " + ran.err().lines().findFirst().orElse(""));
    assertThat(ran.code()).as(line + ran.err()).isNotIn(1, 7);
  }

  private Path database() {
    return home.resolve("court.mv.db");
  }

  private Path copy() {
    return home.resolve("older");
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
