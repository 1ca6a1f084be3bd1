package dev.court.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.court.booking.InvalidRequest;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WeekdaysTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "we | WE",
        "we,fr | WE,FR",
        "fr,we,we | WE,FR",
        "WED, Friday | WE,FR",
        "tues,thur | TU,TH",
        "mo-fr | MO,TU,WE,TH,FR",
        "mon - wed,sun | MO,TU,WE,SU",
        "fr-mo | MO,FR,SA,SU",
        "we-we | WE",
        "weekdays | MO,TU,WE,TH,FR",
        "weekends | SA,SU",
        "Weekends,We | WE,SA,SU",
        "daily | MO,TU,WE,TH,FR,SA,SU",
      })
  void reads_names_ranges_and_words(String text, String days) {
    assertThat(Weekdays.parse(text).stream().map(Weekdays::code).collect(Collectors.joining(",")))
        .isEqualTo(days);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ",",
        "we,",
        "w",
        "s",
        "wx",
        "weds",
        "wednesdays",
        "1",
        "mo-",
        "-fr",
        "mo-fr-su",
        "mo fr",
        "mo\nfr",
        "mercredi",
        "水"
      })
  void refuses_anything_else_and_says_what_it_takes(String text) {
    assertThatThrownBy(() -> Weekdays.parse(text))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageStartingWith("no day '")
        .hasMessageEndingWith(
            "': use names such as we or wednesday, ranges (mo-fr), weekdays, weekends or daily")
        .message()
        .hasLineCount(1);
  }
}
