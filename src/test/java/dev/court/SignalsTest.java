package dev.court;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Processes of their own that are asked to end, by the real clock. */
@EnabledOnOs(OS.LINUX)
@Tag("real-time")
class SignalsTest {
  /** Who starts the tests in the background may ignore SIGINT, which Java then does too. */
  private static final List<String> LISTENING = List.of("env", "--default-signal=INT");

  @TempDir Path home;

  @Test
  void a_run_that_is_terminated_gives_back_its_claim_and_the_next_one_books() {
    try (RealTime time = new RealTime(home, Duration.ofSeconds(25)).ready();
        RealProcess run = time.court("run-due")) {
      run.runsUntil(() -> time.status().equals("in_flight"));

      run.signal("TERM");

      assertThat(run.ended()).isEqualTo(new Player.Ran(143, "", ""));
      assertThat(time.status()).isEqualTo("pending");
      try (RealProcess next = time.court("run-due")) {
        assertThat(next.ended().succeeds().out()).startsWith("booked");
      }
    }
  }

  @Test
  void a_run_that_is_interrupted_just_before_an_opening_books_and_says_so() {
    try (RealTime time = new RealTime(home, Duration.ofSeconds(20)).ready();
        RealProcess run = time.courtThrough(LISTENING, "run-due")) {
      run.runsUntil(() -> time.status().equals("in_flight"));
      time.await(time.opening.minusSeconds(1));

      run.signal("INT");

      Player.Ran ended = run.ended();
      assertThat(ended.code()).isEqualTo(130);
      assertThat(ended.out()).startsWith("booked");
      assertThat(time.status()).isEqualTo("success");
    }
  }

  @Test
  void a_second_signal_ends_a_run_whose_answer_does_not_come() {
    try (RealTime time = new RealTime(home, Duration.ofSeconds(20)).ready();
        RealProcess run = time.courtThrough(LISTENING, "run-due")) {
      time.sandbox.faults().add("answer-latency@post=1:60s");
      run.runsUntil(() -> time.shots() == 1);
      Instant first = time.now();

      run.signal("INT");
      time.await(first.plusSeconds(1));
      run.signal("INT");

      assertThat(run.ended().code()).isEqualTo(130);
      assertThat(time.now()).isBefore(first.plusSeconds(50));
    }
  }

  static IntStream instants() {
    Random random = new Random(Long.getLong("court.seed", System.nanoTime()));
    return IntStream.generate(() -> random.nextInt(-3_000, 1_000))
        .limit(Integer.getInteger("court.kills", 1));
  }

  /** More of them: {@code -Dcourt.kills=100}. */
  @ParameterizedTest
  @MethodSource("instants")
  void a_signal_at_any_instant_loses_nothing_and_books_once(int afterOpening) {
    try (RealTime time = new RealTime(home, Duration.ofSeconds(8)).ready();
        RealProcess run = time.court("run-due")) {
      time.await(time.opening.plusMillis(afterOpening));

      run.signal("TERM");

      assertThat(run.ended().code()).isIn(0, 143);
      assertThat(time.status()).isIn("pending", "success");
      time.settle();
      assertThat(time.sandbox.reservations()).hasSize(1);
      assertThat(time.status()).isEqualTo("success");
    }
  }

  @Test
  void a_command_that_books_nothing_ends_at_once() {
    try (RealTime time = new RealTime(home, Duration.ofMinutes(5)).ready();
        RealProcess next = time.court("sandbox")) {
      assertThat(next.line()).isNotNull();

      next.signal("TERM");

      assertThat(next.ended().code()).isEqualTo(143);
    }
  }
}
