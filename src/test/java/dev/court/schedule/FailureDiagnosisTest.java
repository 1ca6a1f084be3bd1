package dev.court.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.Player.Ran;
import dev.court.WithEvening;
import dev.court.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Why a booking was lost and what would help, as a run tells it and show repeats it. */
class FailureDiagnosisTest extends WithEvening {
  private void isTold(Ran run, String why, String help) {
    assertThat(run.out()).hasLineCount(1).containsPattern(why);
    assertThat(run.err()).startsWith("Would help schedule 1: ").contains(help);
    assertThat(evening.player.court("show", "1").succeeds().out())
        .containsPattern("why:        .*" + why)
        .contains("would help: ")
        .contains(help);
  }

  @Test
  void somebody_was_faster() {
    evening.wants("1").takenBySomebody("1");

    isTold(
        evening.runDue(),
        "faster: it was asked for [0-9]+ ms after the opening, and was taken: .*already reserved",
        "the other courts too: court add --at 2026-12-02T17:00 --court 1,2 --duration 30;"
            + " asking on, since people give courts back: court add --at 2026-12-02T17:00 --court 1"
            + " --duration 30 --keep-trying 1d");
  }

  @Test
  void what_would_help_is_done_as_it_stands() {
    evening.wants("1").takenBySomebody("1").runDue();

    evening
        .player
        .court("add", "--at", "2026-12-02T17:00", "--court", "1,2", "--duration", "30")
        .succeeds();

    assertThat(evening.runDue().succeeds().out()).contains("booked", "Court 2");
  }

  @Test
  void a_recurrence_is_changed_for_the_next_time() {
    evening
        .adds("--on", "we", "--time", "17:00", "--court", "1", "--from", "2026-12-02")
        .takenBySomebody("1");

    isTold(
        evening.runDue(),
        "somebody was faster",
        "court edit 1 --court 1,2; asking on, since people give courts back:"
            + " court edit 1 --keep-trying 1d");
  }

  @Test
  void who_asked_for_all_that_can_be_had_needs_another_time() {
    evening
        .adds("--at", Evening.FIVE, "--court", "1,2", "--keep-trying", "10m")
        .takenBySomebody("1")
        .takenBySomebody("2");
    evening.runDue();

    isTold(
        evening.after(Duration.ofMinutes(11)),
        "somebody was faster",
        "another time of day, or another day");
  }

  @Test
  void cron_was_late() {
    evening.wants("1").takenBySomebody("1").asleepFor(Duration.ofMinutes(20));

    isTold(
        evening.runDue(),
        "the first request went out 19 minutes 10 seconds after the opening, and was taken",
        "court run-due has to be called each minute: court doctor says when it was");
  }

  @Test
  void it_was_asked_for_too_late() {
    evening.asleepFor(Duration.ofHours(3));
    evening.wants("1,2").takenBySomebody("1").takenBySomebody("2");

    isTold(
        evening.runDue(),
        "it had been open for 2 hours 59 minutes when it was asked for, and was taken",
        "--keep-trying 1d");
  }

  @Test
  void the_server_had_trouble() {
    evening.wants("1").but("429=1:3s").takenBySomebody("1");

    isTold(
        evening.runDue(),
        "trouble at the opening \\(throttled\\); it was asked for again 3 seconds after it, and was"
            + " taken",
        "--keep-trying 1d");
  }

  @Test
  void it_was_refused() {
    evening.wants("1").but("refuse=12:Payment required");

    isTold(evening.runDue(), "Atrium would not have it: .*Payment required", "court history -v");
  }

  @Test
  void nobody_called() {
    evening.wants("1").asleepFor(Duration.ofDays(8));

    isTold(
        evening.runDue(),
        "nothing was sent: no run came between its opening and its start",
        "court doctor");
    assertThat(evening.player.court("history", "--failed").out()).contains("nothing was sent");
  }

  @Test
  void nobody_knows() {
    evening.wants("1").but("drop-answer=12,list-404=99");

    isTold(
        evening.runDue(),
        "a request may have booked: ",
        "look at the portal, then court resolve 1 --booked or --not-booked");
  }

  @Test
  void what_went_well_is_not_explained() {
    evening.wants("1").runDue().succeeds();

    assertThat(evening.player.court("show", "1").out()).doesNotContain("why:", "would help:");
  }

  @Test
  @SuppressWarnings("unchecked")
  void programs_are_told_as_well() {
    evening.wants("1").takenBySomebody("1").runDue();

    Map<String, Object> story =
        (Map<String, Object>) Json.tree(evening.player.court("show", "1", "-o", "json").out());

    assertThat((List<Map<String, Object>>) story.get("lost"))
        .singleElement()
        .satisfies(lost -> assertThat(lost).containsKeys("booking_id", "why", "help"));
    assertThat((List<Map<String, Object>>) story.get("attempts"))
        .singleElement()
        .satisfies(attempt -> assertThat(attempt).containsEntry("answer", "taken"));
  }
}
