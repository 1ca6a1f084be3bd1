package dev.court.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import dev.court.cli.ExitCodes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars as clubs and their programs write them, taken in for New York. */
class CalendarImportTest extends WithPlayer {
  private static final String NY = "DTSTART;TZID=America/New_York:";

  /** An event with a UID; the properties are separated by blanks. */
  private static String event(String uid, String... properties) {
    return Stream.of(properties)
        .collect(
            Collectors.joining(
                "\n", "BEGIN:VEVENT\nUID:" + uid + "\nDTSTAMP:20261101T000000Z\n", "\nEND:VEVENT"));
  }

  private static String calendar(String... blocks) {
    return Stream.of(blocks)
        .collect(Collectors.joining("\n", "BEGIN:VCALENDAR\nVERSION:2.0\n", "\nEND:VCALENDAR\n"));
  }

  private Ran imported(String... blocks) {
    return court("import", file("club.ics", calendar(blocks)).toString());
  }

  /** The fates and words of what was printed. */
  private static List<String> told(Ran ran) {
    return ran.out()
        .lines()
        .map(line -> line.replaceFirst("^(\\w+) +.*?club.ics: ", "$1 "))
        .toList();
  }

  private List<String> starts() {
    return bookings().stream()
        .filter(row -> row.get("status").equals("pending"))
        .map(row -> ((String) row.get("desired_time")).substring(0, 16))
        .toList();
  }

  @Test
  void a_series_with_dates_left_out_moved_and_added_becomes_schedules() {
    Ran ran =
        imported(
            event(
                "a",
                "SUMMARY:Ladder",
                "LOCATION:Court 2",
                NY + "20261125T170000",
                "DTEND;TZID=America/New_York:20261125T180000",
                "RRULE:FREQ=WEEKLY;COUNT=6",
                "EXDATE;TZID=America/New_York:20261202T170000,20261209T170000",
                "RDATE;TZID=America/New_York:20261204T170000"),
            event(
                "a",
                "RECURRENCE-ID;TZID=America/New_York:20261216T170000",
                "SUMMARY:Ladder",
                "LOCATION:Court 2",
                NY + "20261217T190000",
                "DURATION:PT30M"),
            event(
                "a",
                "RECURRENCE-ID;TZID=America/New_York:20261223T170000",
                NY + "20261223T170000",
                "STATUS:CANCELLED"));

    assertThat(told(ran.succeeds()))
        .containsExactly(
            "added event 1 (line 3): every Wednesday at 17:00, 6 times, except 2 Dec 2026,"
                + " 9 Dec 2026, 16 Dec 2026 and 1 more",
            "added event 1 (line 3): Fri 4 Dec 2026 17:00",
            "added event 2 (line 14): Thu 17 Dec 2026 19:00");
    assertThat(starts())
        .containsExactly("2026-11-25T17:00", "2026-12-04T17:00", "2026-12-17T19:00");
    assertThat(schedule(1))
        .containsEntry("name", "Ladder")
        .containsEntry("court_ids", List.of("2"))
        .containsEntry("duration", 60);
    assertThat(schedule(3)).containsEntry("duration", 30);
  }

  @Test
  void a_second_time_changes_nothing() {
    String[] events = {
      event("a", NY + "20261125T170000", "RRULE:FREQ=WEEKLY", "RDATE:20261204T220000Z"),
      event("a", "RECURRENCE-ID:20261202T220000Z", NY + "20261203T170000"),
      event("b", "DTSTART:20261206T170000Z", "DURATION:PT1H"),
      "BEGIN:VEVENT\nDTSTART:20261207T170000Z\nEND:VEVENT"
    };
    imported(events).succeeds();
    List<Map<String, Object>> before = court("list", "--all", "-o", "json").rows();

    assertThat(told(imported(events).succeeds()))
        .hasSize(5)
        .allMatch(line -> line.startsWith("unchanged "));
    assertThat(court("list", "--all", "-o", "json").rows()).isEqualTo(before).hasSize(5);
  }

