package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code court accounts}: for whom a home books, and what each of them lacks. */
@Tag("any-database")
class ListedAccountsTest extends WithPlayer {

  @Test
  void each_is_shown_with_its_session_and_its_next_opening() {
    threePeople();

    assertThat(type("accounts").succeeds().out().lines().map(line -> line.replaceAll(" {2,}", "|")))
        .containsExactly(
            "ACCOUNT|OCCUPANT|COURTS|SCHEDULES|OPENS|SESSION|CHANNELS",
            "default|133055|1,2|1|Wed 25 Nov 2026 17:00|alive until Sun 22 Nov 2026 12:30",
            "adam|(not set)|1,2|2|Tue 24 Nov 2026 10:00|none",
            "eve|133056|1,2|0|none|phone (command)");
  }

  @Test
  void a_program_reads_the_same() {
    threePeople();
    player.endSessions();
    type("refresh-token");

    Map<String, Object> first = court("accounts", "-o", "json").rows().get(0);
    Map<String, Object> second = court("accounts", "-o", "json").rows().get(2);

    assertThat(first)
        .containsEntry("account", "default")
        .containsEntry("schedules", 1)
        .containsEntry("session", "ended")
        .containsEntry("session_until", null)
        .containsEntry("next_opening", "2026-11-25T17:00:00-05:00")
        .containsEntry("at_next_opening", "ended")
        .hasEntrySatisfying("ended", why -> assertThat(why.toString()).contains("court login"));
    assertThat(second.toString()).contains("occupant_id=133056", "channels=[phone]");
  }

  @Test
  void credentials_that_are_kept_begin_the_next_session() {
    type("add --at 2026-12-02T17:00").succeeds();
    player.type("player@example.com\nsandbox\n", "login", "--remember").succeeds();
    player.endSessions();
    player.clock.set(player.clock.instant().plusSeconds(86_400));

    assertThat(type("accounts").out()).contains("run out; the next run-due signs in");
  }

  @Test
  void those_that_are_named_are_shown_alone() {
    threePeople();

    assertThat(type("accounts --account adam --account eve").out().lines().skip(1))
        .satisfiesExactly(
            one -> assertThat(one).startsWith("adam"), one -> assertThat(one).startsWith("eve"));
    type("accounts --account evee").failsWith(ExitCodes.SETUP, "no account 'evee': there is");
  }

  @Test
  void who_has_nothing_is_not_shown() {
    player.with("COURT_OCCUPANT_ID", null);
    type("run-due").succeeds();
    type("add --at 2026-12-02T17:00 --account eve").succeeds();

    assertThat(type("accounts").succeeds().out()).contains("eve").doesNotContain("default");
  }

  @Test
  void a_home_without_any_says_how_one_is_made() {
    player.with("COURT_OCCUPANT_ID", null);

    Ran ran = type("accounts").succeeds();

    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("No accounts yet", "court login");
  }

  /** One is signed in, one has settings alone, one has schedules alone. */
  private void threePeople() {
    type("add --at 2026-12-02T17:00").succeeds();
    player.signIn();
    type("refresh-token").succeeds();
    court("config", "set", "accounts.eve.occupant_id", "133056").succeeds();
    court(
            "config",
            "set",
            "accounts.eve.notify",
            "{\"phone\": {\"type\": \"command\", \"command\": [\"/bin/true\"]}}")
        .succeeds();
    type("add --at 2026-12-01T10:00 --account adam").succeeds();
    type("add --at 2026-12-08T10:00 --account adam").succeeds();
  }
}
