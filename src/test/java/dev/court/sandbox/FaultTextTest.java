package dev.court.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.court.booking.InvalidRequest;
import dev.court.sandbox.Fault.FaultTarget;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FaultTextTest {

  @Test
  void reads_a_list_of_faults() {
    assertThat(Faults.parse("latency=200ms, drop-answer=1,5xx@token=2,clock=-1.7s,html"))
        .containsExactly(
            Fault.of(FaultKind.LATENCY).lasting(Duration.ofMillis(200)),
            Fault.of(FaultKind.DROP_ANSWER).next(1),
            Fault.of(FaultKind.ERROR).on(FaultTarget.TOKEN).next(2),
            Fault.of(FaultKind.CLOCK).lasting(Duration.ofMillis(-1700)),
            Fault.of(FaultKind.HTML));
  }

  @Test
  void reads_times_and_detail_together_and_apart() {
    assertThat(Faults.parse("429=1:3s,429=always,latency@post=2:1s,refuse=1:No: not you,refuse=No"))
        .containsExactly(
            Fault.of(FaultKind.THROTTLE).next(1).lasting(Duration.ofSeconds(3)),
            Fault.of(FaultKind.THROTTLE).lasting(Duration.ofSeconds(1)),
            Fault.of(FaultKind.LATENCY).on(FaultTarget.POST).next(2).lasting(Duration.ofSeconds(1)),
            Fault.of(FaultKind.REFUSE).next(1).saying("No: not you"),
            Fault.of(FaultKind.REFUSE).saying("No"));
  }

  @Test
  void reads_nothing_from_nothing() {
    assertThat(Faults.parse("")).isEmpty();
    assertThat(Faults.parse(" , ")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void knows_every_word(FaultKind kind) {
    String text = kind.needsLength() ? kind.word() + "=1s" : kind.word();

    assertThat(Faults.parse(text)).extracting(Fault::kind).containsExactly(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gremlins", "gremlins=1", "=1", "@post", "5XX"})
  void lists_what_there_is_when_there_is_no_such_fault(String text) {
    assertThatThrownBy(() -> Faults.parse(text))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageStartingWith("no fault '")
        .hasMessageContaining("latency, answer-latency, clock, drop-request, drop-answer");
  }

  @ParameterizedTest
  @CsvSource({
    "latency, say how long",
    "latency=200, say how long",
    "latency=soon, a length is like",
    "latency=-1s, a length is like",
    "clock=1:0s, say how long",
    "429=1:x, a length is like",
    "5xx=0, a number from 1",
    "5xx=twice, a number from 1",
    "5xx@moon, 'no requests ''moon'': there is post, list, cancel, token, login, any'"
  })
  void says_what_is_wrong_with_a_fault(String text, String words) {
    assertThatThrownBy(() -> Faults.parse(text))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageStartingWith("fault '" + text + "': ")
        .hasMessageContaining(words);
  }
}
