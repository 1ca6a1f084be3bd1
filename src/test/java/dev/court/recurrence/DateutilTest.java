package dev.court.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.booking.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule in dateutil.tsv gives the dates that python-dateutil gives; see generate.py. */
@Tag("long")
final class DateutilTest {
  private static final int FIRST = 12;
  private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

  static Stream<String[]> rows() {
    return Table.rows("dateutil.tsv");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void gives_the_first_dates_that_dateutil_gives(String rule, String start, String first) {
    var found = set(rule, start).between(Instant.MIN, LAST, FIRST);

    assertThat(texts(found)).isEqualTo(first);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void gives_the_dates_that_dateutil_gives_years_later(
      String rule, String start, String first, String window, String far) {
    String[] ends = window.split("/", -1);

    var found = set(rule, start).between(utc(ends[0]), utc(ends[1]), Integer.MAX_VALUE);

    assertThat(texts(found)).isEqualTo(far);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void gives_the_same_in_one_window_as_in_many(String rule, String start) {
    var set = set(rule, start);
    Instant from = utc(start);
    var pieces = new ArrayList<Occurrence>();

    for (int i = 0; i < 5; i++) {
      pieces.addAll(set.between(days(from, 74 * i), days(from, 74 * (i + 1)), 10_000));
    }

    assertThat(pieces).isEqualTo(set.between(from, days(from, 370), 10_000));
  }

  private static RecurrenceSet set(String rule, String start) {
    // In UTC: the dates of dateutil.tsv have no clock changes.
    return Recurrence.of(rule, start).in("UTC").set();
  }

  private static Instant utc(String wallClock) {
    return Instant.parse(wallClock + ":00Z");
  }

  private static Instant days(Instant from, int days) {
    return from.plus(Duration.ofDays(days));
  }

  private static String texts(List<Occurrence> occurrences) {
    return String.join(" ", occurrences.stream().map(o -> o.wallClock().toString()).toList());
  }
}
