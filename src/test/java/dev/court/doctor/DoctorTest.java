package dev.court.doctor;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.Receiver;
import dev.court.WithPlayer;
import dev.court.cli.ExitCodes;
import dev.court.json.Json;
import dev.court.secret.Keyset;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorTest extends WithPlayer {

  /** Something that is not well. */
  interface Ill {
    void befalls(DoctorTest it) throws IOException, SQLException;
  }

  /**
   * An ailment, and what is to be said of it.
   *
   * @param says what was found, and the remedy
   */
  record Ailment(String name, Ill ill, String check, String verdict, int code, List<String> says) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Ailment trouble(int code, String check, String name, Ill ill, String... says) {
    return new Ailment(name, ill, check, "trouble", code, List.of(says));
  }

  private static Ailment warning(String check, String name, Ill ill, String... says) {
    return new Ailment(name, ill, check, "warning", ExitCodes.DONE, List.of(says));
  }

  static final List<Ailment> AT_HOME =
      List.of(
          warning(
              "home",
              "others can read the home",
              it -> mode(it.home, "rwxr-x---"),
              "can be read by others: run chmod 700 /"),
          trouble(
              ExitCodes.SETUP,
              "home",
              "others can write the home",
              it -> mode(it.home, "rwxrwxrwx"),
              "others can write",
              "chmod 700 /"),
          warning(
              "permissions",
              "others can read the database",
              it -> mode(it.database(), "rw-r--r--"),
              "others can read",
              "chmod 600 /",
              "court.mv.db"),
          warning(
              "permissions",
              "others can read config.json",
              it -> mode(it.config("{}"), "rw-r--r--"),
              "chmod 600 /",
              "config.json"),
          trouble(
              ExitCodes.SETUP,
              "permissions",
              "others can write config.json",
              it -> mode(it.config("{}"), "rw-rw-rw-"),
              "others can write",
              "chmod 600 /"),
          trouble(
              ExitCodes.SETUP,
              "settings",
              "a setting that does not exist",
              it -> it.config("{\"ocupant_id\": 1}"),
              "sets 'ocupant_id', which does not exist: there is db_url"),
          trouble(
              ExitCodes.SETUP,
              "settings",
              "a broken config.json",
              it -> it.config("{oops"),
              "config.json",
              ": mend it, or move it away"),
          trouble(
              ExitCodes.SETUP,
              "settings",
              "a value that makes no sense",
              it -> it.player.with("COURT_TIMEZONE", "Mars/Olympus"),
              "setting timezone (COURT_TIMEZONE)",
              "such as America/New_York"),
          trouble(
              ExitCodes.SETUP,
              "notify",
              "a channel whose token is not there",
              it ->
                  it.config(
                      "{\"notify\": {\"phone\": {\"type\": \"ntfy\","
                          + " \"url\": \"https://ntfy.example/courts\","
                          + " \"token_file\": \"/nowhere/token\"}}}"),
              "phone",
              "/nowhere/token"),
          trouble(
              ExitCodes.SETUP,
              "settings",
              "no occupant",
              it -> it.player.with("COURT_OCCUPANT_ID", null),
              "no occupant id",
              "court config set occupant_id NUMBER"),
          trouble(
              ExitCodes.SETUP,
              "settings",
              "an address that anybody can listen to",
              it -> it.player.with("COURT_API_URL", "http://example.org/api"),
              "tokens go over https"),
          warning(
              "zone",
              "a zone without summer time",
              it -> it.player.with("COURT_TIMEZONE", "-05:00"),
              "never changes its clocks",
              "court config set timezone"),
          trouble(
              ExitCodes.SETUP,
              "key",
              "others can read the key",
              it -> mode(it.key(), "rw-r--r--"),
              "chmod 600 /"),
          trouble(
              ExitCodes.SETUP,
              "key",
              "a lost key",
              it -> Files.delete(it.key()),
              "is missing: put back",
              "court key new"),
          trouble(
              ExitCodes.SETUP,
              "key",
              "a key that leads nowhere",
              it -> {
                it.type("logout").succeeds();
                Files.delete(it.key());
                Files.createSymbolicLink(it.key(), Path.of("/nowhere/key"));
              },
              "leads nowhere: put the key back"),
          trouble(
              ExitCodes.SETUP,
              "key",
              "another key",
              it -> it.player.with("COURT_KEY", Keyset.create().reveal()),
              "does not open with this key"),
          trouble(
              ExitCodes.SETUP,
              "key",
              "no key at all",
              it -> it.player.with("COURT_KEY", "nonsense"),
              "not a keyset"),
          trouble(
              ExitCodes.SETUP,
              "database",
              "a damaged database",
              it -> Files.writeString(it.database(), "no database at all"),
              "cannot use the database",
              "court backup restore"),
          trouble(
              ExitCodes.SETUP,
              "database",
              "a word that no court wrote",
              it -> it.sql("UPDATE bookings SET status = 'nonsense'"),
              "holds what no court wrote (no status 'nonsense'",
              "court backup restore"),
          trouble(
              ExitCodes.SETUP,
              "database",
              "a table that is gone",
              it -> it.sql("DROP TABLE credentials"),
              "not found",
              "court backup restore"),
          trouble(
              ExitCodes.SETUP,
              "database",
              "a database that was cut off",
              it -> it.cutOff(),
              "has lost what was written last"),
          trouble(
              ExitCodes.SETUP,
              "database",
              "a database of a newer court",
              it -> it.sql("UPDATE schema_version SET version = 999"),
              "written by a newer court, install that one"),
          warning(
              "database",
              "a database of an older court",
              it -> it.sql("UPDATE schema_version SET version = 1"),
              "schema 1",
              "the next run-due brings it up to date"),
          trouble(
              ExitCodes.SIGN_IN,
              "session",
              "nobody is signed in",
              it -> it.type("logout").succeeds(),
              "nobody is signed in: sign in with court login"),
          trouble(
              ExitCodes.SIGN_IN,
              "session",
              "a session that ran out",
              it -> {
                it.later(Duration.ofHours(1));
                it.cronCame();
              },
              "ran out: sign in with court login"),
          trouble(
              ExitCodes.SETUP,
              "cron",
              "a cron that stopped coming",
              it -> it.later(Duration.ofMinutes(12)),
              "run-due last came 12 minutes ago: let cron call court run-due each minute",
              "nothing is booked for 1 schedule"),
          trouble(
              ExitCodes.SETUP,
              "cron",
              "a cron that never came",
              it -> Files.delete(it.home.resolve("last-run")),
              "run-due never came",
              "court install cron --yes"),
          trouble(
              ExitCodes.SETUP,
              "cron",
              "a cron that comes for another home",
              it -> it.cronComesElsewhere(),
              "run-due never came, but comes for /",
              ".local/share/court: set COURT_HOME=/"),
          warning(
              "cron",
              "a cron that stopped with nothing to book",
              it -> {
                it.type("remove 1 --yes").succeeds();
                it.later(Duration.ofMinutes(12));
              },
              "let cron call court run-due"),
          warning(
              "schedules",
              "nothing but what is paused",
              it -> it.type("pause 1").succeeds(),
              "1 kept, nothing to book while paused: court resume"),
          trouble(
              ExitCodes.SETUP,
              "schedules",
              "a court that is there no more",
              it -> it.config("{\"courts\": {\"7\": {\"amenity_id\": 8}}}"),
              "asks for court 1, which the settings do not name: court edit 1 --court"));

  @ParameterizedTest
  @FieldSource("AT_HOME")
  void finds_at_home(Ailment ailment) throws IOException, SQLException {
    healthy();
    ailment.ill().befalls(this);

    says(type("doctor --offline -o json"), ailment);
  }

  static final List<Ailment> FAR_AWAY =
      List.of(
          trouble(
              ExitCodes.TEMPORARY,
              "server",
              "a server that is away",
              it -> it.player.sandbox.close(),
              "cannot connect to 127.0.0.1",
              "check the network and api_url"),
          trouble(
              ExitCodes.TEMPORARY,
              "realm",
              "a realm that is away",
              it -> it.player.sandbox.close(),
              "check the network and auth_url"),
          trouble(
              ExitCodes.TEMPORARY,
              "server",
              "a server in trouble",
              it -> it.player.sandbox.faults().add("5xx@any"),
              "HTTP 502: wait"),
          warning(
              "realm",
              "a realm that is none",
              it ->
                  it.player.with(
                      "COURT_AUTH_URL", it.player.sandbox.apiUrl().resolve("/none").toString()),
              "HTTP 404",
              "check auth_url"),
          trouble(
              ExitCodes.SETUP,
              "account",
              "somebody else's occupant id",
              it -> it.player.with("COURT_OCCUPANT_ID", "7"),
              "does not take occupant 7",
              "court config set occupant_id"),
          trouble(
              ExitCodes.SIGN_IN,
              "account",
              "a token that is refused",
              it -> it.player.sandbox.faults().add("401@list"),
              "refuses the token: court refresh-token"),
          warning(
              "account",
              "a building that lists nothing",
              it -> it.player.sandbox.faults().add("list-404"),
              "HTTP 404"),
          warning(
              "account",
              "a page where a listing should be",
              it -> it.player.sandbox.faults().add("html@list"),
              "no reservations can be read"),
          trouble(
              ExitCodes.SETUP,
              "clock",
              "a clock that is too wrong",
              it -> it.player.sandbox.faults().add("clock=+20s"),
              "seconds ahead of ours",
              "set this machine's clock"));

  @ParameterizedTest
  @FieldSource("FAR_AWAY")
  void finds_far_away(Ailment ailment) throws IOException, SQLException {
    healthy();
    ailment.ill().befalls(this);

    says(type("doctor -o json"), ailment);
  }

  private void says(Ran ran, Ailment ailment) {
    assertThat(finding(ran, ailment.check()))
        .containsEntry("verdict", ailment.verdict())
        .extracting("message")
        .asString()
        .contains(ailment.says());
    assertThat(ran.code()).as(ran.out()).isEqualTo(ailment.code());
    // what is ill in one place keeps nobody from looking at the others
    assertThat(ran.out()).doesNotContain("defect");
    assertThat(finding(ran, "java")).containsEntry("verdict", "ok");
  }

  @Test
  void finds_nothing_wrong_where_nothing_is() throws IOException {
    healthy();
    player.type("player@example.com\nsandbox\n", "login", "--remember").succeeds();

    Ran ran = type("doctor").succeeds();

    assertThat(ran.out().lines().skip(1)).hasSize(18).allMatch(line -> line.startsWith("ok "));
    assertThat(ran.out())
        .contains("America/New_York, zone data 20", "clocks change 14 Mar 2027 forward")
        .contains("1 kept, next opening Wed 25 Nov 2026 17:00 EST, in 3 days 5 hours")
        .contains("opens what is sealed", "run-due last came", "MiB free", "answers in")
        .contains("or begun anew by it", "lets occupant", "agrees with the server's");
    assertThat(type("doctor -q").succeeds().out()).isEmpty();
  }

  @Test
  void a_message_that_does_not_get_through_is_said() throws IOException {
    try (Receiver receiver = new Receiver().answering("/hook", aResponse().withStatus(503))) {
      healthy();
      court("config", "set", "notify", receiver.hook()).succeeds();
      type("add --at 2026-11-24T10:00 --court 1").succeeds();
      type("run-due").succeeds();

      assertThat(finding(type("doctor --offline -o json").succeeds(), "notify"))
          .containsEntry("verdict", "warning")
          .extracting("message")
          .asString()
          .contains("a message waiting", "answered 503", "court notify test ");
    }
  }

  @ParameterizedTest
  @CsvSource({"json, [", "ndjson, '{\"subject\":'", "csv, 'subject,verdict,message'"})
  void programs_read_it_too(String format, String begin) throws IOException {
    healthy();

    assertThat(type("doctor --offline -o " + format).succeeds().out())
        .startsWith(begin)
        .contains("home", "ok")
        .doesNotContain("server");
  }

  @Test
  void an_opening_that_the_session_will_not_see_is_sign_in_trouble() throws SQLException {
    healthyInTheEnd();
    sql("UPDATE tokens SET session_end = refresh_expiry");

    Map<String, Object> session = finding(type("doctor --offline -o json"), "session");

    assertThat(session).containsEntry("verdict", "trouble");
    assertThat(session.get("message").toString())
        .contains("before the next opening: sign in with court login --remember");
    assertThat(type("doctor --offline").code()).isEqualTo(ExitCodes.SIGN_IN);
  }

  @Test
  void an_opening_that_the_session_will_likely_not_see_is_worth_a_warning() throws IOException {
    healthy();

    assertThat(finding(type("doctor --offline -o json"), "session"))
        .containsEntry("verdict", "warning")
        .extracting("message")
        .asString()
        .isEqualTo(
            "likely ends Sun 22 Nov 2026 22:00 EST, before the next opening:"
                + " sign in with court login --remember");
  }

  @Test
  void a_session_that_ended_with_credentials_in_trouble_is_worth_a_warning() throws SQLException {
    healthyInTheEnd();
    player.type("player@example.com\nsandbox\n", "login", "--remember").succeeds();
    sql("UPDATE tokens SET ended = 'the session has ended'");
    sql("UPDATE credentials SET tries = 1, trouble = 'no answer from the realm'");

    Map<String, Object> session = finding(type("doctor --offline -o json"), "session");

    assertThat(session).containsEntry("verdict", "warning");
    assertThat(session.get("message").toString())
        .isEqualTo(
            "the automatic sign-in came to nothing, and run-due tries again: no answer from the"
                + " realm");
  }

  @Test
  void a_sign_in_that_was_refused_is_told_while_the_session_lives() throws SQLException {
    healthyInTheEnd();
    sql(
        "INSERT INTO credentials (account_id, username, password, refused)"
            + " SELECT account_id, refresh_token, refresh_token, 'wrong password; then court login'"
            + " FROM tokens");

    assertThat(finding(type("doctor --offline -o json"), "session"))
        .containsEntry("verdict", "warning")
        .extracting("message")
        .asString()
        .endsWith("wrong password; then court login");
  }

  @Test
  void a_weekly_booking_that_is_made_leaves_the_next_one_to_be_made() throws IOException {
    healthy();
    type("add --on tu --time 10:00 --court 2").succeeds();
    type("run-due").succeeds();
    type("remove 1 --yes").succeeds();

    assertThat(finding(type("doctor --offline -o json"), "schedules").get("message").toString())
        .contains("1 kept, next opening Tue 24 Nov 2026 10:00 EST");
  }

  @Test
  void schedules_that_have_ended_book_nothing_any_more() throws IOException {
    healthy();
    later(Duration.ofDays(30));
    assertThat(type("run-due").code()).isNotZero();

    assertThat(finding(type("doctor --offline -o json"), "schedules"))
        .containsEntry("verdict", "warning")
        .extracting("message")
        .asString()
        .contains("nothing is ahead", "court add makes a new one");
  }

  @Test
  void an_unknown_outcome_is_worse_than_what_passes_and_waits_for_a_person() {
    type("add --at 2026-11-28T10:00 --court 1").succeeds();
    player.signIn();
    player.sandbox.faults().add("5xx");
    player.sandbox.faults().add("list-405");
    assertThat(type("run-due").code()).isEqualTo(ExitCodes.UNCLEAR);
    player.sandbox.close();

    Ran ran = type("doctor -o json");

    assertThat(finding(ran, "outcomes").get("message").toString())
        .contains("1 is unknown", "court resolve 1 --booked");
    assertThat(finding(ran, "server")).containsEntry("verdict", "trouble");
    assertThat(ran.code()).isEqualTo(ExitCodes.UNCLEAR);
  }

  @Tag("long")
  @Test
  void a_database_that_another_program_holds_is_trouble_that_passes() throws IOException {
    healthy();

    try (FileChannel file = FileChannel.open(database(), StandardOpenOption.WRITE);
        FileLock lock = file.lock()) {
      assertThat(lock.isValid()).isTrue();
      Ran ran = type("doctor --offline -o json");
      assertThat(finding(ran, "database").get("message").toString())
          .contains("held by another program: run fuser -v /");
      assertThat(finding(ran, "key")).containsEntry("verdict", "skipped");
      assertThat(ran.code()).isEqualTo(ExitCodes.TEMPORARY);
    }
  }

  @Test
  void settings_that_cannot_be_read_keep_nobody_from_looking_at_the_rest() throws IOException {
    healthy();
    config("{oops");

    Ran ran = type("doctor -o json");

    assertThat(finding(ran, "home")).containsEntry("verdict", "ok");
    assertThat(finding(ran, "disk")).containsEntry("verdict", "ok");
    assertThat(finding(ran, "cron")).containsEntry("verdict", "ok");
    for (String check : List.of("zone", "database", "key", "session", "server", "clock")) {
      assertThat(finding(ran, check)).containsEntry("verdict", "skipped");
    }
  }

  @Test
  void says_by_how_much_the_clocks_differ() {
    player.sandbox.faults().add("clock=+1.7s");

    String clock = finding(type("doctor -o json"), "clock").get("message").toString();

    assertThat(clock).contains("ms ahead of ours, give or take", "corrected for");
    assertThat(Integer.parseInt(clock.replaceAll("\\D*(\\d+) ms ahead.*", "$1")))
        .isBetween(1_680, 1_720);
  }

  @ParameterizedTest
  @ValueSource(strings = {"doctor", "doctor --offline", "doctor -v --debug"})
  void changes_nothing_and_shows_no_secret(String line) throws IOException, SQLException {
    healthy();
    sql("UPDATE schema_version SET version = 1");
    Map<String, String> before = tree();

    Ran ran = type(line);

    assertThat(tree()).isEqualTo(before);
    assertThat(ran.out() + ran.err()).doesNotContain("eyJ").doesNotContain("primaryKeyId");
  }

  @Test
  void leaves_what_it_can_read_as_it_is() throws IOException {
    healthy();
    Map<String, String> before = tree();

    type("doctor").succeeds();

    assertThat(tree()).isEqualTo(before);
  }

  @Test
  void makes_nothing_where_nothing_is() {
    Ran ran = type("doctor");

    assertThat(ran.code()).isEqualTo(ExitCodes.SIGN_IN);
    assertThat(ran.out()).contains("is not there yet", "none yet: the first");
    assertThat(home).doesNotExist();
  }

  @Test
  void looks_for_an_account_that_nobody_knows_and_makes_none() throws IOException {
    healthy();
    Map<String, String> before = tree();

    assertThat(type("doctor --account eve --offline").code()).isEqualTo(ExitCodes.SETUP);

    assertThat(tree()).isEqualTo(before);
  }

  @BeforeEach
  void hasAHomeOfItsOwn() {
    player.with("HOME", folder.resolve("ada").toString());
  }

  private void healthy() throws IOException {
    player.signIn();
    type("add --at 2026-12-02T17:00 --court 1").succeeds();
    type("run-due").succeeds();
    mode(database(), "rw-------");
  }

  private void healthyInTheEnd() {
    try {
      healthy();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void later(Duration span) {
    player.clock.advance(span);
  }

  private void cronCame() throws IOException {
    Files.setLastModifiedTime(home.resolve("last-run"), FileTime.from(player.clock.instant()));
  }

  private Path database() {
    return home.resolve("court.mv.db");
  }

  private Path key() {
    return home.resolve("key");
  }

  private Path config(String text) throws IOException {
    return mode(Files.writeString(home.resolve("config.json"), text), "rw-------");
  }

  private static Path mode(Path path, String permissions) throws IOException {
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private void cutOff() throws IOException {
    byte[] all = Files.readAllBytes(database());
    Files.write(database(), Arrays.copyOf(all, all.length / 2));
  }

  private void cronComesElsewhere() throws IOException {
    Files.delete(home.resolve("last-run"));
    Path other = Files.createDirectories(folder.resolve("ada/.local/share/court"));
    Files.setLastModifiedTime(
        Files.createFile(other.resolve("last-run")), FileTime.from(player.clock.instant()));
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection("jdbc:h2:file:" + home.resolve("court"), "sa", "")) {
      connection.createStatement().execute(statement);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> finding(Ran ran, String check) {
    return ((List<Map<String, Object>>) Json.tree(ran.out()))
        .stream().filter(one -> one.get("subject").equals(check)).findFirst().orElseThrow();
  }

  /** Each file with its time and its content. */
  private Map<String, String> tree() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.collect(toMap(Path::toString, DoctorTest::state, (a, b) -> a, TreeMap::new));
    }
  }

  private static String state(Path path) {
    try {
      String content =
          Files.isDirectory(path)
              ? ""
              : Base64.getEncoder().encodeToString(Files.readAllBytes(path));
      return Files.getLastModifiedTime(path) + " " + content;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
