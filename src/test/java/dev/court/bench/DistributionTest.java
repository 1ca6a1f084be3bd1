package dev.court.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistributionTest {
  private final Distribution hundred =
      Distribution.of(IntStream.rangeClosed(1, 100).mapToObj(i -> (double) (101 - i)).toList());

  @Test
  void a_percentile_is_the_smallest_value_that_so_many_do_not_exceed() {
    assertThat(hundred.percentile(95)).isEqualTo(95);
    assertThat(Distribution.of(List.of(3.0, 1.0, 2.0)).percentile(95)).isEqualTo(3);
    assertThat(Distribution.of(List.of(7.0)).percentile(25)).isEqualTo(7);
  }

  @Test
  void the_median_of_an_even_number_lies_between_the_two_in_the_middle() {
    assertThat(hundred.median()).isEqualTo(50.5);
    assertThat(Distribution.of(List.of(3.0, 1.0, 2.0)).median()).isEqualTo(2);
  }

  @Test
  void nothing_measured_gives_no_figure_and_meets_no_goal() {
    Distribution none = Distribution.of(List.of());

    assertThat(none.median()).isNaN();
    assertThat(Unit.LATE.text(none.max())).isEqualTo("-");
    assertThat(Goal.median(2).isMet(none)).isFalse();
    assertThat(Goal.neverEarly().isMet(none)).isFalse();
  }

  @Test
  void a_goal_says_what_it_judges() {
    assertThat(Goal.ninetyFifth(95).isMet(hundred)).isTrue();
    assertThat(Goal.every(99).isMet(hundred)).isFalse();
    assertThat(Goal.median(1.2).words()).isEqualTo("median ≤ 1.2");
    assertThat(Goal.every(1).words()).isEqualTo("max ≤ 1");
  }
}
