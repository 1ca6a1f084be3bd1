package dev.court.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.BackgroundTask;
import dev.court.HomeDatabase;
import dev.court.WithTwoMachines;
import dev.court.log.Log;
import dev.court.store.Database;
import dev.court.store.change.ChangeFeed;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What machines that share a server know of each other. */
@Tag("postgres")
class MachinesOfServerTest extends WithTwoMachines {

  @BeforeEach
  void the_other_one_has_another_name() {
    other.with("DYNO", "worker.2");
  }

  @Test
  void a_machine_is_seen_by_the_others() {
    evening.runDue().succeeds();
    evening.player.clock.advance(Duration.ofMinutes(2));
    new WorkerTime(other)
        .then(
            () ->
                assertThat(evening.player.court("machines", "-o", "json").rows())
                    .extracting(row -> row.get("kind"))
                    .containsExactlyInAnyOrder("run-due", "worker"))
        .works()
        .succeeds();

    assertThat(other.court("machines").succeeds().out())
        .contains("run-due", " minute")
        .as("a worker that ended as it was asked to is not missed")
        .doesNotContain("worker.2");
  }

  @Test
  void doctor_misses_a_machine_that_comes_no_more() {
    evening.runDue().succeeds();
    evening.player.clock.advance(Duration.ofHours(2));

    assertThat(other.court("doctor", "--offline").out())
        .contains("run-due of")
        .contains("last came ");
  }

  @Test
  void a_machine_that_was_not_seen_for_a_day_is_forgotten() {
    evening.runDue().succeeds();
    evening.player.clock.advance(Duration.ofHours(25));

    other.court("run-due");

    assertThat(other.court("machines", "-o", "json").rows())
        .extracting(row -> row.get("name"))
        .containsExactly("worker.2");
  }

  @Test
  void a_change_is_told_at_once_and_a_connection_that_breaks_is_replaced() {
    try (Database database = new Database(HomeDatabase.url(home), Log.NONE);
        ChangeFeed feed = database.changes()) {
      told(feed).join();

      CompletableFuture<Void> first = told(feed);
      evening.wants("1");
      first.join();

      CompletableFuture<Void> second = told(feed);
      HomeDatabase.execute(
          home,
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE application_name = 'court' AND pid <> pg_backend_pid()");
      second.join();
    }
  }

  private static CompletableFuture<Void> told(ChangeFeed feed) {
    return BackgroundTask.begin(
        () -> {
          try {
            feed.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return null;
        });
  }
}
