package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A setting that may be a secret is read from standard input or a file, and is no argument. */
class SettingInputTest extends WithPlayer {
  private static final String URL = "https://hc-ping.com/hunter2";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ping_url https://hc-ping.com/hunter2",
        "ping_url hunter2",
        "db_url jdbc:h2:file:/tmp/court;PASSWORD=hunter2",
        "db_url postgres://me:hunter2@db.example/court",
        "db_url jdbc:postgresql://db.example/court?user=me&password=hunter2"
      })
  void a_secret_is_no_argument(String line) {
    Ran ran = type("config set " + line);

    ran.failsWith(
        ExitCodes.USAGE,
        "a secret does not belong on a command line: give the value of "
            + line.substring(0, line.indexOf(' '))
            + " on standard input or with --from-file");
    assertThat(ran.err()).doesNotContain("hunter2");
    assertThat(home).doesNotExist();
  }

  @Test
  void a_database_without_a_password_may_be_one() {
    type("config set db_url jdbc:h2:file:" + folder.resolve("other")).succeeds();
  }

  @Test
  void standard_input_is_read() throws IOException {
    configFile("{}");

    player.type(URL + "\r\n", "config", "set", "ping_url").succeeds();

    isKept();
  }

  @Test
  void a_terminal_asks_and_shows_nothing() throws IOException {
    Ran ran = player.atTerminal(URL + "\n", "config", "set", "ping_url").succeeds();

    assertThat(ran.out() + ran.err())
        .isEqualTo("ping_url (not shown): ping_url is https://hc-ping.com/... now (config.json)\n");
    isKept();
  }

  @Test
  void a_file_is_read_that_nobody_else_can_read() throws IOException {
    Path file = file("url", URL + "\n");
    type("config set ping_url --from-file " + file)
        .failsWith(ExitCodes.USAGE, "the file of --from-file is open to others: run chmod 600");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    type("config set ping_url --from-file " + file).succeeds();

    isKept();
  }

  private void isKept() throws IOException {
    Path config = home.resolve("config.json");
    assertThat(config).content().contains("\"ping_url\": \"" + URL + "\"");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(config)))
        .isEqualTo("rw-------");
  }

  @Test
  void channels_with_their_secrets_are_read_in_several_lines() {
    String channels =
        "{\"a\":\n {\"type\": \"slack\", \"url\": \"https://hooks.example/hunter2\"}}\n";

    player.type(channels, "config", "set", "notify").succeeds();

    assertThat(type("notify").succeeds().out()).contains("slack").doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          ping_url                       | ftp://a/hunter2 | setting ping_url
          ping_url                       | none            | no value for ping_url: give it on standard input
          ping_uri                       | https://hunter2 | no setting 'ping_uri', did you mean ping_url?
          slot PT15M --from-file hunter2 | none            | the value is given twice
          slot --from-file hunter2       | none            | there is no such file as --from-file names
          """)
  void what_cannot_be_used_is_refused_and_not_repeated(String line, String input, String reason) {
    Ran ran = player.type(input == null ? "" : input, ("config set " + line).split(" "));

    ran.failsWith(ExitCodes.USAGE, reason);
    assertThat(ran.err()).doesNotContain("hunter2");
    assertThat(home).doesNotExist();
  }
}
