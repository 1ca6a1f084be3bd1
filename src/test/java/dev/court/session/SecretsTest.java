package dev.court.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
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
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens under a key: sealed on disk, told nowhere, and lost by no accident. */
class SecretsTest {
  /** How each token of the sandbox begins; less of it stands in any long sealed text by chance. */
  private static final String TOKEN = "eyJhbGciOiJSUzI1NiIs";

  private static final String NAME = "player@example.com";
  private static final String PASSWORD = "sandbox";

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
  void the_log_holds_no_secret_at_its_most_detailed() throws IOException {
    evening.player.with("COURT_LOG", "debug");
    remembers("default");
    evening.but("401,5xx@token=1").runDue();
    evening.player.court("refresh-token");
    evening.player.type("eyJhbGciOiJub25lIn0.x", "login", "--with-token");

    assertThat(withoutPlaces(Files.readString(home.resolve("court.log"))))
        .contains("POST ", "/token 200 ", " run: ")
        .doesNotContainPattern("eyJ|sandbox(?!-)|\"keyData\"|" + keyMaterial())
        .doesNotContainPattern("(password|refresh_token|access_token|code|username)=");
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
  void nothing_that_is_printed_holds_a_remembered_password_or_the_key() throws IOException {
    String passwords = "eyJ|sandbox(?!-)|\"keyData\"|" + keyMaterial();
    String typed = NAME + "\n" + PASSWORD + "\n";
    evening.player.with("COURT_KEY", Files.readString(key));
    Path next = home.resolve("next");

    for (String line :
        List.of(
            "login --remember --debug -v",
            "auth -v --debug",
            "auth -o json",
            "run-due -v --debug",
            "history -v -o json",
            "list --all --bookings -o json",
            "config -o json",
            "config",
            "export",
            "key rotate",
            "key rotate -v --debug --to-file " + next,
            "key new -v --debug",
            "refresh-token -v --debug")) {
      Ran ran = evening.player.type(typed, line.split(" "));
      assertThat(withoutPlaces(ran.out() + ran.err()))
          .as(line)
          .isNotEmpty()
          .doesNotContainPattern(passwords)
          .doesNotContainPattern(keyMaterial(next));
    }
  }

  /** Stack traces and settings name the sandbox and the folder, which are no secrets. */
  private String withoutPlaces(String printed) {
    return printed.replace(home.toString(), "HOME").replace("dev.court.sandbox", "");
  }

  private String keyMaterial() throws IOException {
    return keyMaterial(key);
  }

  /** Forty characters in a row of the key itself, to search for. */
  private static String keyMaterial(Path file) throws IOException {
    if (!Files.exists(file)) {
      return "no key here yet";
    }
    var value = Pattern.compile("\"value\":\"(.{40})").matcher(Files.readString(file));
    assertThat(value.find()).isTrue();
    return Pattern.quote(value.group(1));
  }

  @Test
  void a_missing_key_is_one_line_and_is_not_made_anew() throws IOException {
    Files.delete(key);

    evening.runDue().failsWith(7, "the key that sealed the tokens is missing", "COURT_KEY");
    evening.player.court("refresh-token").failsWith(7, "court key new");

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
        .failsWith(7, "court key new");

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
  void a_missing_key_is_told_while_a_booking_presses_and_then_no_more() throws IOException {
    Files.delete(key);
    evening.runDue().failsWith(7, "the key");
    evening.aMinuteLater().failsWith(7, "the key");

    assertThat(evening.after(Duration.ofMinutes(5)))
        .matches(ran -> ran.code() == 7 && ran.err().isEmpty());
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

    evening.after(Duration.ofMinutes(30)).failsWith(7, "key");

    assertThat(evening.shots()).isEmpty();
  }

  @Test
  void credentials_moved_between_columns_do_not_open() throws SQLException {
    remembers("default");
    execute("UPDATE credentials SET username = password, password = username");
    evening.player.endSessions();

    evening.player.court("refresh-token").failsWith(7, "username of account default");

    assertThat(passwordsSent()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "tokens,      access_token,  access_token of account",
    "tokens,      refresh_token, refresh_token of account",
    "credentials, username,      username of account",
    "credentials, password,      password of account"
  })
  void what_is_swapped_between_accounts_does_not_open(String table, String column, String what)
      throws SQLException {
    remembers("default");
    remembers("second");
    execute(
        """
        UPDATE %s s SET %s = (SELECT o.%2$s FROM %1$s o WHERE o.account_id <> s.account_id)
        """
            .formatted(table, column));
    if (table.equals("credentials")) {
      evening.player.endSessions();
    }

    String command = column.equals("access_token") ? "run-due" : "refresh-token";
    for (String account : List.of("default", "second")) {
      if (account.equals("default") || !command.equals("run-due")) {
        evening.player.court(command, "--account", account).failsWith(7, what + " " + account);
      }
    }

    assertThat(evening.shots()).isEmpty();
    assertThat(passwordsSent()).isEqualTo(2);
  }

  private void remembers(String account) {
    evening
        .player
        .type(NAME + "\n" + PASSWORD + "\n", "login", "--remember", "--account", account)
        .succeeds();
  }

  private long passwordsSent() {
    return evening.player.sandbox.requests().stream()
        .filter(request -> request.body().contains("password="))
        .count();
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
