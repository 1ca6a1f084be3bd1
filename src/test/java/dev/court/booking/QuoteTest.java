package dev.court.booking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuoteTest {

  @Test
  void repeats_what_was_typed_in_one_line_and_in_short() {
    assertThat(Quote.of("5 pm")).isEqualTo("'5 pm'");
    assertThat(Quote.of("a\n\u001bb")).isEqualTo("'a??b'");
    assertThat(Quote.of("x".repeat(40))).isEqualTo("'" + "x".repeat(40) + "'");
    assertThat(Quote.shortened("x".repeat(41))).isEqualTo("x".repeat(40) + "...");
  }
}
