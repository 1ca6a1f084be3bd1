package dev.court.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.court.HomeDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message: one run sends it at a time, and none is lost with the run that sent it. */
@Tag("any-database")
class OutboxTest {
  private static final Instant NOW = Instant.parse("2026-11-22T17:00:00Z");
  private static final Instant UNTIL = NOW.plusSeconds(60);

  @TempDir Path home;

  @BeforeEach
  void two_messages() {
    onDisk(
        store -> {
          store.outbox().add(account(store), message("first"));
          store.outbox().add(account(store), message("second"));
          return store;
        });
  }

  @Test
  void messages_are_claimed_in_their_order_and_no_more_than_asked_for() {
    assertThat(claimDue("one", NOW, 1)).extracting(OutboxMessage::title).containsExactly("first");
    assertThat(claimDue("other", NOW, 20))
        .extracting(OutboxMessage::title)
        .containsExactly("second");
  }

  @Test
  void a_claim_lasts_until_it_expires() {
    claimDue("one", NOW, 20);

    assertThat(claimDue("other", UNTIL, 20)).isEmpty();
    assertThat(claimDue("other", UNTIL.plusMillis(1), 20)).hasSize(2);
  }

  @Test
  void the_claim_of_a_dead_run_is_free_at_once() {
    claimDue("gone", NOW, 20);

    assertThat(claimDue("other", NOW, 20)).hasSize(2);
  }

  @Test
  void a_run_that_lost_its_claim_neither_removes_nor_frees_the_message() {
    OutboxMessage message = claimDue("gone", NOW, 1).get(0);
    claimDue("other", NOW, 20);

    onDisk(
        store -> {
          store.outbox().removeSent(message, "gone");
          store.outbox().recordFailure(message, "gone", NOW, "down");
          store.outbox().postpone(message, "gone", NOW);
          return store;
        });

    assertThat(claimDue("third", NOW, 20)).isEmpty();
    assertThat(claimDue("third", UNTIL.plusMillis(1), 20)).hasSize(2);
  }

  @Test
  void a_message_that_failed_is_due_again_at_its_next_try() {
    OutboxMessage message = claimDue("one", NOW, 1).get(0);
    Instant next = NOW.plus(Duration.ofMinutes(5));
    onDisk(
        store -> {
          store.outbox().recordFailure(message, "one", next, "down");
          return store;
        });

    assertThat(claimDue("one", next.minusMillis(1), 20))
        .extracting(OutboxMessage::title)
        .containsExactly("second");
    assertThat(claimDue("one", next, 20))
        .extracting(OutboxMessage::title, OutboxMessage::tries)
        .contains(tuple("first", 1));
  }

  @Test
  void a_message_that_was_sent_is_gone() {
    List<OutboxMessage> messages = claimDue("one", NOW, 20);

    onDisk(
        store -> {
          messages.forEach(message -> store.outbox().removeSent(message, "one"));
          return store;
        });

    assertThat(claimDue("other", UNTIL.plusSeconds(1), 20)).isEmpty();
  }

  private List<OutboxMessage> claimDue(String run, Instant now, int most) {
    return onDisk(
        store ->
            store.outbox().claimDue(account(store), () -> run, now, UNTIL, "gone"::equals, most));
  }

  private static OutboxMessage message(String title) {
    return new OutboxMessage(0, "hook", title, "booked", title, "body", "{}", NOW, 0);
  }

  private static long account(Store store) {
    return store.accounts().findOrAdd("default");
  }

  private <T> T onDisk(Function<Store, T> work) {
    return HomeDatabase.transact(home, work);
  }
}
