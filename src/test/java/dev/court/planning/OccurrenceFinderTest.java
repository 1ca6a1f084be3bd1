package dev.court.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.court.NewYork;
import dev.court.Player;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Plan;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wednesdays at ten and at five, one of which is skipped, on a Sunday in November. */
class OccurrenceFinderTest {
  private static final Plan.Recurring PLAN =
      new Plan.Recurring(
              LocalDateTime.parse("2026-11-04T00:00"),
              "FREQ=WEEKLY;BYDAY=WE;BYHOUR=10,17;BYMINUTE=0")
          .without(LocalDateTime.parse("2026-12-09T17:00"));
  private static final OccurrenceFinder FINDER =
      new OccurrenceFinder(PLAN, NewYork.VENUE, Player.NOW);

  @ParameterizedTest
  @CsvSource({
    "2026-12-02T17:00, 2026-12-02T17:00",
    "2026-12-02 10:00, 2026-12-02T10:00",
    "2026-12-02T22:00Z, 2026-12-02T17:00",
    "2026-12-09, 2026-12-09T10:00",
  })
  void finds_the_occurrence_of_a_day_or_of_its_time(String day, LocalDateTime occurrence) {
    assertThat(FINDER.scheduled(day)).isEqualTo(occurrence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          2026-12-02       | 2026-12-02 has several times to play: name one of 2026-12-02T10:00, 2026-12-02T17:00
          2026-12-03       | 2026-12-03 is no time to play of this schedule
          2026-12-02T18:00 | 2026-12-02T18:00 is no time to play of this schedule
          2026-12-09T17:00 | 2026-12-09T17:00 is skipped already: --undo takes it back in
          2026-11-18T17:00 | 2026-11-18T17:00 is over: there is nothing to skip
          2026-10-28       | 2026-10-28 is no time to play of this schedule
          soon             | 'soon' is no date: write it such as 2026-12-02
          """)
  void says_why_there_is_nothing_to_skip(String day, String reason) {
    assertThatThrownBy(() -> FINDER.scheduled(day))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage(reason);
  }

  @ParameterizedTest
  @CsvSource({"2026-12-09", "2026-12-09T17:00"})
  void finds_the_skipped_occurrence_of_a_day(String day) {
    assertThat(FINDER.skipped(day)).isEqualTo("2026-12-09T17:00");
  }

  @ParameterizedTest
  @CsvSource({"2026-12-02", "2026-12-09T10:00"})
  void says_that_nothing_was_skipped(String day) {
    assertThatThrownBy(() -> FINDER.skipped(day))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage(day + " was not skipped");
  }
}