  @Test
  void what_a_club_changed_since_is_told_and_nothing_is_changed() {
    imported(event("a", NY + "20261125T170000", "RRULE:FREQ=WEEKLY")).succeeds();
    imported(event("b", NY + "20261126T170000")).succeeds();
    List<Map<String, Object>> before = court("list", "--all", "-o", "json").rows();

    Ran ran =
        imported(
            event("a", NY + "20261125T180000", "RRULE:FREQ=WEEKLY"),
            event(
                "a", "RECURRENCE-ID;TZID=America/New_York:20261202T180000", NY + "20261203T180000"),
            event("b", NY + "20261126T170000", "STATUS:CANCELLED"));

    ran.failsWith(ExitCodes.USAGE, "court: 2 changed, not taken: --update takes what differs");
    assertThat(told(ran))
        .containsExactly(
            "changed event 1 (line 3): schedule 1: when every Wednesday at 17:00 -> every Wednesday"
                + " at 18:00; skipped none -> 2026-12-02T18:00",
            "changed event 2 (line 9): Thu 3 Dec 2026 18:00, which schedule 1 has in its series",
            "cancelled event 3 (line 15): was called off, and schedule 2 is still there:"
                + " court remove 2");
    assertThat(court("list", "--all", "-o", "json").rows()).isEqualTo(before);
  }

  @Test
  void what_a_club_changed_since_is_taken_with_update() {
    imported(
            event("a", NY + "20261125T170000", "RRULE:FREQ=WEEKLY", "DURATION:PT30M"),
            event("b", NY + "20261126T170000", "SEQUENCE:1"))
        .succeeds();
    type("edit 1 --name Mine --court 2").succeeds();
    type("skip 1 2026-12-09").succeeds();
    String[] newer = {
      event("a", NY + "20261125T180000", "RRULE:FREQ=WEEKLY", "DURATION:PT1H"),
      event("a", "RECURRENCE-ID;TZID=America/New_York:20261202T180000", NY + "20261203T180000"),
      event("b", NY + "20261126T190000", "SEQUENCE:2"),
      event("b", NY + "20261126T200000", "SEQUENCE:1")
    };

    Ran ran = court("import", "--update", file("club.ics", calendar(newer)).toString());

    assertThat(told(ran.succeeds()))
        .containsExactly(
            "updated event 1 (line 3): schedule 1: when every Wednesday at 17:00 -> every Wednesday"
                + " at 18:00; skipped 2026-12-09T17:00 -> 2026-12-02T18:00, 2026-12-09T18:00;"
                + " duration 30 minutes -> 60 minutes",
            "added event 2 (line 10): Thu 3 Dec 2026 18:00",
            "updated event 3 (line 16): schedule 2: when Thu 26 Nov 2026 17:00"
                + " -> Thu 26 Nov 2026 19:00");
    assertThat(schedule(1))
        .containsEntry("name", "Mine")
        .containsEntry("court_ids", List.of("2"))
        .containsEntry("duration", 60);
    assertThat(starts())
        .containsExactly(
            "2026-11-25T18:00",
            "2026-11-26T19:00",
            "2026-12-03T18:00",
            "2026-12-16T18:00",
            "2026-12-23T18:00");
    assertThat(told(imported(newer).succeeds()))
        .hasSize(3)
        .allMatch(line -> line.startsWith("unchanged"));
  }

