package dev.court.run.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NextTimesTest {
  private final NextTimes next = new NextTimes();

  @Test
  void a_run_goes_on_while_another_time_is_lost() {
    assertThat(next.isAnotherRoundAfter(List.of(1L, 4L))).isTrue();
    assertThat(next.isAnotherRoundAfter(List.of(2L))).isTrue();
    assertThat(next.isAnotherRoundAfter(List.of())).isFalse();
  }

  @Test
  void what_is_lost_again_ends_it() {
    assertThat(next.isAnotherRoundAfter(List.of(1L))).isTrue();
    assertThat(next.isAnotherRoundAfter(List.of(1L, 2L))).isFalse();
  }

  @Test
  void no_run_has_more_rounds_than_an_occurrence_has_times() {
    long others =
        LongStream.range(0, 20).filter(id -> next.isAnotherRoundAfter(List.of(id))).count();

    assertThat(others).isEqualTo(6);
  }
}
