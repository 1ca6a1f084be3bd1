package dev.court.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BookingWindowTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  /** The clocks go forward on 14 March 2027 and back on 7 November 2027. */
  @ParameterizedTest
  @CsvSource({
    "PT168H, 2026-12-02T17:00-05:00, 2026-11-25T22:00:00Z",
    "P7D,    2026-12-02T17:00-05:00, 2026-11-25T22:00:00Z",
    "PT168H, 2027-03-14T03:30-04:00, 2027-03-07T07:30:00Z",
    "PT168H, 2027-03-17T19:00-04:00, 2027-03-10T23:00:00Z",
    "P7D,    2027-03-17T19:00-04:00, 2027-03-11T00:00:00Z",
    "PT168H, 2027-11-10T19:00-05:00, 2027-11-04T00:00:00Z",
    "P7D,    2027-11-10T19:00-05:00, 2027-11-03T23:00:00Z",
    "P1W,    2027-11-10T19:00-05:00, 2027-11-03T23:00:00Z",
    "P1DT1H, 2026-12-02T17:00-05:00, 2026-12-01T21:00:00Z"
  })
  void opens_that_long_before_the_start(String window, String start, Instant opening) {
    ZonedDateTime time = ZonedDateTime.parse(start).withZoneSameInstant(NEW_YORK);

    assertThat(BookingWindow.parse(window).opening(time)).isEqualTo(opening);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT168H", "P7D", "PT36H", "p7d", "PT0.5S", "P366D"})
  void what_is_reached_at_an_opening_opens_then(String text) {
    BookingWindow window = BookingWindow.parse(text);
    ZonedDateTime start = ZonedDateTime.of(2026, 12, 2, 17, 0, 0, 0, NEW_YORK);

    assertThat(window.reach(window.opening(start), NEW_YORK)).isEqualTo(start);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "0", "7", "week", "PT0S", "P0D", "-PT1H", "PT-1H", "P-7D", "P1M", "P1Y", "P1Y7D"
      })
  void refuses_what_is_no_window(String text) {
    assertThatThrownBy(() -> BookingWindow.parse(text))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("'%s' is no booking window", text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"P367D", "PT8785H", "P999999999D", "PT999999999999H"})
  void refuses_what_nobody_can_count_to(String text) {
    assertThatThrownBy(() -> BookingWindow.parse(text)).isInstanceOf(InvalidRequest.class);
  }

  @Test
  void is_a_week_of_elapsed_hours_unless_told_otherwise() {
    assertThat(BookingWindow.DEFAULT).hasToString("PT168H");
  }
}
