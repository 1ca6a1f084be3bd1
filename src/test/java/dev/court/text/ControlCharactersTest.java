package dev.court.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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

  @Test
  void json_says_the_same_in_escapes() {
    assertThat(ControlCharacters.json("{\"a\": \"\u009b\u202e\u007f\"\n}"))
        .isEqualTo("{\"a\": \"\\u009b\\u202e\\u007f\"\n}");
  }
}
