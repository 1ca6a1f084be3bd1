package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What platforms hand out and people mistype, as the URL of the database. */
class DatabaseUrlsTest extends WithPlayer {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "postgres://                                          | names no server",
        "postgresql://                                        | names no server",
        "jdbc:postgresql:                                     | names no server",
        "postgres:me:hunter2@127.0.0.1/db                     | names no server",
        "postgres://me:hunter2@127.0.0.1:0/db                 | names no host and port",
        "postgres://me:hunter2@127.0.0.1:99999/db             | names no host and port",
        "postgres://me:hunter2@127.0.0.1:5x/db                | names no host and port",
        "postgres://me:hunter2@::1:5432/db                    | names no host and port",
        "postgres://me:hunter2@[::1:5432/db                   | names no host and port",
        "postgres://me:hunter2@a b/db                         | names no host and port",
        "postgres://me:hun/ter2@127.0.0.1/db                  | names no host and port",
        "postgres://127.0.0.1:1                               | names no database",
        "postgres://me:hunter2@127.0.0.1:1/db?sslmode=on      | sslmode is none of disable, allow",
        "postgres://me:hunter2@127.0.0.1:1/db?sslmode=hunter2 | sslmode is none of disable, allow",
        "postgres://me:hunter2@127.0.0.1:1/db?connect_timeout=soon | must be an integer",
        "mysql://me:hunter2@127.0.0.1/db                      | db_url is such as postgresql://",
        "'\"postgres://me:hunter2@127.0.0.1:1/db\"'           | db_url is such as postgresql://"
      })
  void that_makes_no_sense_is_told_in_one_line_without_its_password(String url, String cause) {
    player.with("COURT_DB_URL", url);

    type("list").failsWith(ExitCodes.SETUP, cause);
    isOneLineWithoutPassword();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:postgresql://127.0.0.1:1/db                     | 127.0.0.1:1/db",
        "POSTGRES://me:hunter2@127.0.0.1:1/db                 | 127.0.0.1:1/db",
        "postgres://me:hunter2@[::1]:1/db                     | [::1]:1/db",
        "postgres://me:@127.0.0.1:1/db                        | 127.0.0.1:1/db",
        "postgres://:hunter2@127.0.0.1:1/db                   | 127.0.0.1:1/db",
        "postgres://me:hunter2@127.0.0.1:1                    | 127.0.0.1:1/me",
        "postgres://me:hunter2@127.0.0.1:1/                   | 127.0.0.1:1/me",
        "postgres://me:hunter2@127.0.0.1:1/db?                | 127.0.0.1:1/db",
        "postgres://mé:hunter2ß✓@127.0.0.1:1/dåta             | 127.0.0.1:1/dåta",
        "postgres://me:hunter2%00@127.0.0.1:1/db              | 127.0.0.1:1/db",
        "postgres://me:hunter2@127.0.0.1:1/db?pgbouncer=true&supa=base | 127.0.0.1:1/db",
        "postgres://me:hunter2@127.0.0.1:1/db?options=-csearch_path%3Dcourt | 127.0.0.1:1/db"
      })
  void that_names_a_server_is_tried(String url, String shown) {
    player.with("COURT_DB_URL", url);

    type("list").failsWith(ExitCodes.TEMPORARY, shown + " is away (it refuses connections)");
    isOneLineWithoutPassword();
  }

  private void isOneLineWithoutPassword() {
    assertThat(type("list").err().lines()).hasSize(1);
    for (String line : new String[] {"list --debug", "config", "doctor --offline -o json"}) {
      Ran ran = type(line);
      assertThat(ran.out() + ran.err()).doesNotContain("hunter2").doesNotContain("ter2@");
    }
  }
}
