package dev.court.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VenueTest {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 2);

  private static Venue venue(String slot) {
    return new Venue(
        ZoneId.of("America/New_York"),
        BookingWindow.DEFAULT,
        Duration.parse(slot),
        Duration.ofHours(1),
        List.of(new TennisCourt("1", 8, "Court 1"), new TennisCourt("2", 10, "Court 2")));
  }

  @ParameterizedTest
  @CsvSource({"PT30M, 17:30", "PT30M, 00:00", "PT1H, 17:00", "PT20M, 17:40", "PT1M, 17:07"})
  void takes_a_start_on_the_grid(String slot, LocalTime time) {
    assertThat(venue(slot).checked(DAY.atTime(time))).isEqualTo(DAY.atTime(time));
  }

  @ParameterizedTest
  @CsvSource({"PT30M, 17:10", "PT1H, 17:30", "PT20M, 17:30", "PT1M, 17:07:30"})
  void refuses_a_start_off_the_grid(String slot, LocalTime time) {
    assertThatThrownBy(() -> venue(slot).checked(DAY.atTime(time)))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("off the grid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT30M", "PT60M"})
  void takes_a_duration_of_whole_slots(Duration duration) {
    assertThat(venue("PT30M").checked(duration)).isEqualTo(duration);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S,       is no time to play",
    "PT-30M,     is no time to play",
    "PT90M,      90 minutes is too long: a reservation lasts at most 60 minutes",
    "PT45M,      45 minutes is no multiple of the building's slots of 30 minutes",
    "PT30.5S,    30.5 seconds is no multiple"
  })
  void refuses_any_other_duration(Duration duration, String reason) {
    assertThatThrownBy(() -> venue("PT30M").checked(duration))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT7M", "PT0.5S", "PT60.5S", "PT48H", "PT25H", "PT61S"})
  void refuses_a_slot_that_makes_no_grid(String slot) {
    assertThatThrownBy(() -> venue(slot))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage("a slot must be whole minutes that divide a day, not " + slot(slot));
  }

  private static Duration slot(String text) {
    return Duration.parse(text);
  }

  @ParameterizedTest
  @CsvSource({"3, there is 1", "'1 ', there is 1", "01, there is 1"})
  void refuses_a_court_that_is_not_there(String court, String reason) {
    CourtPreference preference = new CourtPreference(List.of(court));

    assertThatThrownBy(() -> venue("PT30M").checked(preference))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage("no court '%s': %s, 2", court, reason);
  }
}
