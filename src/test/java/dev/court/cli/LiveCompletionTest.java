package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code court complete} offers to a shell at that moment. */
class LiveCompletionTest extends WithPlayer {
  @BeforeEach
  void somethingToChooseFrom() {
    configFile(
        """
        {"notify": {"phone": {"type": "ntfy", "url": "https://ntfy.sh/x"}},
         "accounts": {"ada": {"occupant_id": "7"}}}
        """);
    type("add --on we,fr --time 17:00 --until 2026-12-11").succeeds();
    type("add --on mo --time 18:00").succeeds();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dates skip 1          | 2026-11-25 2026-11-27 2026-12-02 2026-12-04 2026-12-09 2026-12-11
          dates skip 1 --undo   |
          dates skip 9          |
          dates skip            |
          channels notify test  | phone
          accounts list         | default ada
          commands help config  | adopt get set share unset
          commands help config get |
          commands help nonsense   |
          """)
  void what_there_is_is_offered(String typed, String expected) {
    assertThat(type("complete " + typed).succeeds().out().lines().map(one -> one.split("\t", 2)[0]))
        .containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(" "));
  }

  @Test
  void accounts_are_those_of_the_database_too() {
    type("add --at 2026-12-24T10:00 --account bob").succeeds();

    assertThat(type("complete accounts list").succeeds().out()).isEqualTo("default\nada\nbob\n");
  }

  @Test
  void no_database_is_made_for_the_names_of_accounts() throws IOException {
    Files.delete(home.resolve("court.mv.db"));

    assertThat(type("complete accounts list").succeeds().out()).isEqualTo("default\nada\n");

    assertThat(home.resolve("court.mv.db")).doesNotExist();
  }

  @Test
  void accounts_of_the_settings_are_offered_where_the_database_is_damaged() {
    file("court/court.mv.db", "no database");

    Ran ran = type("complete accounts list").succeeds();

    assertThat(ran.out()).isEqualTo("default\nada\n");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void the_scripts_ask_for_it() {
    assertThat(type("completion bash").succeeds().out())
        .contains(
            "'argument:skip:1') entry='live dates'",
            "'argument:notify test:0') entry='live channels'",
            "'value::--account') entry='live accounts'",
            "'value:sandbox:--fault') entry='list latency",
            "'arguments:help') entry='live commands'",
            "'argument:resolve:0') entry='live unknown'");
  }
}
