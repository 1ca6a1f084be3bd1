package dev.court.ics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 5545, 3.1 and 3.3.11. */
class ContentWriterTest {

  private static String written(String value) {
    return new ContentWriter().text("SUMMARY", value).toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "é", "網", "🎾", "e\u0301", "👩🏽‍🤝‍👨🏻"})
  void no_line_is_longer_than_75_octets_and_no_character_is_cut(String character) {
    String value = "ab".concat(character.repeat(200));

    String written = written(value);

    assertThat(written).endsWith("\r\n");
    assertThat(written.split("\r\n"))
        .allSatisfy(line -> assertThat(line.getBytes(UTF_8).length).isLessThanOrEqualTo(75))
        .allSatisfy(line -> assertThat(new String(line.getBytes(UTF_8), UTF_8)).isEqualTo(line));
    assertThat(written.replace("\r\n ", "")).isEqualTo("SUMMARY:" + value + "\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          a, b; c   | a\\, b\\; c
          a\\b      | a\\\\b
          a:b "c"   | a:b "c"
          """)
  void what_means_something_is_escaped(String value, String expected) {
    assertThat(written(value)).isEqualTo("SUMMARY:" + expected + "\r\n");
  }

  @Test
  void nothing_in_a_text_begins_a_line_of_its_own() {
    assertThat(written("a\nEND:VEVENT\r\nb\rc\u0007d"))
        .isEqualTo("SUMMARY:a\\nEND:VEVENT\\nb c d\r\n");
  }
}
