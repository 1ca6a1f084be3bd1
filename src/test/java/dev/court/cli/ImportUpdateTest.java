package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import dev.court.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file whose entries differ from what was imported or exported before. */
class ImportUpdateTest extends WithPlayer {
  private static final String ONE_OFF =
      "{\"type\": \"one-off\", \"desired_time\": \"2026-12-04T07:00:00\","
          + " \"court_id\": \"1\", \"duration\": 30}";
  private static final String WEEKLY =
      "{\"type\": \"recurring\", \"rrule\": \"FREQ=WEEKLY;BYDAY=WE;BYHOUR=17;BYMINUTE=0;COUNT=52\","
          + " \"court_id\": \"2\", \"duration\": 60}";

  private Ran imported(String list, String... options) {
    return court(
        Stream.of(
                Stream.of("import"),
                Stream.of(options),
                Stream.of(file("list.json", list).toString()))
            .flatMap(words -> words)
            .toArray(String[]::new));
  }

  private List<String> words(Ran ran) {
    return ran.out().lines().map(line -> line.replace(folder + "/list.json: ", "")).toList();
  }

  /** An export of a weekly schedule and a single one. */
  private String exported() {
    type("add --on we --time 17:00 --from 2026-11-23 --court 1,2 --name ladder").succeeds();
    type("add --at 2026-12-04T07:00 --court 1 --keep-trying 2d").succeeds();
    return type("export").succeeds().out();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "name": "ladder"      | "name": "singles"     | schedule 1: name ladder -> singles
          "name": "ladder"      | "name": null          | schedule 1: name ladder -> none
          "duration": 30        | "duration": 60        | schedule 1: duration 30 minutes -> 60 minutes
          BYHOUR=17             | BYHOUR=18             | schedule 1: when every Wednesday at 17:00 -> every Wednesday at 18:00
          2026-11-23T00:00      | 2026-12-07T00:00      | schedule 1: when every Wednesday at 17:00 from 2026-11-23T00:00 -> every Wednesday at 17:00 from 2026-12-07T00:00
          "guests": "1"         | "guests": "3"         | schedule 1: guests 1 -> 3
          "strategy": "whole"   | "strategy": "split"   | schedule 1: strategy whole -> split
          "exdates": []         | "exdates": ["2026-12-09T17:00"] | schedule 1: skipped none -> 2026-12-09T17:00
          "status": "pending"   | "status": "paused"    | schedule 1: paused no -> yes
          "paused_until": null  | "paused_until": "2026-12-09T00:00" | schedule 1: paused no -> until 2026-12-09T00:00
          2026-12-04T07:00:00   | 2026-12-05T08:00:00   | schedule 2: when Fri 4 Dec 2026 07:00 -> Sat 5 Dec 2026 08:00
          "every": "PT10M"      | "every": "PT20M"      | schedule 2: every 10 minutes -> 20 minutes
          """)
  void what_was_edited_in_an_export_is_shown_and_taken_with_update(
      String before, String after, String difference) {
    String export = exported();
    String edited = export.replaceFirst(Pattern.quote(before), after);
    assertThat(edited).isNotEqualTo(export);
    List<Map<String, Object>> schedules = type("export").rows();

    Ran shown = imported(edited);

    shown.failsWith(ExitCodes.USAGE, "court: 1 changed, not taken: --update takes what differs");
    assertThat(shown.out()).contains("changed   ").contains(difference);
    assertThat(type("export").rows()).isEqualTo(schedules);

    Ran taken = imported(edited, "--update");

    assertThat(taken.succeeds().out()).contains("updated   ").contains(difference);
    assertThat(type("export").rows()).hasSize(2);
    assertThat(imported(edited).succeeds().out().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("unchanged"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "duration": 60     | "duration": 30        | schedule 2: duration 60 minutes -> 30 minutes
          "court_id": "2"    | "court_id": "1"       | schedule 2: courts 2 -> 1
          COUNT=52           | COUNT=104             | schedule 2: when every Wednesday at 17:00, 52 times -> every Wednesday at 17:00, 104 times
          BYDAY=WE           | BYDAY=WE,FR           | schedule 2: when every Wednesday at 17:00, 52 times -> every Wednesday and Friday at 17:00, 52 times
          "duration": 30}    | "duration": 30, "name": "x"} | schedule 1: name none -> x
          """)
  void an_edited_entry_of_the_predecessor_makes_no_second_schedule(
      String before, String after, String difference) {
    String list = "[" + ONE_OFF + "," + WEEKLY + "]";
    imported(list).succeeds();
    player.clock.advance(Duration.ofHours(30));
    String edited = list.replaceFirst(Pattern.quote(before), after);

    Ran shown = imported(edited);

    shown.failsWith(ExitCodes.USAGE, "1 changed, not taken");
    assertThat(shown.out()).contains(difference);
    assertThat(imported(edited, "--update").succeeds().out()).contains(difference);
    assertThat(type("export").rows()).hasSize(2);
    assertThat(imported(edited).succeeds().out()).doesNotContain("changed   ", "added");
  }

