package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.WithPlayer;
import dev.court.log.Log;
import dev.court.workspace.LastRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a new schedule still lacks is said at once, not on the evening of its opening. */
class AddMissingTest extends WithPlayer {
  private static final String ADD = "add --on we --time 17:00";
  private static final String NOBODY = "note: nobody is signed in: court login\n";
  private static final String NO_CRON =
      "note: nobody calls run-due yet: court install cron --yes\n";

  /** Against a sandbox a person calls run-due. */
  @BeforeEach
  void is_no_rehearsal() {
    player.with("COURT_API_URL", null);
  }

  @Test
  void everything_is_missing_at_first() {
    player.with("COURT_OCCUPANT_ID", null);

    assertThat(type(ADD).succeeds().err())
        .isEqualTo(
            "note: no occupant id is set, so nothing can be booked: court init asks for it\n"
                + NOBODY
                + NO_CRON);
  }

  @Test
  void what_is_there_is_not_said_to_be_missing() {
    player.signIn();
    assertThat(type(ADD).succeeds().err()).isEqualTo(NO_CRON);

    new LastRun(home).note(player.clock.instant(), Log.NONE);
    type("remove 1 --yes").succeeds();
    assertThat(type(ADD).succeeds().err()).isEmpty();
  }

  @Test
  void a_caller_that_came_long_ago_is_no_caller() {
    type(ADD + " -q").succeeds();
    player.signIn();
    new LastRun(home).note(player.clock.instant().minusSeconds(7_200), Log.NONE);
    type("remove 1 --yes").succeeds();

    assertThat(type(ADD).succeeds().err())
        .isEqualTo("note: run-due last came 2 hours ago: court doctor says more\n");
  }

  @Test
  void the_remedy_names_the_account() {
    assertThat(type(ADD + " --account eve").succeeds().err())
        .contains("note: nobody is signed in: court login --account eve\n")
        .contains("nothing can be booked: court init --account eve asks for it\n");
  }

  @Test
  void programs_and_dry_runs_hear_nothing() {
    assertThat(type(ADD + " -o json").rows()).hasSize(1);
    assertThat(type(ADD + " -q").err()).isEmpty();
    assertThat(type(ADD + " --dry-run").err()).isEmpty();
  }

  @Test
  void in_a_rehearsal_run_due_is_called_by_hand() {
    player.with("COURT_API_URL", player.sandbox.apiUrl().toString());

    assertThat(type(ADD).succeeds().err()).isEqualTo(NOBODY);
  }
}
