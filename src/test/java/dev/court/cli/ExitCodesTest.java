package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.booking.InvalidRequest;
import dev.court.booking.OutcomeUnknown;
import dev.court.booking.Problem;
import dev.court.booking.SetupProblem;
import dev.court.booking.SignInNeeded;
import dev.court.booking.TemporaryTrouble;
import dev.court.booking.UnknownId;
import dev.court.doctor.Finding;
import dev.court.doctor.Finding.Verdict;
import dev.court.notification.channel.DeliveryResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The exit code of each problem, and of several at once. */
class ExitCodesTest {
  /** From the gravest down. */
  private static final List<RuntimeException> BY_WEIGHT =
      List.of(
          new SetupProblem("x"),
          new SignInNeeded("x"),
          new OutcomeUnknown("x"),
          new TemporaryTrouble("x"),
          new IllegalStateException("x"));

  private static final List<Integer> CODES = List.of(7, 4, 8, 5, 1);

  @Test
  void each_problem_has_its_code() {
    assertThat(Stream.of(new InvalidRequest("x"), new UnknownId("x")).map(ExitCodes::of))
        .containsExactly(2, 6);
    assertThat(BY_WEIGHT.stream().filter(Problem.class::isInstance).map(Problem.class::cast))
        .extracting(ExitCodes::of)
        .containsExactly(7, 4, 8, 5);
  }

  static IntStream places() {
    return IntStream.range(0, BY_WEIGHT.size());
  }

  @ParameterizedTest
  @MethodSource("places")
  void the_gravest_of_several_counts_in_any_order(int place) {
    List<Finding> findings = new ArrayList<>();
    BY_WEIGHT.subList(place, BY_WEIGHT.size()).forEach(cause -> findings.add(finding(cause)));

    assertThat(ExitCodes.ofFindings(findings)).isEqualTo(CODES.get(place));
    Collections.reverse(findings);
    assertThat(ExitCodes.ofFindings(findings)).isEqualTo(CODES.get(place));
  }

  @Test
  void nothing_found_is_done() {
    assertThat(ExitCodes.ofFindings(List.of())).isZero();
  }

  @Test
  void a_delivery_that_settings_prevent_outweighs_one_that_fails_for_now() {
    DeliveryResult delivered = new DeliveryResult.Delivered();
    DeliveryResult temporary = DeliveryResult.temporary("x");

    assertThat(ExitCodes.ofDeliveries(List.of(delivered))).isZero();
    assertThat(ExitCodes.ofDeliveries(List.of(delivered, temporary))).isEqualTo(5);
    assertThat(ExitCodes.ofDeliveries(List.of(temporary, DeliveryResult.permanent("x"))))
        .isEqualTo(7);
  }

  private static Finding finding(RuntimeException cause) {
    return new Finding("x", Optional.empty(), Verdict.TROUBLE, "x", Optional.of(cause));
  }
}
