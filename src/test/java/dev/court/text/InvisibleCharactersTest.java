package dev.court.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InvisibleCharactersTest {

  @Test
  void become_blanks_in_one_line() {
    assertThat(InvisibleCharacters.blanked("a\u200bb\u001bc\ud83dd\n\te")).isEqualTo("a b c d  e");
    assertThat(InvisibleCharacters.blanked("Café 🎾 نادي")).isEqualTo("Café 🎾 نادي");
  }

  @Test
  void leave_the_lines_where_lines_are_kept() {
    assertThat(InvisibleCharacters.blankedLines("a\r\n\tb\u2028c\ufeff")).isEqualTo("a \n\tb c ");
  }
}
