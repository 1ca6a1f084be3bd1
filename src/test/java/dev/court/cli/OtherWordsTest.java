package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.WithPlayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who types another word than ours is told ours. */
class OtherWordsTest extends WithPlayer {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          hlep                     | no command 'hlep', did you mean help?
          lsit                     | no command 'lsit', did you mean list?
          status                   | no command 'status', did you mean list, auth or doctor?
          version                  | no command 'version', did you mean --version?
          delete 1                 | no command 'delete', did you mean remove?
          cal                      | no command 'cal', did you mean calendar?
          whoami                   | no command 'whoami', did you mean auth?
          prev                     | no command 'prev', did you mean preview?
          config st guests 2       | no command 'st', did you mean set?
          key rotat                | no command 'rotat', did you mean rotate?
          xyzzy                    | no command 'xyzzy' (see
          -- list                  | 'list' behind -- is no command: leave out the --
          help hlep                | no command 'hlep', did you mean help?
          help config st           | no command 'config st', did you mean set?
          list --json              | unknown option: '--json', did you mean -o json?
          next --limit 3           | unknown option: '--limit', did you mean -n?
          history --limit 3        | unknown option: '--limit', did you mean --since?
          remove 1 --force         | unknown option: '--force', did you mean --yes?
          add --day we             | unknown option: '--day', did you mean --on?
          add --corut 1            | unknown option: '--corut', did you mean --court?
          list --format csv        | unknown option: '--format', did you mean -o?
          add --xyzzy              | unknown option: '--xyzzy' (see
          """)
  void is_named(String line, String said) {
    type(line).failsWith(ExitCodes.USAGE, said);
  }

  @Test
  void the_names_of_other_tools_work_for_what_is_typed_most() {
    type("add --on we --time 17:00").succeeds();

    assertThat(type("ls").succeeds().out()).isEqualTo(type("list").succeeds().out()).contains("1");
    assertThat(type("rm 1 --yes").succeeds().out()).contains("Removed");
    assertThat(type("help ls").succeeds().out()).contains("court list");
  }

  @Test
  void an_id_that_was_mistyped_gets_the_nearest() {
    for (int i = 0; i < 12; i++) {
      type("add --on we --time 17:00").succeeds();
    }

    type("show 112")
        .failsWith(ExitCodes.UNKNOWN_ID, "no schedule 112, did you mean 11? court list");
    type("show 77").failsWith(ExitCodes.UNKNOWN_ID, "no schedule 77, did you mean 7? court list");
    type("show 999")
        .failsWith(ExitCodes.UNKNOWN_ID, "no schedule 999: court list shows what there is");
  }
}
