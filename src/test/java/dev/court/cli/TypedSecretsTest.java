package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A password in the wrong place of a command line is repeated nowhere. */
class TypedSecretsTest extends WithPlayer {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          login --password hunter2                | unknown option: '--password', did you mean --password-file?
          login --password=hunter2                | unknown option: '--password', did you mean --password-file?
          login --pasword:hunter2                 | unknown option: '--pasword'
          login -phunter2                         | unknown option: '-p'
          login -qphunter2                        | unknown option: '-p'
          login -p hunter2                        | unknown option: '-p'
          login --passwordd --hunter2             | unknown option: '--passwordd'
          login --passwordd --hunter2 --username u | unknown option: '--passwordd'
          login hunter2                           | 1 argument too many
          login u hunter2                         | 2 arguments too many
          login hunter2 --passwort hunter2        | unknown option: '--passwort'
          login --rememberr hunter2               | unknown option: '--rememberr', did you mean --remember?
          login --remember=hunter2                | option '--remember' takes no value
          login --with-token=hunter2              | option '--with-token' takes no value
          login --with-token hunter2              | 1 argument too many
          login --username u --password-file hunter2 | there is no such file as --password-file names
          login --username --passwordd=hunter2 hunter2 | 1 argument too many
          --password hunter2 login                | unknown option: '--password'
          loggin --password hunter2               | no command 'loggin', did you mean login?
          key new hunter2                         | 1 argument too many
          key --token hunter2 new                 | unknown option: '--token'
          config set occupant_id 12 hunter2       | 1 argument too many
          config sett password hunter2            | no command 'sett', did you mean set?
          """)
  void are_not_repeated(String line, String said) throws IOException {
    for (String more : new String[] {"", " --debug", " --verbose"}) {
      Ran ran = type(line + more);

      assertThat(ran.code()).isEqualTo(ExitCodes.USAGE);
      assertThat(ran.err()).startsWith("court: " + said).doesNotContain("hunter2");
      assertThat(ran.out()).isEmpty();
    }
    assertNothingIsKept();
  }

  private void assertNothingIsKept() throws IOException {
    if (Files.exists(home)) {
      try (Stream<Path> files = Files.walk(home)) {
        assertThat(files.filter(Files::isRegularFile))
            .allSatisfy(file -> assertThat(file).content().doesNotContain("hunter2"));
      }
    }
  }
}
