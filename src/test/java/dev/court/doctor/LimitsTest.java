package dev.court.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.court.booking.SetupProblem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What no test can bring about at a command line: a full disk, a server at the end of the world.
 */
class LimitsTest {
  private static final Path HOME = Path.of("home");

  @ParameterizedTest
  @CsvSource({"2097152, WARNING", "67108863, WARNING", "67108864, OK"})
  void little_room_is_worth_a_warning(long free, Finding.Verdict verdict) {
    assertThat(DiskCheck.judged(free, HOME).verdict()).isEqualTo(verdict);
  }

  @Test
  void no_room_is_trouble() {
    assertThatThrownBy(() -> DiskCheck.judged(2_097_151, HOME))
        .isInstanceOf(SetupProblem.class)
        .hasMessageContaining("1 MiB free in home")
        .hasMessageContaining("make room");
  }

  @ParameterizedTest
  @CsvSource({"20, OK, 10 ms", "500, OK, 250 ms", "501, WARNING, which is slow"})
  void a_slow_server_is_worth_a_warning(long ms, Finding.Verdict verdict, String said) {
    Lazy<Latency> server = new Lazy<>(() -> new Latency(Duration.ofMillis(ms), 401), "");

    Finding finding = new ServerCheck(server).look();

    assertThat(finding.verdict()).isEqualTo(verdict);
    assertThat(finding.message()).contains("answers in " + ms + " ms", said);
  }

  @Test
  void a_remedy_can_be_pasted_into_a_shell() {
    assertThat(
            Permissions.remedy(
                "600", List.of(Path.of("/home/ada/key"), Path.of("/it's a\tfolder"))))
        .isEqualTo("run chmod 600 /home/ada/key '/it'\\''s a\tfolder'");
  }

  @Test
  void a_message_cannot_break_its_line_or_drive_a_terminal() {
    assertThat(Finding.ok("x", "one\n  two\u001b[2J").message()).isEqualTo("one two?[2J");
  }

  @Test
  void a_defect_is_told_without_its_words() {
    Finding finding = Finding.defect("x", new IllegalStateException("token eyJ"));

    assertThat(finding.message())
        .contains("a defect in court")
        .doesNotContain("IllegalState", "eyJ");
  }
}
