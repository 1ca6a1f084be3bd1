package dev.court.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                | 0
          ladder            | 6
          網球              | 4
          网球 🎾           | 7
          한글              | 4
          テニス            | 6
          ﾃﾆｽﾊﾟ             | 5
          é                 | 1
          Übung             | 5
          👨‍👩‍👧                | 2
          🇩🇪                | 2
          👋🏽                | 2
          ❤️                | 2
          1️⃣                | 2
          ✅                | 2
          …                 | 1
          نادي              | 4
          """)
  void counts_what_a_terminal_shows(String text, int width) {
    assertThat(Cells.width(text)).isEqualTo(width);
  }

  @Test
  void marks_that_combine_take_no_cell() {
    assertThat(Cells.width("e\u0301")).isEqualTo(1);
    assertThat(Cells.width("a\u0308\u0323b")).isEqualTo(2);
    assertThat(Cells.width("a\u200bb")).isEqualTo(2);
  }

  @Test
  void pads_by_cells() {
    assertThat(Cells.pad("網球", 6)).isEqualTo("網球  ");
    assertThat(Cells.pad("网球 🎾", 3)).isEqualTo("网球 🎾");
  }
}
