package dev.court.run;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.Interruption;
import dev.court.Player.Ran;
import dev.court.WithEvening;
import dev.court.workspace.LeaseOwner;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a command says while a run holds the booking that it is about. */
class BesideRunTest extends WithEvening {
  private static final String GONE =
      "note: Wed 2 Dec 2026 %s is being booked at this moment and may still go through:"
          + " then court cancel gives it up\n";

  private static final String AS_IT_WAS =
      "note: Wed 2 Dec 2026 %s is being booked at this moment as it was, Court 1 for 30 minutes:"
          + " the change counts for it only if that books nothing\n";

  private static final Map<String, String> CHANGES = new LinkedHashMap<>();

  static {
    CHANGES.put("edit ID --court 2", AS_IT_WAS);
    CHANGES.put("edit ID --court 1,2", AS_IT_WAS);
    CHANGES.put("edit ID --guests 2", AS_IT_WAS);
    CHANGES.put("edit ID --duration 60", AS_IT_WAS);
    CHANGES.put("edit ID --time 06:30", GONE);
    CHANGES.put("edit ID --on th", GONE);
    CHANGES.put("skip ID 2026-12-02", GONE);
    CHANGES.put("pause ID", GONE);
    CHANGES.put("pause ID --until 2026-12-05", GONE);
    CHANGES.put("remove ID --yes", GONE);
    CHANGES.put("edit ID --name ladder", "");
    CHANGES.put("edit ID --duration 60 --strategy split", "");
    CHANGES.put("edit ID --keep-trying 1d", "");
    CHANGES.put("skip ID 2026-12-09", "");
    CHANGES.put("pause ID --until 2026-12-01", "");
    CHANGES.put("resume ID", "");
  }

  /** A schedule for each change, all of them in one run, which waits for the first opening. */
  @Test
  void a_change_of_what_is_being_booked_says_whether_it_still_counts() {
    evening.player.clock.set(Instant.parse("2026-11-25T11:00:00Z"));
    CHANGES.keySet().forEach(this::adds);
    Map<String, String> said = new LinkedHashMap<>();

    meanwhile(
        () -> {
          CHANGES.keySet().forEach(change -> said.put(change, notes(change)));
          evening.player.signal().raise();
        });

    assertThat(said).containsExactlyEntriesOf(expected());
  }

  @Test
  void a_run_asks_for_no_other_time_of_what_another_one_holds() {
    evening.adds("--at", Evening.FIVE, "--or", "17:30", "--court", "1");
    evening.asleepFor(Duration.ofHours(1));
    List<Ran> others = new ArrayList<>();
    evening.player.waitingBy(
        new Interruption(
            evening.player.clock,
            evening.player.clock.instant(),
            () ->
                others.add(
                    evening
                        .player
                        .as(new LeaseOwner("other", "", run -> false))
                        .court("run-due"))));

    evening.runDue();

    assertThat(others).hasSize(1);
    assertThat(evening.held()).hasSize(1);
    assertThat(evening.bookings()).extracting("status").containsExactly("success", "cancelled");
  }

  @Test
  void to_be_away_counts_for_what_a_run_holds() {
    evening.wants("1");
    List<String> said = new ArrayList<>();

    meanwhile(
        () -> {
          said.add(evening.player.court("away", "2026-12-02").err());
          evening.player.signal().raise();
        });

    assertThat(said.get(0)).startsWith(GONE.formatted("17:00"));
    assertThat(evening.booking())
        .containsEntry("status", "pending")
        .containsEntry("left_out", "away");
    assertThat(evening.aMinuteLater().succeeds().err()).isEmpty();
    assertThat(evening.shots()).isEmpty();
  }

  @Test
  void to_ask_on_for_a_taken_court_counts_for_what_is_being_booked() {
    evening.wants("1").takenBySomebody("1");

    meanwhile(() -> evening.player.court("edit", "1", "--keep-trying", "1d"));

    assertThat(evening.booking()).containsEntry("status", "pending").containsEntry("attempts", 1);
  }

  @Test
  void to_ask_on_no_more_counts_too() {
    evening.adds("--at", Evening.FIVE, "--court", "1", "--keep-trying", "1d").takenBySomebody("1");

    meanwhile(() -> evening.player.court("edit", "1", "--keep-trying", "0"));

    assertThat(evening.booking()).containsEntry("status", "failed");
  }

  @Test
  void what_a_run_is_booking_comes_next() {
    evening.wants("1");
    List<String> next = new ArrayList<>();

    meanwhile(() -> next.add(evening.player.court("next").out()));

    assertThat(next)
        .containsExactly(
            """
            SCHEDULE  START                 OPENS                  IN                          COURTS  SESSION  NAME
            1         Wed 2 Dec 2026 17:00  Wed 25 Nov 2026 17:00  50 seconds, a run is at it  1
            """);
  }

  private void adds(String change) {
    evening.adds("--on", "we", "--time", time(change), "--from", "2026-12-02", "--court", "1");
  }

  private static int id(String change) {
    return List.copyOf(CHANGES.keySet()).indexOf(change) + 1;
  }

  private static String time(String change) {
    return LocalTime.of(6, 0).plusHours(id(change)).toString();
  }

  private static Map<String, String> expected() {
    Map<String, String> expected = new LinkedHashMap<>();
    CHANGES.forEach((change, note) -> expected.put(change, note.strip().formatted(time(change))));
    return expected;
  }

  private String notes(String change) {
    Ran ran = evening.player.court(change.replace("ID", String.valueOf(id(change))).split(" ", -1));
    return ran.err().lines().filter(line -> line.startsWith("note: ")).collect(joining("\n"));
  }

  private void meanwhile(Runnable happens) {
    evening.player.waitingBy(new Interruption(evening.player.clock, Instant.MIN, happens));
    evening.runDue("--within", "PT24H");
    evening.player.waitingBy(evening.player.clock);
  }
}
