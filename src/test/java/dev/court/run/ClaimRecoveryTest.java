package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.log.Log;
import dev.court.schedule.WantedNow;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A claim that another run left. */
class ClaimRecoveryTest extends WithTransaction {
  private static final Instant UNTIL = Evening.OPENING.plusSeconds(120);

  @BeforeEach
  void a_claimed_booking() {
    wantsWednesday();
    claimedBy("other", UNTIL);
  }

  @Test
  void the_claim_of_a_run_that_lives_is_left_alone() {
    clock.set(Evening.OPENING.plusSeconds(119));

    assertThat(recover(Set.of()).unknown()).isEmpty();
    assertThat(booking().status()).isEqualTo(BookingStatus.IN_FLIGHT);
  }

  @ParameterizedTest
  @CsvSource({"PT-10.001S, PENDING", "PT-10S, UNKNOWN", "PT0S, UNKNOWN", "PT1S, UNKNOWN"})
  void a_dead_run_may_have_sent_its_request_from_ten_seconds_before_the_opening(
      Duration sinceOpening, BookingStatus status) {
    clock.set(Evening.OPENING.plus(sinceOpening));

    recover(Set.of("other"));

    assertThat(booking().status()).isEqualTo(status);
  }

  @Test
  void a_claim_that_is_over_is_believed_no_longer() {
    clock.set(UNTIL.plusMillis(1));

    recover(Set.of());

    assertThat(booking().status()).isEqualTo(BookingStatus.UNKNOWN);
    assertThat(booking().result().lastError()).isEqualTo("a run ended in the middle of booking");
  }

  @Test
  void what_became_unknown_is_returned_as_it_was_before() {
    clock.set(Evening.OPENING);

    ClaimRecovery.Recovered recovered = recover(Set.of("other"));

    assertThat(recovered.unknown())
        .extracting(Booking::status)
        .containsOnly(BookingStatus.IN_FLIGHT);
    assertThat(recovered.before(booking()).status()).isEqualTo(BookingStatus.IN_FLIGHT);
  }

  private ClaimRecovery.Recovered recover(Set<String> dead) {
    return step(
        transaction ->
            new ClaimRecovery(
                    transaction,
                    dead::contains,
                    change(transaction),
                    new WantedNow(workspace.venue(), transaction.store(), transaction.now()),
                    new RunLog(Log.NONE))
                .recover());
  }
}
