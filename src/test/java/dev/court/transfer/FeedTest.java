package dev.court.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import dev.court.Evening;
import dev.court.Player;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The feed, as another implementation reads it. */
class FeedTest {
  @TempDir Path folder;

  private static String feed(Player player, String... options) {
    String[] line = new String[options.length + 3];
    line[0] = "export";
    line[1] = "-o";
    line[2] = "ics";
    System.arraycopy(options, 0, line, 3, options.length);
    return player.court(line).succeeds().out();
  }

  /** Without a single warning, as it is read and as it is checked. */
  private static ICalendar read(String feed) {
    try (ICalReader reader = new ICalReader(feed)) {
      ICalendar calendar = reader.readNext();
      assertThat(reader.getWarnings()).isEmpty();
      assertThat(calendar.validate(biweekly.ICalVersion.V2_0)).isEmpty();
      return calendar;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<VEvent> events(Player player, String... options) {
    return read(feed(player, options)).getEvents();
  }

  private static VEvent event(Player player) {
    List<VEvent> events = events(player);
    assertThat(events).hasSize(1);
    return events.get(0);
  }

  /** Else each fetch would end the note of an idle home, and wait for the run of the minute. */
  @Test
  void who_fetches_what_has_not_changed_leaves_the_database_as_it_is() throws IOException {
    try (Player player = new Player(folder)) {
      player.court("add", "--at", "2026-12-02T17:00").succeeds();
      String first = feed(player);
      byte[] before = Files.readAllBytes(folder.resolve("court.mv.db"));

      assertThat(feed(player)).isEqualTo(first);

      assertThat(Files.readAllBytes(folder.resolve("court.mv.db"))).isEqualTo(before);
    }
  }

  private static String status(VEvent event) {
    return event.getStatus().getValue();
  }

  @Test
  void what_is_planned_is_tentative_and_what_is_booked_confirmed() {
    try (Evening evening = Evening.at(folder).wants("1,2")) {
      VEvent before = event(evening.player);

      evening.runDue().succeeds();
      VEvent after = event(evening.player);

      assertThat(status(before)).isEqualTo("TENTATIVE");
      assertThat(before.getSummary().getValue()).isEqualTo("Tennis (planned)");
      assertThat(before.getLocation().getValue()).isEqualTo("Court 1, else Court 2");
      assertThat(before.getDescription().getValue())
          .contains("Opening: Wed 25 Nov 2026 17:00 EST.", "Schedule 1, Wed 2 Dec 2026 17:00");
      assertThat(status(after)).isEqualTo("CONFIRMED");
      assertThat(after.getSummary().getValue()).isEqualTo("Tennis");
      assertThat(after.getLocation().getValue()).isEqualTo("Court 1");
      assertThat(after.getDescription().getValue())
          .contains("Booked: Court 1, reservation 481001.");
      assertThat(after.getUid()).isEqualTo(before.getUid());
      assertThat(after.getDateStart().getValue().toInstant()).isEqualTo(Evening.START);
      assertThat(after.getDateEnd().getValue().toInstant())
          .isEqualTo(Evening.START.plus(Duration.ofMinutes(30)));
    }
  }

  @Test
  void a_lost_booking_is_cancelled_and_says_why() {
    try (Evening evening = Evening.at(folder).wants("1").takenBySomebody("1")) {
      evening.runDue();

      VEvent event = event(evening.player);

      assertThat(status(event)).isEqualTo("CANCELLED");
      assertThat(event.getSummary().getValue()).isEqualTo("Tennis (not booked)");
      assertThat(event.getDescription().getValue()).startsWith("Not booked: ");
      assertThat(event.getTransparency().isTransparent()).isTrue();
    }
  }

  @Test
  void a_court_that_is_waited_for_is_tentative_and_says_until_when() {
    try (Evening evening = Evening.at(folder)) {
      evening.adds("--at", Evening.FIVE, "--court", "1", "--keep-trying", "2d");
      evening.takenBySomebody("1").runDue();

      VEvent event = event(evening.player);

      assertThat(status(event)).isEqualTo("TENTATIVE");
      assertThat(event.getDescription().getValue()).startsWith("Taken; asked for again until ");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          skip 1 2026-12-02 | (skipped)
          pause 1           | (paused)
          remove 1 --yes    | (cancelled)
          """)
  void what_is_taken_back_is_cancelled(String command, String mark) {
    try (Player player = new Player(folder)) {
      player.court("add", "--on", "we", "--time", "17:00", "--count", "2").succeeds();
      player.court(command.split(" ")).succeeds();

      assertThat(events(player))
          .filteredOn(event -> event.getSummary().getValue().equals("Tennis " + mark))
          .isNotEmpty()
          .allSatisfy(event -> assertThat(status(event)).isEqualTo("CANCELLED"));
    }
  }

  @Test
  void the_number_grows_with_each_change_that_people_plan_by_and_only_then() {
    try (Evening evening = Evening.at(folder).wants("1,2")) {
      Player player = evening.player;
      assertThat(event(player).getSequence().getValue()).isZero();

      player.court("edit", "1", "--court", "2,1").succeeds();
      assertThat(event(player).getSequence().getValue()).isEqualTo(1);
      player.court("edit", "1", "--guests", "3").succeeds();
      assertThat(event(player).getSequence().getValue()).isEqualTo(1);
      evening.runDue().succeeds();
      assertThat(event(player).getSequence().getValue()).isEqualTo(2);
    }
  }

  @Test
  void nothing_changes_while_nothing_changes() {
    try (Evening evening = Evening.at(folder).wants("1,2")) {
      String before = feed(evening.player);
      evening.player.clock.advance(Duration.ofHours(1).minusMinutes(59));

      assertThat(feed(evening.player)).isEqualTo(before);

      evening.runDue().succeeds();
      Instant booked = evening.player.clock.instant();
      evening.player.clock.advance(Duration.ofDays(1));
      VEvent later = event(evening.player);
      assertThat(later.getLastModified().getValue()).isAfter(booked);
      evening.player.clock.advance(Duration.ofDays(1));
      assertThat(event(evening.player)).isEqualTo(later);
    }
  }

  @Test
  void an_event_is_the_same_in_a_home_that_was_moved() throws IOException {
    Path home = folder.resolve("home");
    String before;
    try (Player player = new Player(home)) {
      player.court("add", "--on", "we", "--time", "17:00").succeeds();
      before = feed(player);
    }
    Path moved = folder.resolve("moved");
    java.nio.file.Files.move(home, moved);

    try (Player player = new Player(moved, Player.NOW.plusSeconds(7200))) {
      assertThat(feed(player)).isEqualTo(before);
    }
  }

  @Test
  void an_event_is_the_same_in_a_home_that_was_filled_from_an_export() {
    try (Player here = new Player(folder.resolve("here"));
        Player there = new Player(folder.resolve("there"), Player.NOW.plusSeconds(7200))) {
      here.court("add", "--on", "we", "--time", "17:00").succeeds();
      there.type(here.court("export").out(), "import", "-").succeeds();

      assertThat(events(there)).extracting(VEvent::getUid).hasSizeGreaterThan(3);
      assertThat(events(there).stream().map(VEvent::getUid).toList())
          .isEqualTo(events(here).stream().map(VEvent::getUid).toList());
    }
  }

  @Test
  void no_two_events_are_the_same() {
    try (Player player = new Player(folder)) {
      player.court("add", "--on", "we", "--time", "17:00").succeeds();
      player.court("add", "--on", "we", "--time", "17:00", "--court", "2").succeeds();

      assertThat(events(player).stream().map(event -> event.getUid().getValue()))
          .hasSizeGreaterThan(6)
          .doesNotHaveDuplicates();
    }
  }

  /** New York, 7 March to 2 November 2027, over both clock changes. */
  @ParameterizedTest
  @CsvSource({"2027-03-14T02:30", "2027-03-14T03:00", "2027-11-07T01:30", "2027-11-07T02:00"})
  void clock_changes_are_read_as_they_are_played(String at) {
    try (Player player = new Player(folder)) {
      player.court("add", "--at", at, "--duration", "60").succeeds();
      Map<String, Object> row = player.court("list", "--bookings", "-o", "json").rows().get(0);
      Instant start = java.time.OffsetDateTime.parse((String) row.get("desired_time")).toInstant();

      VEvent event = event(player);

      assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(start);
      assertThat(event.getDateEnd().getValue().toInstant())
          .isEqualTo(start.plus(Duration.ofHours(1)));
    }
  }

  @Test
  void each_slot_of_a_split_evening_is_an_event_over_the_clock_change_too() {
    try (Player player = new Player(folder)) {
      player
          .court("add", "--at", "2027-11-07T01:30", "--duration", "60", "--strategy", "split")
          .succeeds();

      assertThat(events(player))
          .extracting(event -> event.getDateStart().getValue().toInstant())
          .containsExactly(
              Instant.parse("2027-11-07T05:30:00Z"), Instant.parse("2027-11-07T06:00:00Z"));
    }
  }

  @Test
  void only_the_days_that_are_asked_for_are_in_it() {
    try (Player player = new Player(folder)) {
      player.court("add", "--on", "we", "--time", "17:00").succeeds();

      assertThat(events(player, "--from", "2026-12-02", "--to", "2026-12-09")).hasSize(2);
      player.clock.advance(Duration.ofDays(80));
      assertThat(events(player)).hasSizeGreaterThan(3);
      player.clock.advance(Duration.ofDays(80));
      assertThat(feed(player)).doesNotContain("VEVENT");
      assertThat(events(player, "--from", "2020-01-01")).hasSizeGreaterThan(3);
    }
  }

  @Test
  void an_empty_calendar_is_a_calendar() {
    try (Player player = new Player(folder)) {
      String feed = feed(player);

      assertThat(feed).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").contains("VTIMEZONE");
      assertThat(Biweekly.parse(feed).first().getEvents()).isEmpty();
    }
  }

  @Test
  void names_in_any_script_are_folded_and_read_whole() {
    String name = "網球🎾, \"singles\"; back\\slash — " + "длинное имя ".repeat(5).strip();
    try (Player player = new Player(folder)) {
      player.court("add", "--at", "2026-12-02T17:00", "--name", name).succeeds();
      String feed = feed(player);

      assertThat(feed.split("\r\n"))
          .allSatisfy(line -> assertThat(line.getBytes(UTF_8).length).isLessThanOrEqualTo(75));
      assertThat(feed.replace("\r\n", "")).doesNotContain("\n", "\r");
      assertThat(event(player).getSummary().getValue()).isEqualTo(name + " (planned)");
    }
  }

  @Test
  void programs_are_told_its_name_and_when_to_come_again() {
    try (Player player = new Player(folder)) {
      player.court("add", "--at", "2026-12-02T17:00", "--account", "ann").succeeds();

      assertThat(feed(player, "--account", "ann").lines())
          .contains(
              "X-WR-CALNAME:Tennis: ann",
              "X-WR-TIMEZONE:America/New_York",
              "REFRESH-INTERVAL;VALUE=DURATION:PT15M");
    }
  }

  /** Nobody looks at the calendar of a whole club, and all of it would be read at once. */
  @Test
  void of_many_accounts_those_are_to_be_named_that_it_is_for() {
    try (Player player = new Player(folder)) {
      for (int i = 0; i < 13; i++) {
        player.court("add", "--at", "2026-12-02T17:00", "--account", "person" + i).succeeds();
      }

      player
          .court("export", "-o", "ics")
          .failsWith(2, "a calendar of all 13 accounts is too much", "--account NAME");
      assertThat(events(player, "--account", "person3", "--account", "person12")).hasSize(2);
    }
  }

  @Test
  void no_token_and_no_account_number_is_in_it() {
    try (Evening evening = Evening.at(folder).wants("1")) {
      evening.runDue().succeeds();

      assertThat(feed(evening.player))
          .doesNotContain(evening.player.sandbox.occupantId())
          .doesNotContainIgnoringCase("token");
    }
  }

  @Test
  void a_file_is_written_in_one_step_and_left_alone_when_nothing_changed() throws IOException {
    Path file = folder.resolve("feed.ics");
    try (Player player = new Player(folder.resolve("home"))) {
      player.court("add", "--at", "2026-12-02T17:00").succeeds();
      assertThat(feed(player, "--to-file", file.toString())).isEmpty();
      Object key =
          java.nio.file.Files.readAttributes(
                  file, java.nio.file.attribute.BasicFileAttributes.class)
              .fileKey();

      feed(player, "--to-file", file.toString());

      assertThat(file).content().isEqualTo(feed(player));
      assertThat(
              java.nio.file.Files.readAttributes(
                      file, java.nio.file.attribute.BasicFileAttributes.class)
                  .fileKey())
          .isEqualTo(key);
      player.court("remove", "1", "--yes").succeeds();
      feed(player, "--to-file", file.toString());
      assertThat(file).content().contains("STATUS:CANCELLED");
      assertThat(folder).isDirectoryNotContaining("glob:**/.feed*");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          export --from 2026-12-01                          | 2 | --from and --to go with -o ics
          export -o ics --from 1.12.2026                    | 2 | is no date in the order of year
          export -o ics --from 2026-12-02 --to 2026-12-01   | 2 | lies before
          export -o ics --to-file /nowhere/at/all/feed.ics  | 7 | there is no such folder
          export -o ics --to-file /tmp                      | 7 | is a folder
          """)
  void what_makes_no_sense_is_told_in_one_line(String command, int code, String reason) {
    try (Player player = new Player(folder)) {
      player.court(command.split(" ")).failsWith(code, reason);
    }
  }
}
