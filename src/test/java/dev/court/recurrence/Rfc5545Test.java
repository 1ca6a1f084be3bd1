package dev.court.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The RFC's own examples give the RFC's own dates. */
final class Rfc5545Test {
  private static final String AND_SO_ON = "...";

  static Stream<String[]> rows() {
    return Table.rows("rfc5545.tsv");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void gives_the_dates_of_the_example(String rule, String start, String dates) {
    boolean goesOn = dates.endsWith(AND_SO_ON);
    List<String> expected = expected(dates.replace(AND_SO_ON, ""), LocalDateTime.parse(start));

    List<String> found = Recurrence.of(rule, start).wallClocks(expected.size() + (goesOn ? 0 : 1));

    assertThat(found).isEqualTo(expected);
  }

  private static List<String> expected(String dates, LocalDateTime start) {
    return Arrays.stream(dates.strip().split(" "))
        .flatMap(piece -> piece.contains("..") ? range(piece) : Stream.of(piece))
        .map(date -> date.contains("T") ? date : date + "T" + start.toLocalTime())
        .toList();
  }

  private static Stream<String> range(String ends) {
    LocalDate first = LocalDate.parse(ends.substring(0, ends.indexOf("..")));
    LocalDate last = LocalDate.parse(ends.substring(ends.indexOf("..") + 2));
    return first.datesUntil(last.plusDays(1)).map(LocalDate::toString);
  }
}
