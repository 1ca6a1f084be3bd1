package dev.court.atrium.reservations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.atrium.http.AtriumFixture;
import dev.court.booking.TennisCourt;
import java.time.Duration;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReservationBodyTest {

  @ParameterizedTest
  @CsvSource({
    "2026-12-02T17:00-05:00[America/New_York], PT1H,"
        + " 2026-12-02T17:00:00-05:00, 2026-12-02T18:00:00-05:00",
    // Over the start of summer time: half past one and an hour is half past three.
    "2027-03-14T01:30-05:00[America/New_York], PT1H,"
        + " 2027-03-14T01:30:00-05:00, 2027-03-14T03:30:00-04:00",
    // Over its end: half past one, the earlier one, and an hour is half past one.
    "2026-11-01T01:30-04:00[America/New_York], PT1H,"
        + " 2026-11-01T01:30:00-04:00, 2026-11-01T01:30:00-05:00",
    "2026-12-31T23:30-05:00[America/New_York], PT1H,"
        + " 2026-12-31T23:30:00-05:00, 2027-01-01T00:30:00-05:00",
    "2026-12-02T17:00Z[Europe/London], PT30M,"
        + " 2026-12-02T17:00:00+00:00, 2026-12-02T17:30:00+00:00",
    "2026-12-02T17:00+05:30[Asia/Kolkata], PT30M,"
        + " 2026-12-02T17:00:00+05:30, 2026-12-02T17:30:00+05:30"
  })
  void times_carry_the_offset_of_their_own_instant(
      ZonedDateTime start, Duration duration, String startTime, String endTime) {
    ReservationRequest request =
        new ReservationRequest(new TennisCourt("2", 10, "Court 2"), start, duration, "3");

    assertThat(ReservationBody.of(request, AtriumFixture.settings("https://api.example")))
        .isEqualTo(
            "{\"amenity_type_id\":\"10\",\"start_time\":\"%s\",\"amenity_id\":10,"
                    .formatted(startTime)
                + "\"guests\":\"3\",\"end_time\":\"%s\",\"amenity_reservation_type\":\"TR\"}"
                    .formatted(endTime));
  }
}
