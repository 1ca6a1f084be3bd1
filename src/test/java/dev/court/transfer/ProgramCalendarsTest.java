package dev.court.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player;
import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendars as the big programs write them: zones, folds, notes and all. */
class ProgramCalendarsTest extends WithPlayer {

  private static List<String> told(Ran ran) {
    return Stream.concat(ran.out().lines(), ran.err().lines())
        .map(line -> line.replaceFirst("^court: [^ ]*[.]ics: ", "bad "))
        .map(line -> line.replaceFirst("^(\\w+) +[^ ]+[.]ics: ", "$1 "))
        .map(line -> line.replaceAll(" \\(line \\d+\\)", ""))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          outlook     | added event 1: every Wednesday at 18:00 until 27 Jan 2027, except 2 Dec 2026, 23 Dec 2026, 30 Dec 2026; added event 2: Thu 3 Dec 2026 19:00
          google      | added event 1: every Thursday at 17:00 until 28 Jan 2027, except 10 Dec 2026, 24 Dec 2026, 31 Dec 2026; added event 2: Fri 11 Dec 2026 17:00; cancelled event 3: was called off; bad event 4: lasts all day: a court needs a time of day
          apple       | added event 1: every other Saturday at 10:00, 6 times, except 12 Dec 2026, 26 Dec 2026; added event 2: Sat 12 Dec 2026 10:30
          thunderbird | added event 1: Sat 6 Mar 2027 12:00; added event 1: Sat 20 Mar 2027 13:00; added event 1: Sat 27 Mar 2027 13:00
          evolution   | added event 1: every Tuesday at 20:00, 8 times, except 8 Dec 2026
          korganizer  | added event 1: Sat 5 Dec 2026 18:00; added event 2: Tue 8 Dec 2026 18:30; added event 2: Tue 15 Dec 2026 18:30
          """)
  void is_read_as_the_program_means_it(String program, String expected) {
    assertThat(told(court("import", CalendarPrograms.of(program).toString())))
        .containsExactly(expected.split("; "));
  }

  @ParameterizedTest
  @CsvSource({
    "outlook, Winter ladder, 2",
    "google, Beginners 🎾 — with Zoë, '1,2'",
    "apple, Doubles, 1",
    "thunderbird, Spring cup, 1",
    "evolution, Coaching, 2",
    "korganizer, Friendly with Tokyo, 1"
  })
  void has_the_name_and_the_court_of_its_first_event(String program, String name, String courts) {
    court("import", CalendarPrograms.of(program).toString());

    assertThat(schedule(1))
        .containsEntry("name", name)
        .containsEntry("court_ids", List.of(courts.split(",")));
  }

  /** A fold may come after any octet (RFC 5545, 3.1). */
  @ParameterizedTest
  @CsvSource({"outlook, 1", "outlook, 7", "google, 2", "google, 3", "apple, 1", "evolution, 5"})
  void means_the_same_however_it_is_folded(String program, int width) throws IOException {
    Ran plain = court("import", CalendarPrograms.of(program).toString());
    Path folded = folder.resolve(program + ".ics");
    Files.write(folded, folded(CalendarPrograms.content(CalendarPrograms.of(program)), width));

    try (Player other = new Player(folder.resolve("other"))) {
      Ran again = other.court("import", folded.toString());

      assertThat(told(again)).isEqualTo(told(plain));
      assertThat(other.court("export").rows())
          .extracting(row -> row.get("name"))
          .isEqualTo(court("export").rows().stream().map(row -> row.get("name")).toList());
    }
  }

  private static byte[] folded(byte[] file, int width) {
    String unfolded = new String(file, ISO_8859_1).replaceAll("\r\n[ \t]", "");
    return unfolded
        .replaceAll("([^\r\n]{" + width + "})(?=[^\r\n])", "$1\r\n ")
        .getBytes(ISO_8859_1);
  }
}