  @Test
  void removed_and_imported_again_it_is_as_the_club_has_it_now() {
    imported(event("a", NY + "20261125T170000", "RRULE:FREQ=WEEKLY")).succeeds();
    type("remove 1 --yes").succeeds();
    String changed = event("a", NY + "20261125T180000", "RRULE:FREQ=WEEKLY");

    assertThat(imported(changed).succeeds().out()).startsWith("added");
    assertThat(imported(changed).succeeds().out()).startsWith("unchanged");
    assertThat(type("export -o ics").out().lines().filter(line -> line.startsWith("UID:")))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DTSTART:20261206T220000Z                                        | 2026-12-06T17:00
          DTSTART:20261206T170000                                         | 2026-12-06T17:00
          DTSTART;TZID=America/Chicago:20261206T160000                    | 2026-12-06T17:00
          DTSTART;TZID=Europe/Berlin:20261206T230000                      | 2026-12-06T17:00
          DTSTART;TZID=Eastern Standard Time:20261206T170000              | 2026-12-06T17:00
          DTSTART;TZID="W. Europe Standard Time":20261206T230000          | 2026-12-06T17:00
          DTSTART;TZID=/mozilla.org/20050126_1/Europe/Berlin:20261206T230000 | 2026-12-06T17:00
          DTSTART;TZID=Customized:20261206T190000                         | 2026-12-06T17:00
          DTSTART;VALUE=DATE-TIME;TZID=America/New_York:20261206T170000   | 2026-12-06T17:00
          DTSTART;TZID=America/New_York:20270314T023000                   | 2027-03-14T03:30
          DTSTART:20270314T070000Z                                        | 2027-03-14T03:00
          DTSTART;TZID=America/New_York:20271107T013000                   | 2027-11-07T01:30
          DTSTART:20271107T053000Z                                        | 2027-11-07T01:30
          """)
  void a_time_of_any_zone_is_a_time_at_the_venue(String start, String expected) {
    String custom =
        """
        BEGIN:VTIMEZONE
        TZID:Customized
        BEGIN:STANDARD
        DTSTART:19700101T000000
        TZOFFSETFROM:-0300
        TZOFFSETTO:-0300
        END:STANDARD
        END:VTIMEZONE\
        """;

    imported(custom, event("a", start)).succeeds();

    assertThat(starts()).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          America/Toronto    | 20261125T170000 | FREQ=WEEKLY             | every Wednesday at 17:00
          America/New_York   | 20261125T170000 | FREQ=WEEKLY;UNTIL=20261231T220000Z | every Wednesday at 17:00 until 31 Dec 2026
          America/Chicago    | 20261125T160000 | FREQ=WEEKLY;BYDAY=WE,FR | every Wednesday and Friday at 17:00
          America/Chicago    | 20261125T160000 | FREQ=WEEKLY;UNTIL=20261231T160000 | every Wednesday at 17:00 until 31 Dec 2026
          Central Standard Time | 20261125T160000 | FREQ=MONTHLY;BYDAY=-1WE | on the last Wednesday of every month at 17:00
          """)
  void a_series_is_one_schedule_where_the_clocks_change_alike(
      String zone, String start, String rule, String words) {
    Ran ran = imported(event("a", "DTSTART;TZID=" + zone + ":" + start, "RRULE:" + rule));

    assertThat(told(ran.succeeds())).containsExactly("added event 1 (line 3): " + words);
  }

  /** Over the weeks in March 2027 in which America's clocks are changed already. */
  @Test
  void a_series_of_another_zone_with_an_end_is_taken_date_by_date() {
    Ran ran =
        imported(
            event(
                "a",
                "DTSTART;TZID=Europe/Berlin:20270306T180000",
                "RRULE:FREQ=WEEKLY;COUNT=5",
                "EXDATE;TZID=Europe/Berlin:20270327T180000"));

    assertThat(told(ran.succeeds()))
        .containsExactly(
            "added event 1 (line 3): Sat 6 Mar 2027 12:00",
            "added event 1 (line 3): Sat 13 Mar 2027 12:00",
            "added event 1 (line 3): Sat 20 Mar 2027 13:00",
            "added event 1 (line 3): Sat 3 Apr 2027 12:00");
    assertThat(told(court("import", folder.resolve("club.ics").toString()).succeeds()))
        .hasSize(4)
        .allMatch(line -> line.startsWith("unchanged"));
  }

