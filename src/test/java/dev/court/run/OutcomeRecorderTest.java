package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.TestClock;
import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.CourtPreference;
import dev.court.booking.OpenShot;
import dev.court.booking.Outcome;
import dev.court.booking.Plan;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.ScheduledBooking;
import dev.court.log.Log;
import dev.court.notification.NotificationDecision;
import dev.court.notification.Notifier;
import dev.court.run.shots.ShotFiles;
import dev.court.sandbox.SandboxOptions;
import dev.court.schedule.AddSchedule;
import dev.court.schedule.ChangeSchedules;
import dev.court.store.Database;
import dev.court.store.DueBooking;
import dev.court.store.LosingDriver;
import dev.court.store.ServerUse;
import dev.court.store.Store;
import dev.court.workspace.LeaseOwner;
import dev.court.workspace.Waiter;
import dev.court.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An outcome is written down, or told in words: never lost. */
class OutcomeRecorderTest {
  private static final Instant NOW = Instant.parse("2026-11-25T22:00:01Z");
  private static final ExecutionResult WON =
      new ExecutionResult(new Outcome.Won("1", "481001"), List.of(attempt("booked")));
  private static final ExecutionResult LOST =
      new ExecutionResult(new Outcome.Lost("taken"), List.of(attempt("taken")));

  @TempDir Path home;
  private final TestClock clock = new TestClock(NOW);
  private Workspace workspace;
  private ShotFiles shots;
  private ScheduledBooking claimed;

  @BeforeEach
  void a_claimed_booking() {
    Database database =
        new Database(
            "jdbc:h2:file:" + home.resolve("court"), Duration.ofMillis(30), ServerUse.NONE);
    workspace =
        new Workspace(database, SandboxOptions.at(clock).venue(), clock, "default", Log.NONE);
    new AddSchedule(workspace.venue(), clock, () -> workspace)
        .add(
            new ScheduleRequest(
                null,
                new Plan.OneOff(LocalDateTime.parse("2026-12-02T17:00")),
                CourtPreference.parse("1,2"),
                Duration.ofMinutes(30),
                "1"),
            false);
    shots = new ShotFiles(home, "boot", Log.NONE);
    claimed = claim("this run");
    shots.begin(claimed.booking(), "this run");
  }

  @Test
  void an_outcome_ends_the_claim_and_keeps_the_attempts() {
    RunReport report = keep(WON, clock);

    assertThat(report.problem()).isEmpty();
    assertThat(stored().status()).isEqualTo(BookingStatus.SUCCESS);
    assertThat(stored().result().reservationId()).isEqualTo("481001");
    assertThat(attempts()).extracting(Attempt::answer).containsExactly("booked");
    assertThat(home.resolve("shots").resolve("1")).doesNotExist();
  }

  @Test
  void an_outcome_is_written_once_another_program_lets_go_of_the_database() throws IOException {
    AtomicInteger pauses = new AtomicInteger();
    try (FileChannel held = heldFile()) {
      RunReport report = keep(WON, waiting(() -> letGo(held, pauses.incrementAndGet() == 3)));

      assertThat(report.problem()).isEmpty();
    }

    assertThat(pauses).hasValue(3);
    assertThat(stored().status()).isEqualTo(BookingStatus.SUCCESS);
  }

  @Test
  @SuppressWarnings("try") // holding the file is all that is wanted of it
  void an_outcome_that_cannot_be_written_is_told_in_words() throws IOException {
    RunReport report = keptWhileHeld(WON);

    assertThat(report.problem().orElseThrow().problem())
        .hasMessageContaining("court 1 is booked for 2026-12-02T17:00 (reservation 481001)")
        .hasMessageContaining("could not be written down: the database is held");
    assertThat(report.problem().orElseThrow().decision()).isEqualTo(NotificationDecision.NEW);
    assertThat(stored().status()).isEqualTo(BookingStatus.IN_FLIGHT);
    assertThat(home.resolve("shots").resolve("1")).exists();
  }

  @Test
  @SuppressWarnings("try") // holding the file is all that is wanted of it
  void a_loss_that_cannot_be_written_is_told_too() throws IOException {
    assertThat(keptWhileHeld(LOST).problem().orElseThrow().problem())
        .hasMessageContaining("the booking for 2026-12-02T17:00 ended as failed (taken)");
  }

