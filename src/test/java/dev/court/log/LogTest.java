package dev.court.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTest {
  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-11-22T17:00:00Z"));

  private final List<String> written = new ArrayList<>();
  private final String pid = Long.toString(ProcessHandle.current().pid());

  private Log log(LogLevel level) {
    return log(level, false);
  }

  private Log log(LogLevel level, boolean traces) {
    return Log.to(
        NOON,
        text -> text.replace("sesame", "[hidden]"),
        List.of(new LogTarget(level, traces, written::add)));
  }

  @Test
  void a_record_is_one_line_with_time_level_process_part_and_message() {
    log(LogLevel.INFO).of("http").info("GET /reservations 200 in 42 ms");

    assertThat(written)
        .containsExactly(
            "2026-11-22T17:00:00.000Z INFO  %s http: GET /reservations 200 in 42 ms\n"
                .formatted(pid));
  }

  @ParameterizedTest
  @CsvSource({
    "OFF,   ''",
    "ERROR, error",
    "WARN,  'error warn'",
    "INFO,  'error warn info'",
    "DEBUG, 'error warn info debug debug'"
  })
  void a_level_includes_those_before_it(LogLevel level, String expected) {
    Log log = log(level);

    log.error("error", null);
    log.warn("warn", null);
    log.info("info");
    log.debug(() -> "debug");
    log.debug("debug", null);

    assertThat(messages()).isEqualTo(expected);
  }

  private String messages() {
    return written.stream()
        .map(line -> line.strip().replaceAll(".* ", ""))
        .collect(Collectors.joining(" "));
  }

  @Test
  void a_text_that_nobody_wants_is_not_made() {
    Supplier<String> costly =
        () -> {
          throw new AssertionError("made");
        };

    log(LogLevel.INFO).debug(costly);
    Log.NONE.debug(costly);

    assertThat(written).isEmpty();
  }

  @Test
  void a_cause_is_shown_with_its_own_causes() {
    Exception cause = new IllegalStateException("no answer", new IOException("reset"));

    log(LogLevel.INFO).warn("the probe failed", cause);

    assertThat(written).hasSize(1);
    assertThat(written.get(0))
        .endsWith(
            " court: the probe failed (java.lang.IllegalStateException: no answer,"
                + " caused by java.io.IOException: reset)\n");
  }

  @Test
  void a_stack_trace_follows_where_it_is_wanted() {
    log(LogLevel.INFO, true).warn("the probe failed", new IOException("reset"));

    assertThat(written).hasSize(1);
    assertThat(written.get(0).lines().skip(1))
        .startsWith("    java.io.IOException: reset")
        .anyMatch(line -> line.startsWith("        at dev.court.log.LogTest.a_stack_trace"));
  }

  @Test
  void what_others_wrote_cannot_break_a_line_or_drive_a_terminal() {
    log(LogLevel.INFO).warn("a\nb\u001b[2Jc", new IOException("d\r\ne\u202ef\u2028g"));

    assertThat(written.get(0)).endsWith("a b [2Jc (java.io.IOException: d  e f g)\n");
    assertThat(written.get(0).lines()).hasSize(1);
  }

  @Test
  void a_line_is_cut() {
    log(LogLevel.INFO).info("x".repeat(100_000));

    assertThat(written.get(0)).hasSizeLessThan(1100).endsWith("x…\n");
  }

  @Test
  void a_secret_is_taken_out_of_messages_causes_and_traces() {
    log(LogLevel.INFO, true).warn("open sesame", new IOException("sesame"));

    assertThat(written.get(0)).contains("open [hidden]").doesNotContain("sesame");
  }

  @Test
  void a_cause_that_cannot_tell_its_message_costs_its_record_only() {
    Log log = log(LogLevel.INFO);

    log.warn("lost", new Wordless());
    log.info("next");

    assertThat(messages()).isEqualTo("next");
  }

  private static final class Wordless extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no words");
    }
  }

  @Test
  void records_are_held_in_order_until_they_are_let_go() {
    Log log = log(LogLevel.INFO);

    log.hold();
    log.of("http").info("one");
    log.info("two");
    assertThat(written).isEmpty();
    log.flush();
    assertThat(messages()).isEqualTo("one two");

    log.info("three");
    assertThat(messages()).isEqualTo("one two");
    log.release();
    log.info("four");

    assertThat(messages()).isEqualTo("one two three four");
  }

  @Test
  void each_target_has_its_own_level() {
    List<String> other = new ArrayList<>();
    Log log =
        Log.to(
            NOON,
            text -> text,
            List.of(
                new LogTarget(LogLevel.WARN, false, written::add),
                new LogTarget(LogLevel.DEBUG, false, other::add)));

    log.debug(() -> "one");
    log.warn("two", null);

    assertThat(messages()).isEqualTo("two");
    assertThat(other).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"off, OFF", "ERROR, ERROR", "Warn, WARN", "info, INFO", "debug, DEBUG"})
  void a_level_has_a_name(String word, LogLevel level) {
    assertThat(LogLevel.of(word)).contains(level);
  }

  @ParameterizedTest
  @CsvSource({"verbose", "''", "warning", "inf"})
  void another_word_is_no_level(String word) {
    assertThat(LogLevel.of(word)).isEmpty();
  }
}
