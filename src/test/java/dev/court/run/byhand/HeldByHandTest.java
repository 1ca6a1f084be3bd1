package dev.court.run.byhand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.atrium.reservations.HeldReservation;
import dev.court.atrium.reservations.ReservationRequest;
import dev.court.booking.TennisCourt;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeldByHandTest {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  /** For an hour from five. */
  private static ReservationRequest wish() {
    return new ReservationRequest(
        new TennisCourt("1", 8, "Court 1"), at("17:00").atZone(ZONE), Duration.ofHours(1), "1");
  }

  private static Instant at(String time) {
    return LocalDateTime.parse("2026-12-02T" + time).atZone(ZONE).toInstant();
  }

  private static HeldReservation held(
      Long amenityId, String label, String from, String to, boolean cancelled) {
    return new HeldReservation(
        "481001", amenityId, label, at(from), to == null ? null : at(to), cancelled);
  }

  @ParameterizedTest
  @CsvSource({
    "8, Court 1, 17:00, 18:00, false, true",
    "8, Court 1, 16:30, 18:30, false, true",
    "8,        , 17:00, 18:00, false, true",
    " , court 1, 17:00, 18:00, false, true",
    "8, Court 1, 17:00, 18:00, true, false",
    "8, Court 1, 17:00, 17:30, false, false",
    "8, Court 1, 17:30, 18:30, false, false",
    "8, Court 1, 16:00, 17:00, false, false",
    "8, Court 1, 17:00,      , false, false",
    "10, Court 2, 17:00, 18:00, false, false",
    "10, Court 1, 17:00, 18:00, false, false",
    " , Court 2, 17:00, 18:00, false, false",
    " ,        , 17:00, 18:00, false, false"
  })
  void only_the_court_for_all_of_the_time_counts(
      Long amenityId, String label, String from, String to, boolean cancelled, boolean counts) {
    HeldByHand byHand = new HeldByHand();
    byHand.saw(List.of(held(amenityId, label, from, to, cancelled)));

    assertThat(byHand.take(wish()).isPresent()).isEqualTo(counts);
  }

  @Test
  void one_booking_alone_gets_it() {
    HeldByHand byHand = new HeldByHand();
    byHand.saw(List.of(held(8L, "Court 1", "17:00", "18:00", false)));

    assertThat(byHand.take(wish())).isPresent();
    assertThat(byHand.take(wish())).isEmpty();
  }

  @Test
  void the_latest_listing_counts() {
    HeldByHand byHand = new HeldByHand();
    byHand.saw(List.of(held(8L, "Court 1", "17:00", "18:00", false)));
    byHand.saw(List.of());

    assertThat(byHand.take(wish())).isEmpty();
  }
}
