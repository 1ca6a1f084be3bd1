package dev.court.atrium.reservations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.court.booking.InvalidRequest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswerPatternsTest {
  static final List<String> ALL =
      Stream.concat(
              AnswerPatterns.DEFAULT.taken().stream(), AnswerPatterns.DEFAULT.tooEarly().stream())
          .toList();

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

  @ParameterizedTest
  @ValueSource(strings = {"(x+x+)+y", "(\\w+\\s*)+=", "(.*)*\\1q", "(?:n+)+[.]"})
  void refuses_what_takes_for_ever_on_some_text(String pattern) {
    assertThatThrownBy(() -> AnswerPattern.check(pattern))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage(
            "a pattern takes too long where it repeats what is repeated, unlike '%s'", pattern);
  }

  /** These look at no letter, so that no limit of looks ends them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?:(?:(?:){1000}){1000}){1000}b",
        "(?=(?:(?:){99999}){99999})q",
        "(a{100}){100}b",
        "a{2000000000}"
      })
  void refuses_counts_within_counts(String pattern) {
    assertThatThrownBy(() -> AnswerPattern.check(pattern))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("at most 500 characters, and counts up to 1000 rounds");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "already gone",
        "(a+)+$",
        "not.*free.*before",
        "\\bonly\\b.{0,60}\\bdays\\b.{0,20}ahead",
        "(?<!service )unavailable",
        "\\bübervoll",
        "(weg|vergeben|belegt)+",
        "(?:a|b)*c",
        "n.*x",
        "(\\d{1,3}){2}"
      })
  void takes_what_people_write(String pattern) {
    assertThatCode(() -> AnswerPattern.check(pattern)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void a_pattern_of_the_program_takes_no_longer_than_one_of_a_person_may(String pattern) {
    assertThatCode(() -> AnswerPattern.check(pattern)).doesNotThrowAnyException();
  }

  /** Nobody tried it on this text, and the search ends all the same. */
  @Test
  void ends_on_any_text() {
    AnswerPattern slow = AnswerPattern.of("(?:ab?)+(?:ab?)+(?:ab?)+(?:ab?)+=");

    assertThat(slow.isIn("ab".repeat(1_000))).isFalse();
    assertThat(slow.isIn("ababab=")).isFalse();
    assertThat(slow.isIn("abababab=" + "ab".repeat(1_000))).isTrue();
  }
}
