package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the program that came first, as they stand. */
class ImportTest extends WithPlayer {
  private static final String FIRST =
      """
      [
        {"type": "one-off", "desired_time": "2026-12-04T07:00:00", "court_id": "1", "duration": 30},
        {"type": "recurring", "rrule": "FREQ=WEEKLY;BYDAY=WE;BYHOUR=17;BYMINUTE=0;COUNT=52",
         "court_id": "2", "duration": 60},
        {"type": "recurring", "rrule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;BYHOUR=10;BYMINUTE=0;COUNT=26",
         "court_id": "1", "duration": 30},
        {"type": "recurring", "rrule": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=7;BYMINUTE=0;COUNT=260",
         "court_id": "1", "duration": 30}
      ]
      """;

  private String schedules;

  @BeforeEach
  void files() {
    schedules = file("schedules.json", FIRST).toString();
  }

  private Ran imported(String... entries) {
    String list = Stream.of(entries).collect(Collectors.joining(",\n", "[", "]"));
    return court("import", file("list.json", list).toString());
  }

  @Test
  void takes_the_schedules_as_they_stand() {
    Ran ran = court("import", schedules);

    assertThat(ran.succeeds().out().lines().map(line -> line.replace(schedules, "FILE")))
        .containsExactly(
            "added     FILE: entry 1 (line 2): Fri 4 Dec 2026 07:00",
            "added     FILE: entry 2 (line 3): every Wednesday at 17:00, 52 times",
            "added     FILE: entry 3 (line 5): every other Friday at 10:00, 26 times",
            "added     FILE: entry 4 (line 7): every weekday at 07:00, 260 times");
    assertThat(schedule(2))
        .containsEntry("court_ids", List.of("2"))
        .containsEntry("duration", 60)
        .containsEntry("desired_time", "2026-11-25T17:00:00-05:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-22T17:00:00Z", "2026-11-26T12:00:00Z", "2027-09-30T12:00:00Z"})
  void a_second_time_changes_nothing_on_whatever_day(Instant day) {
    court("import", schedules).succeeds();
    player.clock.set(day);
    List<Map<String, Object>> before = court("list", "--all", "-o", "json").rows();

    Ran ran = court("import", schedules);

    assertThat(ran.succeeds().out().lines()).hasSize(4).allMatch(line -> line.startsWith("unch"));
    assertThat(court("list", "--all", "-o", "json").rows()).isEqualTo(before);
  }

