package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other times that would do, as they are typed, kept and written to files. */
class AlternativeOptionsTest extends WithPlayer {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          --at 2026-12-02T17:00 --or 16:30             | 16:30 opens before 17:00, when nobody knows yet whether 17:00 is lost
          --at 2026-12-02T17:00 --or 18:00,17:30       | 17:30 opens before 18:00
          --at 2026-12-02T23:30 --or 00:30             | 00:30 opens before 23:30
          --at 2026-12-02T17:00 --or 17:00             | 17:00 is named twice
          --at 2026-12-02T17:00 --or 17:30,17:30       | 17:30 is named twice
          --at 2026-12-02T17:00 --or 17:40             | 17:40 is off the grid: take 17:30 or 18:00
          --at 2026-12-02T17:00 --or 17:30,            | '' is no time of day
          --at 2026-12-02T17:00 --or later             | 'later' is no time of day
          --at 2026-12-02T17:00 --or 24:00             | '24:00' is no time of day
          --at 2026-12-02T17:00 --or 2026-12-03T17:00  | '2026-12-03T17:00' is no time of day
          --at 2026-12-02T12:00 --or 13:00,14:00,15:00,16:00,17:00,18:00,19:00 | --or takes 6 times at most, not 7
          --at 2026-12-02T17:00 --or 17:30 --strategy split | leave one of them out
          --rrule FREQ=WEEKLY;BYDAY=WE;BYHOUR=9,17;BYMINUTE=0 --or 18:00 | the rule has 2 times a day
          --on we --time 17:00 --or 16:00              | 16:00 opens before 17:00
          """)
  void what_cannot_be_tried_one_after_the_other_is_refused(String options, String reason) {
    for (String command : List.of("add ", "preview ")) {
      Ran ran = type(command + options);
      ran.failsWith(2, reason);
    }
    assertThat(home).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --at 2026-12-02T17:00             | Wed 2 Dec 2026 17:00, or 17:30, or 18:00
          --on we --time 17:00              | every Wednesday at 17:00, or 17:30, or 18:00
          --rrule FREQ=DAILY --time 17:00   | every day at 17:00, or 17:30, or 18:00
          wed 17:00 --yes                   | Wed 25 Nov 2026 17:00, or 17:30, or 18:00
          """)
  void it_goes_with_each_way_to_say_when(String options, String words) {
    Ran ran = type("add --or 17:30,18:00 " + options).succeeds();

    assertThat(ran.out()).contains(words + ",");
    assertThat(type("list").out()).contains(words + " ");
    assertThat(type("show 1").out()).contains(words);
  }

  @Test
  void preview_shows_each_time_with_its_opening() {
    assertThat(type("preview --at 2026-12-02T17:00 --or 17:30,18:00 -o json").rows())
        .extracting("desired_time", "trigger_time", "alternative_to")
        .containsExactly(
            row("17:00", null), row("17:30", "2026-12-02T17:00"), row("18:00", "2026-12-02T17:00"));
    assertThat(type("preview --at 2026-12-02T17:00 --or 17:30,18:00").out())
        .contains("if 17:00 is lost", "if 17:30 is lost");
  }

  /** In the spring of 2027 the clocks go from two to three. */
  @Test
  void two_times_that_are_one_when_the_clocks_go_forward_are_one() {
    assertThat(type("preview --at 2027-03-14T02:30 --or 03:00,03:30,04:00 -o json").rows())
        .extracting(row -> row.get("desired_time"))
        .containsExactly("2027-03-14T03:30:00-04:00", "2027-03-14T04:00:00-04:00");
  }

  @Test
  void a_change_of_the_preferred_time_has_to_suit_the_others() {
    type("add --at 2026-12-02T17:00 --or 17:30").succeeds();

    type("edit 1 --time 18:00").failsWith(2, "17:30 opens before 18:00");
    type("edit 1 --strategy split").failsWith(2, "--or is for one reservation");
    type("edit 1 --time 18:00 --or 19:00").succeeds();

    assertThat(type("list").out()).contains("Wed 2 Dec 2026 18:00, or 19:00");
  }

  @Test
  void an_export_takes_them_along_and_a_file_of_before_leaves_them() throws Exception {
    type("add --at 2026-12-02T17:00 --or 17:30,18:00").succeeds();
    String export = type("export").succeeds().out();
    assertThat(type("export").rows())
        .extracting(row -> row.get("alternatives"))
        .containsExactly(List.of("17:30", "18:00"));
    Path file = Files.writeString(folder.resolve("plan.json"), export);
    Path before =
        Files.writeString(
            folder.resolve("before.json"),
            """
            [{"type": "one-off", "desired_time": "2026-12-02T17:00:00-05:00", "court_id": "1",
              "duration": 30}]
            """);

    assertThat(court("import", "--update", before.toString()).out()).doesNotContain("alternatives");
    type("remove 1 --yes").succeeds();
    court("import", file.toString()).succeeds();

    assertThat(type("list").out()).contains("17:00, or 17:30, or 18:00");
    Path other = Files.writeString(file, export.replace("\"18:00\"", "\"19:00\""));
    assertThat(court("import", "--update", other.toString()).out())
        .contains("alternatives 17:30,18:00 -> 17:30,19:00");
  }

  private static Tuple row(String time, String alternativeTo) {
    return tuple(
        "2026-12-02T%s:00-05:00".formatted(time),
        "2026-11-25T%s:00-05:00".formatted(time),
        alternativeTo == null ? null : alternativeTo + ":00-05:00");
  }
}
