package dev.court.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player;
import dev.court.Player.Ran;
import dev.court.WithPlayer;
import dev.court.cli.ExitCodes;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small calendars that were once misread; each file is named after what is odd in it. */
class MisreadCalendarsTest extends WithPlayer {

  static Path calendar(String name) {
    try {
      return Path.of(MisreadCalendarsTest.class.getResource("misread/" + name + ".ics").toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** Results and complaints, without the file. */
  private static List<String> told(Ran ran) {
    return Stream.concat(ran.out().lines(), ran.err().lines())
        .map(line -> line.replaceFirst("^court: .*?[.]ics: ", "bad "))
        .map(line -> line.replaceFirst("^(\\w+) +[^ ]+[.]ics: ", "$1 "))
        .map(line -> line.replaceAll(" \\(line \\d+\\)", ""))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fold-after-the-name-of-a-status | cancelled event 1: was called off
          fold-after-the-name-of-an-exdate | added event 1: every Wednesday at 18:00, 3 times, except 9 Dec 2026
          fold-after-the-name-of-a-uid    | added event 1: Wed 2 Dec 2026 18:00
          fold-after-the-name-of-a-rule   | added event 1: every Wednesday at 18:00, 3 times
          fold-without-a-blank            | added event 1: every Wednesday at 18:00, 3 times, except 2 Dec 2026, 16 Dec 2026
          line-ends-doubled               | added event 1: Wed 2 Dec 2026 18:00
          blank-before-a-colon            | cancelled event 1: was called off
          """)
  void lines_are_joined_as_they_were_meant(String file, String expected) {
    assertThat(told(court("import", calendar(file).toString()))).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fold-after-a-blank          | Ladder night | 2
          fold-inside-a-character     | Zoë          | 1,2
          line-ends-doubled           | Ladder       | 2
          older-ways-to-write-letters | Café         | 1,2
          """)
  void no_letter_is_lost_where_a_line_is_folded(String file, String name, String courts) {
    court("import", calendar(file).toString()).succeeds();

    assertThat(schedule(1))
        .containsEntry("name", name)
        .containsEntry("court_ids", List.of(courts.split(",")));
  }

  /** Each name is folded one letter later than the one before. */
  @Test
  void our_own_feed_is_read_as_it_was_written() {
    List<String> names =
        IntStream.range(1, 12)
            .mapToObj(i -> "é".repeat(i) + " a b c d e f g — mixed doubles, and then the zoë cup")
            .toList();
    IntStream.range(0, names.size())
        .forEach(
            i -> court("add", "--at", "2026-12-%s17:00".formatted(day(i)), "--name", names.get(i)));
    String feed = court("export", "-o", "ics").out();

    try (Player other = new Player(folder.resolve("other"))) {
      other.type(feed, "import", "-").succeeds();

      assertThat(other.court("list", "--all", "-o", "json").rows())
          .extracting(row -> row.get("name"))
          .isEqualTo(names);
    }
  }

  private static String day(int number) {
    return (number + 10) + "T";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          empty-recurrence-id | bad event 1: its RECURRENCE-ID is no time that exists: ""
          endless-duration    | bad event 1: its DURATION is no length of time: "P106751991167300D"
          """)
  void a_wild_value_costs_its_event_only(String file, String complaint) {
    Path sound = calendar("fold-after-the-name-of-a-uid");

    Ran ran = court("import", calendar(file).toString(), sound.toString());

    assertThat(told(ran))
        .containsExactly("added event 1: Wed 2 Dec 2026 18:00", complaint.replace('"', '\''));
    assertThat(ran.code()).isEqualTo(ExitCodes.USAGE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          zone-rule-ended-in-1951        | added event 1: Wed 2 Dec 2026 18:00
          event-outside-of-the-calendar  | added event 1: Wed 2 Dec 2026 18:00
          rule-that-ends-in-a-semicolon  | added event 1: every Wednesday at 18:00
          one-uid-twice-the-newer-first  | added event 1: Fri 4 Dec 2026 18:00
          one-uid-twice                  | added event 2: Fri 4 Dec 2026 18:00; bad event 1: has the UID of event 2, which is read instead: no SEQUENCE and no DTSTAMP says which is newer
          one-change-in-two-spellings    | added event 1: every Wednesday at 18:00, 3 times, except 9 Dec 2026; added event 3: Fri 11 Dec 2026 18:00
          counter-proposal               | bad event 1: is a message about an event and not the event (METHOD:COUNTER)
          answer-to-an-invitation        | bad event 1: is a message about an event and not the event (METHOD:REPLY)
          change-of-a-date-that-cannot-be-read | added event 1: every Wednesday at 18:00, 3 times, except 9 Dec 2026; bad event 2: its time zone 'Mars/Base' is neither known nor defined in the file
          change-of-no-date              | added event 3: Fri 11 Dec 2026 18:00; bad event 1: the date of it that event 2 changes cannot be read, and must not be played at its old time; bad event 2: its RECURRENCE-ID is no time that exists: 'next week'
          """)
  void only_what_is_meant_is_added(String file, String expected) {
    assertThat(told(court("import", calendar(file).toString())))
        .containsExactly(expected.split("; "));
  }

  /** The second slot begins when the clocks show 01:00 for the second time. */
  @Test
  void our_own_slot_in_the_second_of_two_hours_is_no_news() {
    type("add --at 2027-11-07T01:30 --duration 60 --strategy split").succeeds();
    Path feed = file("feed.ics", type("export -o ics").out());

    Ran ran = court("import", feed.toString()).succeeds();

    assertThat(told(ran))
        .containsExactly(
            "unchanged event 1: Sun 7 Nov 2027 01:30", "unchanged event 2: Sun 7 Nov 2027 01:00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          until-between-two-clock-changes  | added event 1: every day at 09:00 until 31 Oct 2027 at 08:00 | FREQ=DAILY;UNTIL=20271031T080000
          every-tenth-year-by-another-clock | added event 1: every 10 years on 1 December at 12:00 | FREQ=YEARLY;INTERVAL=10
          """)
  void a_series_by_another_clock_has_the_times_of_that_clock(
      String file, String words, String rule) {
    assertThat(told(court("import", calendar(file).toString()))).containsExactly(words);
    assertThat(schedule(1)).containsEntry("rrule", rule);
  }

  /** In 2031 the clocks of Berlin change before the 26th of October, and five hours are between. */
  @Test
  void a_series_that_shifts_in_its_fifth_year_is_refused() {
    court("import", calendar("fifth-year-shifts").toString())
        .failsWith(ExitCodes.USAGE, "runs by the clock of another zone");
  }
}
