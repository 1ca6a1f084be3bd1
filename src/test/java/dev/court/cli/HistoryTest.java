package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryTest extends WithPlayer {

  /** Thursday at ten is somebody else's. */
  private void loseThursday() {
    player.sandbox.hold("1", LocalDateTime.parse("2026-11-26T10:00"), Duration.ofMinutes(30));
    type("add --at 2026-11-26T10:00 --court 1").succeeds();
    assertThat(type("run-due").code()).isEqualTo(ExitCodes.LOST);
  }

  @Test
  void an_empty_one_says_so_on_standard_error() {
    Ran ran = type("history");

    assertThat(ran.succeeds().out()).isEmpty();
    assertThat(ran.err()).isEqualTo("Nothing was sent.\n");
    assertThat(type("history --failed").err()).isEqualTo("Nothing was lost.\n");
    assertThat(type("history -o json").rows()).isEmpty();
  }

  @Test
  void shows_each_request_and_what_came_of_it() {
    bookTuesday();
    loseThursday();

    assertThat(type("history").succeeds().out().lines().skip(1))
        .anyMatch(
            line -> line.matches("22 Nov 2026 12:00:.*Tue 24 Nov .*booked \\(201\\).*success"))
        .anyMatch(line -> line.matches("22 Nov 2026 12:00:.*Thu 26 Nov .*taken \\(400\\).*failed"));
  }

  @Test
  void shows_only_what_was_not_booked() {
    bookTuesday();
    loseThursday();

    assertThat(type("history --failed -o json").rows())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row).containsEntry("status", "failed"));
  }

  @Test
  void gives_json_with_the_answer_word_for_word() {
    bookTuesday();

    Map<String, Object> entry = type("history -o json").rows().get(0);

    assertThat(entry)
        .containsEntry("booking_id", 1)
        .containsEntry("schedule_id", 1)
        .containsEntry("attempt", 1)
        .containsEntry("court_id", "1")
        .containsEntry("answer", "booked")
        .containsEntry("http_status", 201)
        .containsEntry("desired_time", "2026-11-24T10:00:00-05:00");
    assertThat(entry.get("at").toString()).matches("2026-11-22T12:00:\\d\\d\\.\\d{3}-05:00");
    assertThat(entry.get("raw").toString()).contains("481001");
    assertThat(type("history -v").out()).contains("RAW", "481001");
  }

  @ParameterizedTest
  @CsvSource({"2026-11-22, 1", "2026-11-23, 0", "2020-01-01, 1"})
  void shows_what_was_sent_since_a_day_at_the_venue(String day, int size) {
    bookTuesday();

    assertThat(type("history -o json --since " + day).rows()).hasSize(size);
  }

  @Test
  void csv_keeps_answers_of_several_lines_in_one_cell() {
    player.sandbox.faults().add("5xx=1");
    bookTuesday();

    String csv = type("history -o csv").out();

    assertThat(csv).startsWith("at,booking_id,schedule_id,");
    assertThat(csv).contains(",\"<!DOCTYPE html>\n");
  }

  @Test
  void refuses_a_day_that_does_not_exist() {
    type("history --since 2026-02-30").failsWith(ExitCodes.USAGE, "no date that exists");
    type("history --since yesterday").failsWith(ExitCodes.USAGE, "is no date: write it such as");
  }
}