  @Test
  void a_single_time_that_is_moved_a_little_is_moved() {
    imported("[" + ONE_OFF.replace("30}", "60}") + "]").succeeds();

    Ran ran = imported("[" + ONE_OFF.replace("30}", "60}").replace("07:00", "07:30") + "]");

    assertThat(ran.out()).contains("schedule 1: when Fri 4 Dec 2026 07:00 -> Fri 4 Dec 2026 07:30");
  }

  @Test
  void bookings_follow_an_update() {
    imported("[" + WEEKLY + "]").succeeds();

    imported("[" + WEEKLY.replace("\"duration\": 60", "\"duration\": 30") + "]", "--update")
        .succeeds();

    assertThat(bookingsOf("duration")).isNotEmpty().containsOnly(30);
  }

  @Test
  void a_reservation_that_was_made_stays_and_is_named() {
    bookTuesday();
    String export = type("export").succeeds().out();

    Ran ran = imported(export.replace("\"duration\": 30", "\"duration\": 60"), "--update");

    assertThat(ran.succeeds().out()).contains("duration 30 minutes -> 60 minutes");
    assertThat(ran.err()).contains("is booked already, for 30 minutes, and stays");
    assertThat(bookingsOf("status")).containsExactly("success");
  }

  @Test
  void a_copied_entry_with_another_time_is_one_more() {
    String export = exported();
    String entries = export.strip().substring(1, export.strip().length() - 1);
    String copied = entries.replace("BYHOUR=17", "BYHOUR=19").replace("T07:00:00", "T09:00:00");

    Ran ran = imported("[" + copied + "," + entries + "]", "--update");

    assertThat(words(ran.succeeds()))
        .containsExactly(
            "added     entry 1 (line 2): every Wednesday at 19:00",
            "added     entry 2 (line 33): Fri 4 Dec 2026 09:00",
            "unchanged entry 3 (line 64): every Wednesday at 17:00",
            "unchanged entry 4 (line 95): Fri 4 Dec 2026 07:00");
    assertThat(type("export").rows()).extracting(row -> row.get("uid")).doesNotHaveDuplicates();
  }

  @Test
  void two_courts_at_the_same_time_are_two_schedules() {
    String other = ONE_OFF.replace("\"1\"", "\"2\"");

    imported("[" + ONE_OFF + "," + other + "]").succeeds();

    assertThat(type("export").rows()).hasSize(2);
    assertThat(imported("[" + other + "," + ONE_OFF + "]").succeeds().out())
        .doesNotContain("added", "differs")
        .contains("unchanged");
  }

  @Test
  void an_entry_of_another_home_for_the_same_time_is_pointed_out() {
    type("add --at 2026-12-04T07:00 --court 2").succeeds();

    Ran ran = imported("[" + ONE_OFF.replace("}", ", \"uid\": \"elsewhere\"}") + "]");

    assertThat(ran.succeeds().out()).startsWith("added");
    assertThat(ran.err()).contains("note: schedule 1 is for Fri 4 Dec 2026 07:00 too");
  }

  @Test
  void what_was_skipped_and_named_here_stays_when_the_file_says_nothing_of_it() {
    imported("[" + WEEKLY + "]").succeeds();
    type("edit 1 --name ladder").succeeds();
    type("skip 1 2026-12-02").succeeds();

    imported("[" + WEEKLY.replace("BYHOUR=17", "BYHOUR=17;BYSECOND=0") + "]");
    imported("[" + WEEKLY.replace("COUNT=52", "COUNT=60") + "]", "--update").succeeds();

    assertThat(schedule(1))
        .containsEntry("name", "ladder")
        .containsEntry("exdates", List.of("2026-12-02T17:00"));
  }

  @Test
  void an_update_into_the_past_is_no_change() {
    String export = exported();

    Ran ran = imported(export.replace("2026-12-04T07", "2026-11-04T07"), "--update");

    assertThat(ran.succeeds().out()).contains("past      ");
    assertThat(type("export").rows()).isEqualTo(Json.tree(export));
  }

  @Test
  void what_contradicts_itself_is_refused() {
    String export = exported();

    imported(export.replace("\"keep_trying\": \"PT48H\"", "\"keep_trying\": null"))
        .failsWith(ExitCodes.USAGE, "every goes with keep_trying: leave it out too");

    imported(export.replaceFirst("\"court_id\": \"1\"", "\"court_id\": \"2\""))
        .failsWith(ExitCodes.USAGE, "court_id is 2 and court_ids begin with 1: make them agree");
  }

  @Test
  void programs_see_what_differs() {
    String export = exported();
    String edited = export.replaceFirst("\"duration\": 30", "\"duration\": 60");

    List<?> rows = (List<?>) Json.tree(imported(edited, "-o", "json").out());

    assertThat(((Map<?, ?>) rows.get(0)).entrySet().toString())
        .contains("status=changed", "schedule_id=1")
        .contains("changes=[{field=duration, from=30 minutes, to=60 minutes}]");
    assertThat(imported(edited, "-o", "csv").out().lines().findFirst())
        .contains("place,status,what,schedule_id,changes");
    assertThat(imported(edited, "-o", "csv").out())
        .contains("schedule 1: duration 30 minutes -> 60 minutes");
    assertThat(imported(edited, "-o", "ndjson", "--update").succeeds().out())
        .contains("\"status\":\"updated\"");
  }
}
