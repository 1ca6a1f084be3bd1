package dev.court.recurrence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.court.booking.InvalidRequest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RefusedRulesTest {

  static Stream<String[]> rows() {
    return Table.rows("refused.tsv");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void says_in_one_line_what_is_wrong(String text, String message) {
    assertThatThrownBy(() -> RecurrenceRule.parse(text))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining(message)
        .message()
        .hasSizeLessThan(200)
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t ", "rrule:", "RRULE: "})
  void refuses_an_empty_text(String text) {
    assertThatThrownBy(() -> RecurrenceRule.parse(text))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage("the rule is empty: write one such as FREQ=WEEKLY;BYDAY=WE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FREQ=DAILY\nFREQ=WEEKLY", "FREQ=DAILY\0", "FREQ\u001b[31m=DAILY"})
  void keeps_control_characters_off_the_terminal(String text) {
    assertThatThrownBy(() -> RecurrenceRule.parse(text))
        .isInstanceOf(InvalidRequest.class)
        .message()
        .hasLineCount(1)
        .doesNotContain("\u001b", "\0")
        .contains("?");
  }

  @Test
  void refuses_a_hundred_thousand_characters_without_repeating_them() {
    String text = "FREQ=DAILY;BYHOUR=" + "1,".repeat(50_000) + "1";

    assertThatThrownBy(() -> RecurrenceRule.parse(text))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage("a rule of 100019 characters is too long: at most 2000 are taken");
  }

  @Test
  void shortens_a_long_piece() {
    assertThatThrownBy(() -> RecurrenceRule.parse("FREQ=" + "A".repeat(500)))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("'" + "A".repeat(40) + "...'")
        .message()
        .hasSizeLessThan(120);
  }
}
