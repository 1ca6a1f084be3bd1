package dev.court.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player;
import dev.court.Player.Ran;
import dev.court.WithPlayer;
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
        .map(line -> line.replaceFirst(" \\(line \\d+\\)", ""))
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
}
