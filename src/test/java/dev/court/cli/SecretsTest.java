package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens under a key: sealed on disk, told nowhere, and lost by no accident. */
class SecretsTest {
  /** Every token of the sandbox's is a JWT, and every JWT begins so. */
  private static final String TOKEN = "eyJ";

  @TempDir Path home;
  private Evening evening;
  private Path key;

  @BeforeEach
  void comes() {
    evening = Evening.at(home).wants("1,2");
    key = home.resolve("key");
  }

  @AfterEach
  void leaves() {
    evening.close();
  }

  @Test
  void no_file_of_the_home_holds_a_token_in_clear() throws IOException {
    evening.but("401=1,taken=1").runDue().succeeds();
    evening.player.court("refresh-token").succeeds();

    try (var files = Files.walk(home)) {
      assertThat(files.filter(Files::isRegularFile))
          .hasSizeGreaterThan(1)
          .noneMatch(file -> text(file).contains(TOKEN));
    }
  }

  @Test
  void nothing_that_is_printed_holds_a_token() {
    String token = evening.player.sandbox.refreshToken();
    evening.but("401,5xx@token=1");

    for (String[] line :
        List.of(
            new String[] {"run-due", "--debug", "-v"},
            new String[] {"refresh-token", "--debug"},
            new String[] {"auth", "-o", "json"},
            new String[] {"history", "-o", "json"},
            new String[] {"login", "--with-token", "--debug"})) {
      Ran ran = evening.player.type(token + "x", line);
      assertThat(ran.out() + ran.err()).isNotEmpty().doesNotContain(TOKEN);
    }
  }

  @Test
  void a_missing_key_is_one_line_and_is_not_made_anew() throws IOException {
    Files.delete(key);

    evening.runDue().failsWith(7, "the key that sealed the tokens is missing", "COURT_KEY");
    evening.player.court("refresh-token").failsWith(7, "court logout");

    assertThat(key).doesNotExist();
    assertThat(evening.booking()).containsEntry("status", "pending");
    assertThat(evening.shots()).isEmpty();
  }

  @Test
  void a_sign_in_without_the_old_key_does_not_spend_the_new_token() throws IOException {
    Files.delete(key);
    long before = evening.refreshes();

    evening
        .player
        .type(evening.player.sandbox.refreshToken(), "login", "--with-token")
        .failsWith(7, "court logout");

    assertThat(evening.refreshes()).isEqualTo(before);
  }

  @Test
  void after_a_logout_a_new_key_is_made() throws IOException {
    Files.delete(key);
    evening.player.court("logout").succeeds();

    evening.player.signIn();

    assertThat(key).exists();
    assertThat(evening.runDue().succeeds().out()).startsWith("booked");
  }

  @Test
  void the_key_of_another_is_one_line(@TempDir Path elsewhere) throws IOException {
    try (Evening other = Evening.at(elsewhere)) {
      assertThat(other.refreshes()).isPositive();
    }
    Files.copy(elsewhere.resolve("key"), key, StandardCopyOption.REPLACE_EXISTING);

    evening.runDue().failsWith(7, "key");

    assertThat(evening.shots()).isEmpty();
  }

  @Test
  void a_wrong_key_is_told_once_while_a_booking_is_due() throws IOException {
    Files.delete(key);
    evening.runDue().failsWith(7, "the key");

    assertThat(evening.aMinuteLater()).matches(ran -> ran.code() == 7 && ran.err().isEmpty());
  }

  @Test
  void a_key_in_the_environment_needs_no_file() throws IOException {
    String line = Files.readString(key);
    Files.delete(key);

    evening.player.with("COURT_KEY", line);

    assertThat(evening.runDue().succeeds().out()).startsWith("booked");
    assertThat(key).doesNotExist();
  }

  @Test
  void a_token_moved_to_another_column_does_not_open() throws SQLException {
    execute("UPDATE tokens SET refresh_token = access_token");

    evening.after(Duration.ofMinutes(26)).failsWith(7, "key");

    assertThat(evening.shots()).isEmpty();
  }

  @Test
  void a_token_moved_to_another_account_does_not_open() throws SQLException {
    execute("UPDATE accounts SET name = 'somebody' WHERE name = 'default'");

    assertThat(evening.player.court("refresh-token", "--account", "somebody").code()).isEqualTo(7);
  }

  private void execute(String sql) throws SQLException {
    String url = "jdbc:h2:file:" + home.resolve("court");
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