  @Test
  void a_series_of_which_every_date_is_left_out_is_not_played() {
    Ran ran =
        imported(
            event(
                "a",
                "DTSTART;TZID=Europe/Berlin:20270313T180000",
                "RRULE:FREQ=WEEKLY;COUNT=2",
                "EXDATE;VALUE=DATE;TZID=Europe/Berlin:20270313,20270320"));

    assertThat(told(ran.succeeds()))
        .containsExactly("past event 1 (line 3): nothing of it is ahead");
    assertThat(starts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DTSTART;TZID=Europe/Berlin:20261128T180000",
        "DTSTART:20261128T220000Z",
        "DTSTART;TZID=America/Phoenix:20261128T160000",
      })
  void a_series_without_an_end_by_another_clock_is_refused(String start) {
    imported(event("a", start, "RRULE:FREQ=WEEKLY"))
        .failsWith(
            ExitCodes.USAGE,
            "club.ics: event 1 (line 3): runs by the clock of another zone",
            "give it an end");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EXDATE;TZID=America/New_York:20261202T170000                | one
          EXDATE:20261202T220000Z                                      | one
          EXDATE:20261202T170000                                       | one
          EXDATE;VALUE=DATE:20261202                                   | one
          EXDATE;TZID=Europe/Berlin:20261202T230000                    | one
          EXDATE:20261202T220000Z,20261125T220000Z                     | two
          EXDATE;TZID=America/New_York:20261202T180000                 | none
          """)
  void dates_are_left_out_in_whatever_way_they_are_said(String exdate, String howMany) {
    imported(event("a", NY + "20261125T170000", "RRULE:FREQ=WEEKLY;COUNT=4", exdate)).succeeds();

    List<String> expected =
        switch (howMany) {
          case "one" -> List.of("2026-11-25T17:00", "2026-12-09T17:00", "2026-12-16T17:00");
          case "two" -> List.of("2026-12-09T17:00", "2026-12-16T17:00");
          default ->
              List.of(
                  "2026-11-25T17:00", "2026-12-02T17:00", "2026-12-09T17:00", "2026-12-16T17:00");
        };
    assertThat(starts()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LOCATION:Court 2              | SUMMARY:x                 | 2
          LOCATION:Court 2\\, Court 1   | SUMMARY:x                 | 2,1
          LOCATION:the club             | SUMMARY:doubles (court 1) | 1
          LOCATION:Court 12             | SUMMARY:x                 | 2
          LOCATION:Court 2              | SUMMARY:Court 1           | 2
          """)
  void the_court_is_the_one_that_the_event_names(String location, String summary, String courts) {
    String club =
        file("club.ics", calendar(event("a", NY + "20261204T170000", location, summary)))
            .toString();

    court("import", "--court", "2", club).succeeds();

    assertThat(schedule(1)).containsEntry("court_ids", List.of(courts.split(",")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DTEND;TZID=America/New_York:20261204T180000 | 60
          DURATION:PT60M                              | 60
          DURATION:PT0H30M0S                          | 30
          DTEND:20261204T223000Z                      | 30
          X:y                                         | 30
          DTEND;TZID=America/New_York:20261204T170000 | 30
          """)
  void it_lasts_as_long_as_the_event_and_a_start_alone_one_slot(String property, int minutes) {
    imported(event("a", NY + "20261204T170000", property)).succeeds();

    assertThat(schedule(1)).containsEntry("duration", minutes);
  }

  @Test
  void how_long_to_book_can_be_said_for_all() {
    String club =
        file("club.ics", calendar(event("a", NY + "20261204T170000", "DURATION:PT90M"))).toString();

    court("import", club).failsWith(ExitCodes.USAGE, "90 minutes is too long");
    court("import", "--duration", "60", club).succeeds();

    assertThat(schedule(1)).containsEntry("duration", 60);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DTSTART;VALUE=DATE:20261205                    | X:y                          | lasts all day
          DTSTART:20261205                               | X:y                          | lasts all day
          X:y                                            | X:y                          | has no start: DTSTART is missing
          DTSTART:20261305T170000                        | X:y                          | its DTSTART (line 12) is no time that exists
          DTSTART:nonsense                               | X:y                          | is no time that exists: 'nonsense'
          DTSTART;TZID="a:20261205T170000                | X:y                          | its DTSTART (line 12) cannot be read
          DTSTART;TZID=Mars/Base:20261205T170000         | X:y                          | its time zone 'Mars/Base' is neither known nor defined
          DTSTART:20261205T171000                        | X:y                          | 17:10 is off the grid
          DTSTART:20261205T170030                        | X:y                          | off the grid
          DTSTART:20261205T170000                        | DURATION:PT45M               | 45 minutes is no multiple
          DTSTART:20261205T170000                        | DURATION:P1D                 | 1440 minutes is too long
          DTSTART:20261205T170000                        | DURATION:P1W                 | 10080 minutes is too long
          DTSTART:20261205T170000                        | DURATION:-PT30M              | is no time to play
          DTSTART:20261205T170000                        | DURATION:long                | its DURATION (line 13) is no length of time: 'long'
          DTSTART:20261205T170000                        | DTEND:20261205T160000        | ends before it starts
          DTSTART:20261205T170000                        | RRULE:FREQ=HOURLY            | FREQ='HOURLY' is not taken
          DTSTART:20261205T170000                        | RRULE:nonsense               | is no part of a rule
          DTSTART:20261205T170000                        | RRULE:FREQ=DAILY;COUNT=0     | COUNT='0'
          DTSTART:20261205T170000                        | EXRULE:FREQ=DAILY            | leaves dates out by a rule
          DTSTART:20261205T170000                        | RDATE;VALUE=PERIOD:20261206T170000/PT1H | lists periods
          DTSTART:20271107T063000Z                       | X:y                          | happens twice that day
          """)
  void one_event_that_cannot_be_followed_is_told_and_the_others_go_in(
      String start, String more, String reason) {
    Ran ran =
        imported(
            event("a", NY + "20261201T170000", "SUMMARY:x"),
            event("bad", start, more),
            event("c", NY + "20261202T170000"));

    ran.failsWith(ExitCodes.USAGE, "club.ics: event 2 (line 9): ", reason);
    assertThat(ran.out().lines()).hasSize(2).allMatch(line -> line.startsWith("added"));
  }

  @Test
  void a_moved_date_that_cannot_be_booked_is_not_played_at_its_old_time() {
    Ran ran =
        imported(
            event("a", NY + "20261125T170000", "RRULE:FREQ=WEEKLY;COUNT=2"),
            event(
                "a",
                "RECURRENCE-ID;TZID=America/New_York:20261202T170000",
                NY + "20261203T171500"));

    ran.failsWith(ExitCodes.USAGE, "event 2 (line 9): 17:15 is off the grid");
    assertThat(starts()).containsExactly("2026-11-25T17:00");
  }

  @Test
  void a_date_that_was_moved_to_all_day_is_not_played_at_its_old_time() {
    Ran ran =
        imported(
            event("a", NY + "20261125T170000", "RRULE:FREQ=WEEKLY;COUNT=2"),
            event("a", "RECURRENCE-ID:20261202T220000Z", "DTSTART;VALUE=DATE:20261203"));

    ran.failsWith(ExitCodes.USAGE, "event 2 (line 9): lasts all day");
    assertThat(starts()).containsExactly("2026-11-25T17:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UID;X=\"y:z", "SUMMARY;X=\"y:z", "SEQUENCE;X=\"y:z", "STATUS;=:x", "LOCATION;;"})
  void a_broken_line_that_nobody_needs_does_no_harm(String line) {
    imported("BEGIN:VEVENT\n" + line + "\n" + NY + "20261203T170000\nEND:VEVENT").succeeds();

    assertThat(starts()).containsExactly("2026-12-03T17:00");
  }

  @Test
  void a_line_made_to_drive_a_reader_mad_is_a_line() {
    imported(
            event(
                "a",
                "DESCRIPTION;X=" + ",".repeat(100_000) + ":;A=" + "\\n,".repeat(100_000),
                "SUMMARY:x;A=" + ",;B=".repeat(100_000),
                NY + "20261203T170000"))
        .succeeds();

    assertThat(starts()).containsExactly("2026-12-03T17:00");
  }

  @Test
  void a_change_of_all_that_follows_is_refused_as_a_whole() {
    Ran ran =
        imported(
            event("a", NY + "20261125T170000", "RRULE:FREQ=WEEKLY"),
            event(
                "a", "RECURRENCE-ID;RANGE=THISANDFUTURE:20261202T220000Z", NY + "20261202T180000"));

    ran.failsWith(ExitCodes.USAGE, "event 1 (line 3): all that follows a date is changed");
    assertThat(type("list --all -o json").rows()).isEmpty();
  }

  @Test
  void an_occurrence_that_only_has_another_note_stays_in_its_series() {
    assertThat(
            told(
                imported(
                        event("a", NY + "20261125T170000", "RRULE:FREQ=WEEKLY"),
                        event(
                            "a",
                            "RECURRENCE-ID:20261202T220000Z",
                            NY + "20261202T170000",
                            "DESCRIPTION:bring balls"))
                    .succeeds()))
        .containsExactly("added event 1 (line 3): every Wednesday at 17:00");
  }

  @Test
  void a_start_that_is_no_date_of_its_rule_is_played_as_calendars_show_it() {
    assertThat(
            told(
                imported(event("a", NY + "20261126T170000", "RRULE:FREQ=WEEKLY;BYDAY=WE"))
                    .succeeds()))
        .containsExactly(
            "added event 1 (line 3): every Wednesday at 17:00",
            "added event 1 (line 3): Thu 26 Nov 2026 17:00");
  }

  @Test
  void an_invitation_to_one_occurrence_is_played_once() {
    assertThat(
            told(
                imported(event("a", "RECURRENCE-ID:20261202T220000Z", NY + "20261202T170000"))
                    .succeeds()))
        .containsExactly("added event 1 (line 3): Wed 2 Dec 2026 17:00");
  }

  @Test
  void what_is_called_off_is_not_added() {
    assertThat(told(imported(event("a", NY + "20261202T170000", "STATUS:CANCELLED")).succeeds()))
        .containsExactly("cancelled event 1 (line 3): was called off");
    assertThat(told(imported("METHOD:CANCEL", event("b", NY + "20261202T170000")).succeeds()))
        .containsExactly("cancelled event 1 (line 4): was called off");
    assertThat(type("list --all -o json").rows()).isEmpty();
  }

  @Test
  void a_date_of_a_known_series_that_is_called_off_is_told() {
    imported(event("a", NY + "20261125T170000", "RRULE:FREQ=WEEKLY")).succeeds();

    Ran ran =
        imported(
            "METHOD:CANCEL", event("a", "RECURRENCE-ID:20261202T220000Z", NY + "20261202T170000"));

    assertThat(told(ran.succeeds()))
        .containsExactly(
            "cancelled event 1 (line 4): was called off, and it is still in schedule 1:"
                + " court skip 1");
  }

  @Test
  void of_two_versions_the_newer_counts() {
    imported(
            event("a", NY + "20261203T170000", "SEQUENCE:2"),
            event("a", NY + "20261202T170000", "SEQUENCE:1"))
        .succeeds();

    assertThat(starts()).containsExactly("2026-12-03T17:00");
  }

  @Test
  void what_is_over_is_one_line() {
    Ran ran =
        imported(
            event("a", NY + "20250101T170000"),
            event("b", NY + "20250102T171000"),
            event("c", NY + "20250101T170000", "RRULE:FREQ=DAILY;COUNT=3"),
            event("holiday", "DTSTART;VALUE=DATE:20250704"),
            event("d", NY + "20261203T170000"));

    assertThat(told(ran.succeeds()))
        .containsExactly("added event 5 (line 24): Thu 3 Dec 2026 17:00", "past 4 events");
  }

  @Test
  void tasks_alarms_and_what_else_there_is_are_passed_over() {
    assertThat(
            told(
                imported(
                        "BEGIN:VTODO\nUID:t\nDTSTART:20261203T170000\nEND:VTODO",
                        event(
                            "a",
                            NY + "20261203T170000",
                            "BEGIN:VALARM\nTRIGGER:-PT1H\nDURATION:PT9M\nEND:VALARM"))
                    .succeeds()))
        .containsExactly("added event 1 (line 7): Thu 3 Dec 2026 17:00");
    assertThat(imported().succeeds().out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n", "\r"})
  void lines_end_and_are_folded_as_on_any_system(String end) {
    String text =
        "\ufeff"
            + calendar(
                event(
                    "a",
                    "SUMMARY:a long\n  name\\, fol\n\tded, and\nbroken",
                    NY + "20261203T1\n 70000"));
    file("club.ics", text.replace("\n", end));

    court("import", folder.resolve("club.ics").toString()).succeeds();

    assertThat(schedule(1)).containsEntry("name", "a long name, folded, andbroken");
    assertThat(starts()).containsExactly("2026-12-03T17:00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BEGIN:VCALENDAR                                   | ends in the middle: "VCALENDAR", begun on line 1
          BEGIN:VCALENDAR\\nBEGIN:VEVENT\\nDTSTART:20261203T170000Z | ends in the middle: "VEVENT", begun on line 2
          BEGIN:VCALENDAR\\nBEGIN:VEVENT\\nEND:VCALENDAR    | line 3 ends "VCALENDAR" where "VEVENT" is to be ended
          BEGIN:VCALENDAR\\nEND:VCALENDAR\\nEND:VCALENDAR   | where nothing is to be ended
          BEGIN:VCALENDAR\\nEND:VCALENDAR\\nEND:\\nX:y      | line 3 ends "" where nothing is to be ended
          <html>                                            | is no calendar: it must begin with BEGIN:VCALENDAR
          ''                                                | is no calendar
          """)
  void a_file_that_is_no_whole_calendar_is_told_in_one_line(String content, String reason) {
    file("club.ics", content.replace("\\n", "\n"));

    court("import", folder.resolve("club.ics").toString())
        .failsWith(ExitCodes.USAGE, "club.ics: ", reason.replace('"', '\''));

    assertThat(type("list --all -o json").rows()).isEmpty();
  }

  @Test
  void more_than_anybody_plays_is_refused() {
    String[] events =
        Stream.iterate(0, i -> i < 501, i -> i + 1)
            .map(i -> event("e" + i, NY + "20271203T170000"))
            .toArray(String[]::new);

    imported(events).failsWith(ExitCodes.USAGE, "asks for more than 500 things to play");
  }

  @Test
  void our_own_feed_is_no_news() {
    type("add --on we --time 17:00 --name ladder").succeeds();
    bookTuesday();
    file("club.ics", type("export -o ics").out());

    Ran ran = court("import", folder.resolve("club.ics").toString());

    assertThat(told(ran.succeeds()))
        .hasSizeGreaterThan(4)
        .allMatch(line -> line.startsWith("unch"));
    assertThat(type("list --all -o json").rows()).hasSize(2);
  }

  @Test
  void the_feed_of_another_home_is_taken_in_once_and_what_is_booked_there_is_not_booked_again() {
    type("add --at 2026-12-02T17:00 --name ladder --court 2,1").succeeds();
    bookTuesday();
    String feed = type("export -o ics").out();
    try (dev.court.Player other = new dev.court.Player(folder.resolve("other"))) {
      assertThat(other.type(feed, "import", "-").succeeds().out().lines())
          .extracting(line -> line.split(" ", 2)[0])
          .containsExactly("unchanged", "added");
      assertThat(other.court("export").rows()).hasSize(1);
      assertThat(other.court("export").rows().get(0))
          .containsEntry("name", "ladder")
          .containsEntry("court_ids", List.of("2", "1"));
      assertThat(other.type(feed, "import", "-").succeeds().out().lines())
          .hasSize(2)
          .allMatch(line -> line.startsWith("unchanged"));
    }
  }

  @Test
  void a_date_that_a_series_has_already_is_no_second_booking() {
    type("add --on we --time 17:00").succeeds();

    assertThat(imported(event("a", NY + "20261202T170000")).succeeds().out())
        .startsWith("unchanged");
  }

  @Test
  void names_are_one_line_and_not_longer_than_one_can_be() {
    imported(
            event("a", NY + "20261203T170000", "SUMMARY:two\\nlines"),
            event("b", NY + "20261204T170000", "SUMMARY:" + "🎾".repeat(120)))
        .succeeds();

    assertThat(schedule(1)).containsEntry("name", "two lines");
    assertThat((String) schedule(2).get("name")).isEqualTo("🎾".repeat(50));
  }
}
