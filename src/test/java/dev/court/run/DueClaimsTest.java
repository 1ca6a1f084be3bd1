package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.booking.BookingStatus;
import dev.court.store.DueBooking;
import dev.court.store.HeldClaim;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run takes. */
class DueClaimsTest extends WithTransaction {
  private static final RunOptions OTHER_SCHEDULE =
      new RunOptions(Duration.ofSeconds(75), Duration.ofSeconds(60), 2L);

  @BeforeEach
  void a_booking() {
    wantsWednesday();
  }

  @ParameterizedTest
  @CsvSource({"PT-75S, 0", "PT-74.999S, 1", "PT0S, 1", "PT48H, 1", "PT168H, 0"})
  void a_booking_is_due_from_a_little_before_its_opening_to_its_start(
      Duration sinceOpening, int due) {
    clock.set(Evening.OPENING.plus(sinceOpening));

    assertThat(find(RunOptions.DEFAULT)).hasSize(due);
  }

  @Test
  void a_run_for_one_schedule_leaves_the_others_alone() {
    assertThat(find(OTHER_SCHEDULE)).isEmpty();
  }

  @Test
  void a_claimed_booking_is_claimed_by_no_other_run() {
    List<DueBooking> due = find(RunOptions.DEFAULT);

    assertThat(claim(due, "this run")).hasSize(1);
    assertThat(claim(due, "another run")).isEmpty();
    assertThat(booking().status()).isEqualTo(BookingStatus.IN_FLIGHT);
  }

  @Test
  void a_claim_lasts_a_minute_longer_than_the_last_request() {
    claim(find(RunOptions.DEFAULT), "this run");

    List<HeldClaim> held = onDisk(store -> store.claims().held(1));
    assertThat(held).extracting(HeldClaim::until).containsOnly(Evening.OPENING.plusSeconds(120));
  }

  private List<DueBooking> find(RunOptions options) {
    return step(transaction -> new DueClaims(transaction, options).find());
  }

  private List<DueBooking> claim(List<DueBooking> due, String run) {
    return step(transaction -> new DueClaims(transaction, RunOptions.DEFAULT).claim(due, run));
  }
}
