package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.HomeDatabase;
import dev.court.booking.BookingStatus;
import dev.court.files.LockFolder;
import dev.court.files.LockedFile;
import dev.court.workspace.Waiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a run lives is seen by the lock on its file in the home. */
@Tag("any-database")
class RunLockTest {
  private static final String OTHER = "00c0ffee00c0ffee";

  @TempDir Path home;
  private Evening evening;
  private LockFolder locks;

  @BeforeEach
  void comes() {
    evening = Evening.at(home).wants("1,2");
    locks = new LockFolder(home.resolve("runs"));
  }

  @AfterEach
  void leaves() {
    evening.close();
  }

  @Test
  void a_run_with_nothing_due_locks_nothing() {
    evening.player.clock.set(Evening.OPENING.minusSeconds(3600));

    evening.runDue().succeeds();

    assertThat(home.resolve("runs")).doesNotExist();
  }

  @Test
  void a_rehearsal_locks_nothing() {
    evening.runDue("--dry-run").succeeds();

    assertThat(home.resolve("runs")).doesNotExist();
  }

  @Test
  void a_run_is_locked_while_it_holds_a_claim_and_leaves_no_file() {
    Queue<String> seen = new ConcurrentLinkedQueue<>();
    evening.player.waitingBy(onWaiting(() -> seen.addAll(runs())));

    evening.runDue().succeeds();

    assertThat(seen).isNotEmpty().containsOnly(seen.peek());
    assertThat(seen.peek()).matches("[0-9a-f]{16}");
    assertThat(runs()).isEmpty();
  }

  @Test
  void the_claim_of_a_run_whose_lock_has_ended_is_taken_over_at_once() throws IOException {
    locks.lock(OTHER).orElseThrow().close();
    claimedBy(OTHER);

    assertThat(evening.runDue().succeeds().out()).startsWith("booked");

    assertThat(runs()).isEmpty();
  }

  @Test
  void the_claim_of_a_run_that_holds_its_lock_is_left_alone() throws IOException {
    try (LockedFile alive = locks.lock(OTHER).orElseThrow()) {
      claimedBy(OTHER);

      assertThat(evening.runDue().succeeds().out()).isEmpty();

      assertThat(alive).isNotNull();
      assertThat(evening.booking()).containsEntry("status", "in_flight");
      assertThat(runs()).containsExactly(OTHER);
    }
  }

  @Test
  void of_a_run_on_another_machine_the_time_of_the_claim_decides() {
    claimedBy(OTHER);

    assertThat(evening.runDue().succeeds().out()).isEmpty();

    assertThat(evening.booking()).containsEntry("status", "in_flight");
  }

  @Test
  void of_a_run_of_the_version_before_the_time_of_the_claim_decides() {
    claimedBy("f2a0b5f8-5f3e-4d7e-9d55-3c6a1a0d7d53-4026531836/4711/123456");

    assertThat(evening.runDue().succeeds().out()).isEmpty();

    assertThat(evening.booking()).containsEntry("status", "in_flight");
  }

  @Test
  void a_run_that_cannot_be_locked_sends_nothing() throws IOException {
    Files.createFile(home.resolve("runs"));

    evening.runDue().failsWith(7, "cannot make", "runs", "nothing was sent");

    assertThat(evening.shots()).isEmpty();
    assertThat(evening.booking()).containsEntry("status", "pending");
  }

  @Test
  void what_a_dead_run_left_is_removed_by_the_next_that_claims() throws IOException {
    locks.lock(OTHER).orElseThrow().close();

    evening.runDue().succeeds();

    assertThat(runs()).isEmpty();
  }

  private List<String> runs() {
    try (Stream<Path> files = Files.list(home.resolve("runs"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private void claimedBy(String run) {
    Instant until = Evening.OPENING.plusSeconds(120);
    boolean isClaimed =
        HomeDatabase.transact(
            home,
            store ->
                store
                    .claims()
                    .tryClaim(
                        store.bookings().find(1, 1).orElseThrow().booking(),
                        store.bookings().find(1, 1).orElseThrow().booking().opening(),
                        run,
                        until));
    assertThat(isClaimed).isTrue();
    assertThat(evening.booking()).containsEntry("status", BookingStatus.IN_FLIGHT.word());
  }

  private Waiter onWaiting(Runnable look) {
    return new Waiter() {
      @Override
      public void sleepUntil(Instant instant) {
        look.run();
        evening.player.clock.sleepUntil(instant);
      }

      @Override
      public void awaitExactly(Instant instant) {
        look.run();
        evening.player.clock.awaitExactly(instant);
      }
    };
  }
}
