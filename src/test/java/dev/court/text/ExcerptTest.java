package dev.court.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {

  @ParameterizedTest
  @CsvSource({"abcd, 4, abcd", "abcde, 4, abcd", "abc🎾, 4, abc", "abc🎾, 5, abc🎾", "'', 4, ''"})
  void takes_the_start_and_no_half_character(String text, int most, String start) {
    assertThat(Excerpt.start(text, most)).isEqualTo(start);
  }

  @ParameterizedTest
  @CsvSource({"abcd, 4, abcd", "abcde, 4, abc…", "ab🎾de, 4, ab…", "ab🎾de, 5, ab🎾…"})
  void marks_what_was_cut(String text, int most, String marked) {
    assertThat(Excerpt.marked(text, most)).isEqualTo(marked);
  }

  @Test
  void leaves_out_the_middle() {
    assertThat(Excerpt.ends("abcdefgh", 2, 3)).isEqualTo("ab...fgh");
    assertThat(Excerpt.ends("a🎾bcd🎾", 2, 1)).isEqualTo("a...");
  }
}
