package dev.court.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others wrote does not drive the terminal of whoever reads it. */
class UntrustedTextTest extends WithPlayer {
  private static final String EVIL = "\u001b[2Jgone\u0007\u009b31m\u202Etxt";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list",
        "list --bookings",
        "list -o json",
        "list -o csv",
        "show 1",
        "next",
        "calendar --from 2026-11-23",
        "edit 1 --time 18:00",
        "skip 1 2026-11-25",
        "remove 1 --yes"
      })
  void a_name_from_a_file_is_harmless_everywhere(String line) {
    isHarmless(type("import " + file("schedules.json", schedules())));
    assertThat(court("list", "-o", "json").rows()).hasSize(1);
    player.lookingAt(80);

    isHarmless(type(line));
  }

  /** The first is refused; the second is not, since a name may be Arabic. */
  private static String schedules() {
    return """
        [{"type": "recurring", "rrule": "FREQ=WEEKLY;BYDAY=WE;BYHOUR=17;BYMINUTE=0", "court_id": "1",
          "duration": 30, "name": "\\u001b[2Jgone\\u0007\\u009b31m"},
         {"type": "recurring", "rrule": "FREQ=WEEKLY;BYDAY=WE;BYHOUR=17;BYMINUTE=0", "court_id": "1",
          "duration": 30, "name": "turned \\u202etxt"}]
        """;
  }

  @Test
  void an_argument_comes_back_harmless() {
    isHarmless(court("show", EVIL));
    isHarmless(court("list", "--status", EVIL));
    isHarmless(court("add", "--on", EVIL, "--time", "17:00"));
    isHarmless(court(EVIL));
    isHarmless(court("add", "--at", "2026-12-02T17:00", "--name", "turned \u202Etxt"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"list --bookings", "history", "history -v", "show 1"})
  void an_answer_of_the_server_is_harmless(String line) {
    type("add --at 2026-12-02T17:00 --court 1").succeeds();
    player.signIn();
    player.clock.set(Instant.parse("2026-11-25T21:59:30Z"));
    player.signIn();
    player.sandbox.faults().add("refuse=2:no \u001b[31mway\u0007 \u009b2J");
    Ran run = type("run-due");
    assertThat(run.out() + run.err()).contains("[31mway");
    isHarmless(run);
    player.clock.advance(Duration.ofMinutes(1));
    player.lookingAt(100);

    isHarmless(type(line));
  }

  private static void isHarmless(Ran ran) {
    for (String printed : new String[] {ran.out(), ran.err()}) {
      assertThat(printed.chars().filter(UntrustedTextTest::isControl)).as(printed).isEmpty();
    }
  }

  private static boolean isControl(int letter) {
    return letter != '\n' && (Character.isISOControl(letter) || letter == 0x202E);
  }
}
