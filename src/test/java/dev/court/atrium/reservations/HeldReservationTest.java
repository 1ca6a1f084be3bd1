package dev.court.atrium.reservations;

import static dev.court.atrium.reservations.HeldReservation.Match.NOT_OURS;
import static dev.court.atrium.reservations.HeldReservation.Match.OURS;
import static dev.court.atrium.reservations.HeldReservation.Match.UNSURE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Asked for: court 1 (amenity 8) from seven to half past. */
final class HeldReservationTest {
  private static final Instant SEVEN = Instant.parse("2025-08-04T11:00:00Z");
  private static final Instant HALF_PAST = SEVEN.plusSeconds(1800);

  @Test
  void the_same_court_at_the_same_start_is_ours() {
    assertThat(match(8L, "Court 1", HALF_PAST)).isEqualTo(OURS);
    assertThat(match(8L, "whatever they call it", HALF_PAST)).isEqualTo(OURS);
  }

  @Test
  void whatever_its_end_since_the_court_cannot_be_had_again() {
    assertThat(match(8L, null, HALF_PAST.plusSeconds(1800))).isEqualTo(OURS);
    assertThat(match(8L, null, null)).isEqualTo(OURS);
  }

  @Test
  void another_amenity_is_not_ours() {
    assertThat(match(10L, "Court 2", HALF_PAST)).isEqualTo(NOT_OURS);
    assertThat(match(10L, null, HALF_PAST)).isEqualTo(NOT_OURS);
  }

  @Test
  void an_id_and_a_name_that_contradict_each_other_prove_nothing() {
    assertThat(match(10L, "Court 1", HALF_PAST)).isEqualTo(UNSURE);
  }

  @Test
  void another_start_is_not_ours() {
    HeldReservation later =
        new HeldReservation("1", 8L, "Court 1", HALF_PAST, HALF_PAST.plusSeconds(1800), false);

    assertThat(later.match(ReservationFixture.SEVEN_ON_COURT_1)).isEqualTo(NOT_OURS);
  }

  @Test
  void a_cancelled_one_is_not_ours() {
    HeldReservation cancelled = new HeldReservation("1", 8L, "Court 1", SEVEN, HALF_PAST, true);

    assertThat(cancelled.match(ReservationFixture.SEVEN_ON_COURT_1)).isEqualTo(NOT_OURS);
  }

  @Test
  void without_an_id_the_courts_name_decides() {
    assertThat(match(null, "Court 1", HALF_PAST)).isEqualTo(OURS);
    assertThat(match(null, " COURT  1 ", HALF_PAST)).isEqualTo(OURS);
  }

  @Test
  void another_name_at_that_very_time_may_be_our_court_under_another_name() {
    assertThat(match(null, "Tennis #1", HALF_PAST)).isEqualTo(UNSURE);
    assertThat(match(null, null, HALF_PAST)).isEqualTo(UNSURE);
    assertThat(match(null, "Tennis #1", null)).isEqualTo(UNSURE);
  }

  @Test
  void but_not_when_it_ends_at_another_time() {
    assertThat(match(null, "Gym", HALF_PAST.plusSeconds(1800))).isEqualTo(NOT_OURS);
  }

  private static HeldReservation.Match match(Long amenityId, String label, Instant end) {
    return new HeldReservation("1", amenityId, label, SEVEN, end, false)
        .match(ReservationFixture.SEVEN_ON_COURT_1);
  }
}