  @Test
  void a_reservation_is_kept_though_another_run_took_the_claim_for_dead() {
    takenForDead();

    keep(WON, clock);

    assertThat(stored().status()).isEqualTo(BookingStatus.SUCCESS);
    assertThat(attempts()).hasSize(1);
  }

  @Test
  void a_loss_does_not_overrule_the_doubt_of_another_run() {
    takenForDead();

    keep(LOST, clock);

    assertThat(stored().status()).isEqualTo(BookingStatus.UNKNOWN);
  }

  @Test
  void attempts_of_two_runs_stand_one_behind_the_other() {
    keep(new ExecutionResult(new Outcome.TryAgain("later", Duration.ZERO), LOST.attempts()), clock);
    claimed = claim("this run");

    keep(WON, clock);

    assertThat(attempts()).extracting(Attempt::number).containsExactly(1, 2);
    assertThat(stored().result().attempts()).isEqualTo(2);
  }

  /** The commit has worked and its answer was lost, so that the recorder tries again. */
  @Test
  void what_is_written_again_after_a_lost_answer_is_there_once() throws SQLException {
    try (LosingDriver driver = new LosingDriver("jdbc:h2:file:" + home.resolve("court"))) {
      Workspace losing =
          new Workspace(
              new Database(driver.url(), Duration.ofMillis(30), ServerUse.NONE),
              workspace.venue(),
              clock,
              "default",
              Log.NONE);
      driver.lose(2);

      RunReport report = keep(losing, WON, clock);

      assertThat(report.problem()).isEmpty();
      assertThat(attempts()).hasSize(1);
      assertThat(stored().status()).isEqualTo(BookingStatus.SUCCESS);
      assertThat(stored().result().attempts()).isEqualTo(1);
    }
  }

  @Test
  void what_was_removed_meanwhile_is_not_tried_again() {
    new ChangeSchedules(workspace).remove(List.of(1L));

    keep(new ExecutionResult(new Outcome.TryAgain("later", Duration.ZERO), List.of()), clock);

    assertThat(stored().status()).isEqualTo(BookingStatus.CANCELLED);
  }

  /** Another run ends the claim. */
  private void takenForDead() {
    Booking unknown =
        new OutcomeMapper(workspace.venue(), NOW)
            .settled(
                claimed.booking(), new Outcome.Unresolved("dead", OpenShot.at("1")), List.of());
    onDisk(store -> store.claims().trySettle(unknown, "this run", NOW));
  }

  private RunReport keep(ExecutionResult ended, Waiter waiter) {
    return keep(workspace, ended, waiter);
  }

  private RunReport keep(Workspace writing, ExecutionResult ended, Waiter waiter) {
    return new OutcomeRecorder(
            writing,
            new LeaseOwner("this run", "", id -> false),
            shots,
            waiter,
            Notifier.none(writing))
        .record(claimed, ended);
  }

  private RunReport keptWhileHeld(ExecutionResult ended) throws IOException {
    FileChannel held = heldFile();
    try {
      return keep(ended, clock);
    } finally {
      held.close();
    }
  }

  private ScheduledBooking claim(String run) {
    return onDisk(
        store -> {
          DueBooking due = store.dueBookings().due(1, NOW.plusSeconds(60), NOW).get(0);
          store.claims().tryClaim(due.what().booking(), due.at(), run, NOW.plusSeconds(60));
          return due.what();
        });
  }

  private Booking stored() {
    return onDisk(store -> store.bookings().find(1, claimed.booking().id()).orElseThrow())
        .booking();
  }

  private List<Attempt> attempts() {
    return onDisk(store -> store.attempts().of(claimed.booking()));
  }

  private <T> T onDisk(Function<Store, T> work) {
    return workspace.database().transact(work);
  }

  /** Another program has the database open. */
  private FileChannel heldFile() throws IOException {
    FileChannel file = FileChannel.open(home.resolve("court.mv.db"), StandardOpenOption.WRITE);
    file.lock();
    return file;
  }

  private static void letGo(FileChannel held, boolean now) {
    try {
      if (now) {
        held.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Waiter waiting(Runnable meanwhile) {
    return new Waiter() {
      @Override
      public void sleepUntil(Instant instant) {
        meanwhile.run();
      }

      @Override
      public void awaitExactly(Instant instant) {
        meanwhile.run();
      }
    };
  }

  private static Attempt attempt(String answer) {
    return new Attempt(1, 1, "1", NOW, 1, null, 5L, answer, 201, "{}");
  }
}
