package dev.court.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {

  @Test
  void orders_to_the_terminal_are_shown_and_not_followed() {
    assertThat(Visible.line("a\u001b[31mb\u0007")).isEqualTo("a?[31mb?");
    assertThat(Visible.line("\u009b2J")).isEqualTo("?2J");
    assertThat(Visible.line("one\r\n\ttwo")).isEqualTo("one two");
    assertThat(Visible.lines("one\r\ntwo\u007f")).isEqualTo("one?\ntwo?");
  }

  @Test
  void directions_are_not_turned() {
    assertThat(Visible.line("abc\u202Etxt.exe")).isEqualTo("abc?txt.exe");
    assertThat(Visible.line("\u2067x\u2069")).isEqualTo("?x?");
    assertThat(Visible.line("نادي التنس")).isEqualTo("نادي التنس");
  }

  @Test
  void joiners_of_emoji_and_scripts_stay() {
    assertThat(Visible.line("👨‍👩‍👧 می‌خواهم")).isEqualTo("👨‍👩‍👧 می‌خواهم");
  }

  @Test
  void json_says_the_same_in_escapes() {
    assertThat(Visible.json("{\"a\": \"\u009b\u202e\u007f\"\n}"))
        .isEqualTo("{\"a\": \"\\u009b\\u202e\\u007f\"\n}");
  }
}
