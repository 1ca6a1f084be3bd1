package dev.court.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RuleInWordsTest {

  static Stream<String[]> rows() {
    return Table.rows("words.tsv");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void says_a_rule_in_plain_words(String rule, String words) {
    assertThat(words(Recurrence.of(rule, "2026-12-02T17:00"))).isEqualTo(words);
  }

  static Stream<String[]> rules() {
    return Table.rows("dateutil.tsv");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void has_words_for_every_rule(String rule, String start) {
    assertThat(words(Recurrence.of(rule, start))).matches("(every|on the|by the rule) .+");
  }

  @Test
  void names_the_dates_left_out() {
    Recurrence wednesdays = Recurrence.of("FREQ=WEEKLY", "2026-12-02T17:00");

    assertThat(words(wednesdays.except("2026-12-23T17:00")))
        .isEqualTo("every Wednesday at 17:00, except 23 Dec 2026");
    assertThat(words(wednesdays.except("2026-12-30T17:00", "2026-12-23T17:00")))
        .isEqualTo("every Wednesday at 17:00, except 23 Dec 2026, 30 Dec 2026");
  }

  @Test
  void counts_the_dates_left_out_after_three() {
    String words =
        words(
            Recurrence.of("FREQ=DAILY;COUNT=9", "2026-12-02T17:00")
                .except(
                    "2026-12-03T17:00",
                    "2026-12-04T17:00",
                    "2026-12-05T17:00",
                    "2026-12-06T17:00",
                    "2026-12-07T17:00"));

    assertThat(words)
        .isEqualTo(
            "every day at 17:00, 9 times, except 3 Dec 2026, 4 Dec 2026, 5 Dec 2026 and 2 more");
  }

  private static String words(Recurrence recurrence) {
    return RuleInWords.describe(recurrence.plan(), recurrence.zone());
  }
}
