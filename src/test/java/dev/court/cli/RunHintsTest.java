package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunHintsTest {
  private final RunHints hints = new RunHints();

  @Test
  void the_same_for_fifty_is_said_once() {
    for (long id = 1; id <= 50; id++) {
      hints.add(id, "another time of day, or another day");
    }

    assertThat(hints.lines())
        .containsExactly("Would help 50 schedules: another time of day, or another day");
  }

  @Test
  void few_are_named_and_none_twice() {
    hints.add(3, "x");
    hints.add(1, "y");
    hints.add(3, "x");
    hints.add(4, "x");

    assertThat(hints.lines())
        .containsExactly("Would help schedules 3 and 4: x", "Would help schedule 1: y");
  }

  @Test
  void of_many_different_ones_the_first_are_enough() {
    for (long id = 1; id <= 50; id++) {
      hints.add(id, "court edit " + id);
    }

    assertThat(hints.lines())
        .hasSize(6)
        .endsWith("45 more hints: court show ID has that of each schedule");
  }

  @Test
  void nothing_lost_needs_none() {
    assertThat(hints.lines()).isEmpty();
  }
}
