package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.WithPlayer;
import dev.court.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowTest extends WithPlayer {

  @Test
  void tells_what_is_asked_for_and_its_bookings() {
    court("add", "--on", "we", "--time", "17:00", "--count", "2", "--name", "ladder").succeeds();

    assertThat(type("show 1").succeeds().out())
        .isEqualTo(
            """
            schedule  1 (ladder)
            when      every Wednesday at 17:00, 2 times
            courts    Court 1, else Court 2
            duration  30 minutes
            guests    1
            status    pending
            added     Sun 22 Nov 2026 12:00 EST

            Wed 25 Nov 2026 17:00  pending  opens Wed 18 Nov 2026 17:00
            Wed 2 Dec 2026 17:00  pending  opens Wed 25 Nov 2026 17:00
            """);
  }

  @Test
  void tells_each_request_with_what_came_of_it() {
    bookTuesday();

    assertThat(type("show 1").out())
        .contains("Tue 24 Nov 2026 10:00  success  opens Tue 17 Nov 2026 10:00  Court 1")
        .contains("booked (201)");
  }

  @Test
  @SuppressWarnings("unchecked")
  void gives_the_schedule_and_its_bookings_as_json() {
    type("add --at 2026-12-02T17:00").succeeds();

    Map<String, Object> story = (Map<String, Object>) Json.tree(type("show 1 -o json").out());

    assertThat((Map<String, Object>) story.get("schedule"))
        .containsEntry("id", 1)
        .containsEntry("desired_time", "2026-12-02T17:00:00-05:00");
    assertThat((List<Map<String, Object>>) story.get("bookings"))
        .singleElement()
        .satisfies(booking -> assertThat(booking).containsEntry("schedule_id", 1));
  }

  @Test
  void a_removed_one_can_still_be_looked_at() {
    type("add --at 2026-12-02T17:00").succeeds();
    type("remove 1 --yes").succeeds();

    assertThat(type("show 1").succeeds().out()).contains("status    cancelled");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "1,                    6, no schedule 1: court list shows what there is",
        "0,                    6, no schedule 0",
        "-1,                   6, no schedule -1",
        "99999999999999999999, 6, no schedule 99999999999999999999",
        "abc,                  2, 'abc' is no id",
        "1.5,                  2, '1.5' is no id",
        "٣,                    2, is no id"
      })
  void an_id_that_is_not_there_is_told(String id, int code, String reason) {
    for (String command : List.of("show %s", "edit %s --name x", "skip %s 2026-12-02")) {
      type(command.formatted(id)).failsWith(code, reason);
    }
    for (String command : List.of("pause", "resume", "remove --yes")) {
      type(command + " " + id).failsWith(code, reason);
    }
  }
}
