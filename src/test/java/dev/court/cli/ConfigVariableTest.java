package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code COURT_CONFIG} has the text of config.json, where there is no disk to keep it. */
class ConfigVariableTest extends WithPlayer {

  @Test
  void comes_in_place_of_the_file_and_after_the_other_variables() {
    configFile("{\"window\": \"P7D\", \"guests\": \"3\"}");
    player.with("COURT_CONFIG", "\n{\"window\": \"PT24H\",\n \"slot\": \"PT15M\"}\n");
    player.with("COURT_SLOT", "PT1H");

    assertThat(type("config").succeeds().out().lines())
        .anySatisfy(line -> assertThat(line).matches("window +PT24H +COURT_CONFIG"))
        .anySatisfy(line -> assertThat(line).matches("slot +PT1H +COURT_SLOT"))
        .anySatisfy(line -> assertThat(line).matches("guests +1 +default"));
    assertThat(type("doctor --offline").out()).contains("COURT_CONFIG sets 1");
  }

  @Test
  void holds_accounts_too() {
    player.with("COURT_CONFIG", "{\"accounts\": {\"eve\": {\"occupant_id\": \"133055\"}}}");
    type("add --at 2026-11-24T10:00 --court 1 --account eve").succeeds();
    player
        .type(player.sandbox.refreshToken(), "login", "--with-token", "--account", "eve")
        .succeeds();

    assertThat(type("run-due --account eve").succeeds().out()).contains("booked");
  }

  @Test
  void a_blank_one_counts_as_not_set() {
    configFile("{\"guests\": \"3\"}");
    player.with("COURT_CONFIG", " \n");

    assertThat(type("config").succeeds().out()).containsPattern("guests +3 +config.json");
    type("config set guests 2").succeeds();
  }

  /** The word could be a secret that somebody forgot to put into quotes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"window\": \"P7D\" | COURT_CONFIG ends in the middle (line 1, column",
        "{\"ping_url\": tk_a_secret} | COURT_CONFIG is no JSON: a word without quotes",
        "tk_a_secret | COURT_CONFIG is no JSON: a word without quotes",
        "[] | COURT_CONFIG must hold one JSON object",
        "{\"windo\": \"P7D\"} | COURT_CONFIG sets 'windo', which does not exist: there is db_url",
        "{\"window\": \"tomorrow\"} | setting window (COURT_CONFIG): 'tomorrow' is no booking"
            + " window",
        "{\"accounts\": {\"eve\": {\"id\": 1}}} | setting accounts (COURT_CONFIG): account 'eve'"
            + " has 'id'"
      })
  void what_cannot_be_used_is_told_in_one_line_and_no_secret_with_it(String text, String why) {
    player.with("COURT_CONFIG", text);

    for (String line : new String[] {"list", "run-due", "config", "run-due --debug"}) {
      Ran ran = type(line);
      assertThat(ran.code()).isEqualTo(ExitCodes.SETUP);
      assertThat(ran.err()).contains(why).doesNotContain("tk_a_secret");
    }
    type("list").failsWith(ExitCodes.SETUP, why);
    assertThat(type("doctor --offline").out()).contains(why).doesNotContain("tk_a_secret");
  }

  @Test
  void a_secret_without_quotes_in_the_file_is_not_repeated_either() {
    configFile("{\"ping_url\": tk_a_secret}");

    type("list").failsWith(ExitCodes.SETUP, "config.json is no JSON: a word without quotes");
    assertThat(type("list --debug").err()).doesNotContain("tk_a_secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"config set guests 2", "config set ping_url", "config unset guests"})
  void nothing_is_written_beside_it(String line) {
    player.with("COURT_CONFIG", "{\"guests\": \"3\"}");

    type(line)
        .failsWith(
            ExitCodes.SETUP,
            "the settings come from COURT_CONFIG, and config.json is not read: change the"
                + " variable");
    assertThat(home).doesNotExist();
  }

  /** A machine without a disk has a new home each time. */
  @Test
  void a_home_that_is_named_may_be_new_when_it_says_where_the_database_is() {
    Path elsewhere = folder.resolve("elsewhere");
    String text = "{\"db_url\": \"jdbc:h2:file:%s\"}".formatted(elsewhere);
    player.with("COURT_DB_URL", null).with("COURT_CONFIG", text);
    player.with("COURT_HOME", folder.resolve("new").toString());

    type("list").succeeds();
  }
}
