package dev.court.atrium.reservations;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.court.booking.InvalidRequest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswerPatternsTest {

  @ParameterizedTest
  @ValueSource(strings = {"(", "[a", "*", "(?<x", "a{2,1}", "\\", "a\n("})
  void refuses_what_is_no_regular_expression_in_one_line(String pattern) {
    assertThatThrownBy(() -> new AnswerPatterns(List.of(pattern), List.of()))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("' is no regular expression: ")
        .extracting(Throwable::getMessage)
        .asString()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".*", "a?", "^", "x|"})
  void refuses_what_would_match_every_answer(String pattern) {
    assertThatThrownBy(() -> new AnswerPatterns(List.of(), List.of(pattern)))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage("the pattern '%s' matches every answer".formatted(pattern));
  }
}