  @Test
  void a_count_goes_on_where_it_was_and_ends() {
    court("import", schedules).succeeds();
    player.clock.set(Instant.parse("2027-11-20T12:00:00Z"));

    assertThat(court("import", schedules).succeeds().out().lines())
        .hasSize(4)
        .allMatch(line -> line.startsWith("unchanged"));
    assertThat(schedule(2)).containsEntry("status", "ended");
    assertThat(type("list -o json").rows()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"type": "recurring", "court_id": 2, "duration": 60.0,
         "rrule": "RRULE:freq=weekly;count=52;byminute=00;byhour=17;interval=1;byday=we;wkst=SU"}
        """,
        """
        {"type": "one-off", "desired_time": "2026-12-04 07:00", "court_id": 1}
        """,
        """
        {"type": "one-off", "desired_time": "2026-12-04T12:00:00Z", "court_id": ["1"],
         "duration": "PT30M", "name": null}
        """
      })
  void another_spelling_is_no_other_schedule(String entry) {
    court("import", schedules).succeeds();

    assertThat(imported(entry).succeeds().out()).startsWith("unchanged");
  }

  @Test
  void what_was_added_by_hand_is_known_too() {
    type("add --on we --time 17:00 --count 52 --court 2 --duration 60 --name ladder").succeeds();

    assertThat(court("import", schedules).succeeds().out())
        .contains("unchanged " + schedules + ": entry 2");
  }

  @Test
  void the_same_entry_twice_is_one_schedule() {
    String entry = "{\"type\": \"one-off\", \"desired_time\": \"2026-12-04T07:00\"}";

    assertThat(imported(entry, entry).succeeds().out().lines().map(line -> line.split(" ", 2)[0]))
        .containsExactly("added", "unchanged");
  }

  @Test
  void what_was_booked_before_is_not_booked_again() {
    imported(
            "{\"type\": \"one-off\", \"desired_time\": \"2026-11-24T10:00\", \"status\":"
                + " \"success\"}")
        .succeeds();
    player.signIn();

    type("run-due").succeeds();

    assertThat(bookingsOf("status")).containsExactly("success");
    assertThat(player.sandbox.reservations()).isEmpty();
  }

  @Test
  void what_is_over_is_told_and_no_failure() {
    Ran ran =
        imported(
            "{\"type\": \"one-off\", \"desired_time\": \"2025-08-04T07:00:00\"}",
            "{\"type\": \"recurring\", \"rrule\": \"FREQ=DAILY;BYHOUR=7;UNTIL=20250901\"}");

    assertThat(ran.succeeds().out().lines()).hasSize(2).allMatch(line -> line.startsWith("past "));
    assertThat(ran.err()).isEmpty();
    assertThat(type("list --all -o json").rows()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"type": "weekly"}                                                     | type must be "one-off" or "recurring", not weekly
          {"desired_time": "2026-12-05T07:00"}                                   | type must be "one-off" or "recurring", not absent
          {"type": "one-off"}                                                    | needs desired_time
          {"type": "recurring"}                                                  | needs rrule
          {"type": "recurring", "rrule": "nonsense"}                             | 'NONSENSE' is no part of a rule
          {"type": "recurring", "rrule": "FREQ=HOURLY"}                          | FREQ='HOURLY' is not taken
          {"type": "recurring", "rrule": "FREQ=DAILY"}                           | the rule names no time of day
          {"type": "one-off", "desired_time": "2026-02-30T07:00"}                | '2026-02-30' is no date that exists
          {"type": "one-off", "desired_time": "2026-12-05T07:10"}                | 07:10 is off the grid
          {"type": "one-off", "desired_time": "2026-12-05T07:00", "court_id": 7} | no court '7'
          {"type": "one-off", "desired_time": "2026-12-05T07:00", "court_id": {}} | court_ids must be a number or a text
          {"type": "one-off", "desired_time": "2026-12-05T07:00", "duration": 45} | 45 minutes is no multiple
          {"type": "one-off", "desired_time": "2026-12-05T07:00", "duration": true} | duration must be a number or a text
          {"type": "one-off", "desired_time": "2026-12-05T07:00", "name": "a\\nb"} | a name is one line
          {"type": "recurring", "rrule": "FREQ=DAILY;BYHOUR=9", "exdates": ["x"]} | 'x' names no time
          {"type": "one-off", "desired_time": "2026-12-05T07:00", "timezone": "Europe/Paris"} | its times are those of Europe/Paris
          {"type": "one-off", "desired_time": "2026-12-05T07:00", "type": "one-off"} | Duplicate field 'type'
          7                                                                      | is no schedule: it must be an object
          null                                                                   | is no schedule: it must be an object
          [[]]                                                                   | is no schedule: it must be an object
          """)
  void one_bad_entry_is_told_with_its_place_and_the_others_go_in(String entry, String reason) {
    String good = "{\"type\": \"one-off\", \"desired_time\": \"2026-12-0%sT07:00\"}";

    Ran ran = imported(good.formatted(1), entry, good.formatted(2));

    ran.failsWith(ExitCodes.USAGE, "list.json: entry 2 (line 2): ", reason);
    assertThat(ran.out().lines()).hasSize(2).allMatch(line -> line.startsWith("added"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                      | is empty
          '  '                    | is empty
          [{"type": "one-off",    | end-of-input
          [1, 2                   | ends in the middle
          [] and more             | list.json: is no JSON
          {"schedules": []}       | holds neither a list of schedules nor a refresh_token
          {"refresh_token": 5}    | holds neither a list of schedules nor a refresh_token
          {"refresh_token": ""}   | its refresh_token is none
          {"refresh_token": "a b"} | its refresh_token is none
          "text"                  | holds neither
          7                       | holds neither
          """)
  void a_file_of_another_shape_is_told_in_one_line(String content, String reason) {
    Path list = file("list.json", content);

    court("import", list.toString()).failsWith(ExitCodes.USAGE, "list.json: ", reason);

    assertThat(type("list --all -o json").rows()).isEmpty();
  }

  @Test
  void a_file_cut_in_half_is_told_and_nothing_of_it_goes_in() {
    file("schedules.json", FIRST.substring(0, FIRST.length() / 2));

    court("import", schedules)
        .failsWith(ExitCodes.USAGE, "schedules.json: ends in the middle", "line");

    assertThat(type("list --all -o json").rows()).isEmpty();
  }

  @Test
  void a_file_that_cannot_be_read_does_not_stop_the_others() {
    Path nowhere = folder.resolve("nowhere.json");

    Ran ran = court("import", nowhere.toString(), schedules);

    ran.failsWith(ExitCodes.USAGE, "nowhere.json: there is no such file");
    assertThat(ran.out().lines()).hasSize(4);
  }

  @Test
  void what_is_no_text_is_told() throws IOException {
    Path latin = folder.resolve("latin.json");
    Files.write(latin, "[\"caf\u00e9\"]".getBytes(StandardCharsets.ISO_8859_1));

    court("import", latin.toString()).failsWith(ExitCodes.USAGE, "is not text in UTF-8");
    court("import", folder.toString()).failsWith(ExitCodes.USAGE, "cannot be read");
  }

  @Test
  void what_is_huge_is_not_read() {
    Path huge = file("huge.json", "[" + " ".repeat(17 * 1024 * 1024) + "]");

    court("import", huge.toString()).failsWith(ExitCodes.USAGE, "is too large");
  }

  @Test
  void a_byte_order_mark_is_no_part_of_it() {
    file("schedules.json", "\ufeff" + FIRST);

    assertThat(court("import", schedules).succeeds().out().lines()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "/dev/stdin"})
  void reads_standard_input(String name) {
    Ran ran = player.type(FIRST, "import", name);

    assertThat(ran.succeeds().out())
        .startsWith("added     standard input: entry 1 (line 2): Fri 4");
  }

  @Test
  void quiet_says_what_is_wrong_alone() {
    assertThat(court("import", "-q", schedules).succeeds().out()).isEmpty();
  }

  @Test
  void keeps_the_token_and_tries_it_at_the_next_run() {
    String token = player.sandbox.refreshToken();
    Path tokens = file("tokens.json", "{\"refresh_token\": \"%s\"}".formatted(token));

    Ran ran = court("import", schedules, tokens.toString());

    assertThat(ran.succeeds().out()).contains("added     " + tokens + ": refresh token");
    assertThat(ran.out()).doesNotContain(token);
    assertThat(type("auth").out()).contains("not tried yet");
    type("refresh-token").succeeds();
    assertThat(type("auth").succeeds().out()).contains("session    alive");
  }

  @Test
  void a_token_does_not_replace_a_session_that_is_alive() {
    player.signIn();
    Path tokens = file("tokens.json", "{\"refresh_token\": \"another\"}");

    assertThat(court("import", tokens.toString()).succeeds().out()).startsWith("unchanged");

    type("refresh-token").succeeds();
  }
}
