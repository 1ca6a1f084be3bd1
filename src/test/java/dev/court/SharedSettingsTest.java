package dev.court;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What all machines must have alike, on two machines that share one PostgreSQL. */
@Tag("postgres")
class SharedSettingsTest extends WithTwoMachines {
  private static final String COURTS = "{\"1\": {\"amenity_id\": 8, \"name\": \"%s\"}}";

  @BeforeEach
  void a_booking() {
    evening.wants("1");
  }

  @ParameterizedTest
  @CsvSource({
    "COURT_WINDOW, PT167H, window (COURT_WINDOW) is PT167H here and PT168H in the database",
    "COURT_TIMEZONE, America/Chicago, timezone",
    "COURT_SLOT, PT15M, slot",
    "COURT_API_URL, http://127.0.0.1:1/api, api_url",
    "COURT_AUTH_URL, http://127.0.0.1:1/realm, auth_url"
  })
  void a_machine_with_another_one_is_refused_and_books_nothing(
      String variable, String value, String words) {
    other.with(variable, value);

    other.court("run-due").failsWith(7, words, "config adopt", "config share");
    other.court("list").failsWith(7, words);
    assertThat(other.court("doctor", "--offline").out()).contains(words);
    assertThat(evening.shots()).isEmpty();
    evening.runDue().succeeds();
    assertThat(evening.held()).containsExactly("Court 1");
  }

  @Test
  void the_names_of_courts_may_differ_and_their_ids_may_not() {
    other.court("config", "set", "courts", COURTS.formatted("Here")).succeeds();

    evening.player.court("list").failsWith(7, "courts", "10) here and 1 = Here (8) in the");
    evening.player.court("config", "set", "courts", COURTS.formatted("There")).succeeds();
    other.court("list").succeeds();
  }

  @Test
  void a_change_on_one_machine_is_taken_over_by_the_other() {
    assertThat(evening.player.court("config", "set", "window", "P7D").succeeds().err())
        .contains("Changed in the database too", "window");
    evening.player.court("list").succeeds();

    other.court("list").failsWith(7, "window (default) is PT168H here and P7D in the database");
    assertThat(other.court("config", "adopt").succeeds().err()).contains("window");
    other.court("list").succeeds();
    assertThat(other.court("config").out()).contains("P7D");
    assertThat(other.court("config", "adopt").succeeds().err()).contains("nothing to take over");

    assertThat(other.court("config", "unset", "window").succeeds().err()).contains("window");
    evening.player.court("list").failsWith(7, "window (config.json) is P7D here and PT168H");
  }

  @Test
  void a_variable_is_not_overruled() {
    other.with("COURT_WINDOW", "PT100H");

    other.court("config", "adopt").failsWith(7, "COURT_WINDOW sets window", "set it to PT168H");
    assertThat(other.court("config", "share").succeeds().err()).contains("window");
    other.court("list").succeeds();
    evening.player.court("list").failsWith(7, "is PT168H here and PT100H in the database");
  }

  @Test
  void several_are_taken_over_at_once_though_each_alone_is_no_use() {
    evening.player.court("config", "set", "max_duration", "PT4H").succeeds();
    evening.player.court("config", "set", "slot", "PT2H").succeeds();

    other.court("config", "adopt").succeeds();
    other.court("list").succeeds();
  }

  @Test
  void nothing_is_changed_while_the_server_is_away() {
    evening.player.with("COURT_DB_URL", "postgres://court@127.0.0.1:1/postgres");

    evening.player.court("config", "set", "window", "P7D").failsWith(5, "will be tried again");
    assertThat(folder.resolve("one/config.json")).doesNotExist();
    evening.player.court("config", "set", "log", "off").succeeds();
  }
}
