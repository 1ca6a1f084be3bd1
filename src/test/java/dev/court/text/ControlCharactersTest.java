package dev.court.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlCharactersTest {

  @Test
  void orders_to_the_terminal_are_shown_and_not_followed() {
    assertThat(ControlCharacters.line("a\u001b[31mb\u0007")).isEqualTo("a?[31mb?");
    assertThat(ControlCharacters.line("\u009b2J")).isEqualTo("?2J");
    assertThat(ControlCharacters.line("one\r\n\ttwo")).isEqualTo("one two");
    assertThat(ControlCharacters.lines("one\r\ntwo\u007f")).isEqualTo("one?\ntwo?");
  }

  @Test
  void directions_are_not_turned() {
    assertThat(ControlCharacters.line("abc\u202Etxt.exe")).isEqualTo("abc?txt.exe");
    assertThat(ControlCharacters.line("\u2067x\u2069")).isEqualTo("?x?");
    assertThat(ControlCharacters.line("نادي التنس")).isEqualTo("نادي التنس");
  }

  @Test
  void joiners_of_emoji_and_scripts_stay() {
    assertThat(ControlCharacters.line("👨‍👩‍👧 می‌خواهم")).isEqualTo("👨‍👩‍👧 می‌خواهم");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'a  \n  b'|a b",
        "'a\t\r\n\tb'|a b",
        "'a   b'|a   b",
        "'a\u2028b\u0085c'|a b c",
        "'\na\u001b'|' a?'"
      })
  void a_message_stays_in_one_line(String text, String line) {
    assertThat(ControlCharacters.line(text)).isEqualTo(line);
  }

  @Test
  void a_line_of_blanks_alone_is_read_once() {
    String blanks = " ".repeat(200_000);

    assertThat(ControlCharacters.line(blanks + "\u0007")).isEqualTo(blanks + "?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"'\na\r\n\u001b[1mb\t'|a [1mb", "'a\u009b\u202eb\u2029'|a b", "a b|a b"})
  void a_title_has_no_trace_of_them(String text, String title) {
    assertThat(ControlCharacters.blanked(text)).isEqualTo(title);
  }

  @Test
  void a_text_keeps_its_lines() {
    assertThat(ControlCharacters.blankedLines(" one\r\ntwo\u001b\u0007\n\nthree\t\n"))
        .isEqualTo("one \ntwo \n\nthree");
  }

  @Test
  void json_says_the_same_in_escapes() {
    assertThat(ControlCharacters.json("{\"a\": \"\u009b\u202e\u007f\"\n}"))
        .isEqualTo("{\"a\": \"\\u009b\\u202e\\u007f\"\n}");
  }
}
