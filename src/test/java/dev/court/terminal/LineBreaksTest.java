package dev.court.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineBreaksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          20 | every Wednesday      | every Wednesday
          15 | every Wednesday      | every Wednesday
          14 | every Wednesday      | every/Wednesday
          4  | every Wednesday      | every/Wednesday
          12 | reservation 4810012345678 was | reservation/4810012345678/was
          4  | 网球俱乐部           | 网球/俱乐/部
          5  | 网球a1b2c3           | 网球/a1b2c3
          6  | x 网球俱乐部         | x 网球/俱乐部
          """)
  void a_word_in_narrow_letters_stays_whole(int width, String text, String lines) {
    assertThat(LineBreaks.betweenWords().lines(text, width)).isEqualTo(List.of(lines.split("/")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5  | aaaaaaaaaaaa         | aaaaa/aaaaa/aa
          5  | ab cdefghij          | ab cd/efghi/j
          5  | abcde fg             | abcde/fg
          """)
  void what_is_no_id_may_be_broken_anywhere(int width, String text, String lines) {
    assertThat(LineBreaks.anywhere().lines(text, width)).isEqualTo(List.of(lines.split("/")));
  }

  @Test
  void the_widest_piece_says_how_narrow_a_column_may_be() {
    assertThat(LineBreaks.betweenWords().widest("reservation 4810012345678", 8)).isEqualTo(13);
    assertThat(LineBreaks.betweenWords().widest("网球俱乐部", 8)).isEqualTo(2);
    assertThat(LineBreaks.anywhere().widest("reservation 4810012345678", 8)).isEqualTo(8);
  }

  @Test
  void characters_of_several_code_points_are_not_torn_apart() {
    String family = "👨‍👩‍👧";

    assertThat(LineBreaks.anywhere().lines(family + family + family, 4))
        .containsExactly(family + family, family);
    assertThat(LineBreaks.anywhere().lines("e\u0301e\u0301e\u0301", 2))
        .containsExactly("e\u0301e\u0301", "e\u0301");
  }
}
