package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest extends WithPlayer {

  private Map<String, Object> setting(String name) {
    return court("config", "-o", "json").rows().stream()
        .filter(row -> row.get("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "api_url,                  https://api.atriumapp.co/api/v1",
    "auth_url,                 https://auth.atriumapp.co/realms/my-tfc",
    "client_id,                my-tfc",
    "redirect_uri,             https://my.tfc.com/",
    "occupant_id,              ",
    "timezone,                 America/New_York",
    "window,                   PT168H",
    "slot,                     PT30M",
    "log,                      info",
    "max_duration,             PT1H",
    "amenity_type_id,          10",
    "guests,                   1",
    "amenity_reservation_type, TR",
    "courts,                   '1 = Court 1 (8), 2 = Court 2 (10)'"
  })
  void has_a_default_for_all_but_the_occupant(String name, String value) {
    player.with("COURT_API_URL", null).with("COURT_AUTH_URL", null);
    player.with("COURT_OCCUPANT_ID", null);

    assertThat(setting(name)).containsEntry("value", value).containsEntry("source", "default");
    assertThat(home).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "db_url,       jdbc:h2:file:/a,       jdbc:h2:file:/b",
    "api_url,      https://a.example/api, https://b.example/api",
    "auth_url,     https://a.example/r,   https://b.example/r",
    "client_id,    a,                     b",
    "redirect_uri, https://a.example/,    https://b.example/",
    "occupant_id,  1,                     2",
    "timezone,     Europe/Paris,          Asia/Tokyo",
    "window,       P7D,                   PT24H",
    "slot,         PT15M,                 PT1H",
    "log,          debug,                 off"
  })
  void the_environment_wins_over_the_file_and_that_over_the_default(
      String name, String inFile, String inEnvironment) {
    String variable = "COURT_" + name.toUpperCase(Locale.ROOT);
    player.with(variable, null);
    court("config", "set", name, inFile).succeeds();
    assertThat(setting(name)).containsEntry("value", inFile).containsEntry("source", "config.json");

    player.with(variable, " " + inEnvironment + " ");
    assertThat(setting(name))
        .containsEntry("value", inEnvironment)
        .containsEntry("source", variable);

    player.with(variable, "");
    court("config", "unset", name).succeeds();
    assertThat(setting(name)).containsEntry("source", "default");
  }

  @ParameterizedTest
  @CsvSource({
    "max_duration, PT2H",
    "amenity_type_id, 11",
    "guests, 3",
    "amenity_reservation_type, XX"
  })
  void some_are_set_in_the_file_alone(String name, String value) {
    player.with("COURT_" + name.toUpperCase(Locale.ROOT), "PT3H");

    court("config", "set", name, value).succeeds();

    assertThat(setting(name)).containsEntry("value", value).containsEntry("source", "config.json");
  }

  @Test
  void courts_are_set_as_json() {
    court(
            "config",
            "set",
            "courts",
            "{\"7\": {\"amenity_id\": 77}, \"a\": {\"amenity_id\": 8, \"name\": \"Left\"}}")
        .succeeds();

    assertThat(setting("courts")).containsEntry("value", "7 = Court 7 (77), a = Left (8)");
    assertThat(type("preview --at 2026-12-02T17:00 --court a -o json").rows().get(0))
        .containsEntry("court_id", "a");
    type("add --at 2026-12-02T17:00 --court 1").failsWith(ExitCodes.USAGE, "there is 7, a");
  }

  @Test
  void what_is_set_holds_for_the_commands() {
    court("config", "set", "timezone", "Europe/Paris").succeeds();
    court("config", "set", "window", "P3D").succeeds();
    court("config", "set", "guests", "3").succeeds();

    type("add --at 2026-12-02T17:00").succeeds();

    assertThat(schedule(1))
        .containsEntry("desired_time", "2026-12-02T17:00:00+01:00")
        .containsEntry("trigger_time", "2026-11-29T17:00:00+01:00")
        .containsEntry("guests", "3");
  }

  @Test
  void setting_one_leaves_the_others_alone() throws IOException {
    configFile("{\"occupant_id\": 42, \"window\": \"P7D\"}");

    court("config", "set", "guests", "2").succeeds();
    court("config", "unset", "window").succeeds();

    assertThat(home.resolve("config.json"))
        .hasContent("{\n  \"occupant_id\": 42,\n  \"guests\": \"2\"\n}");
    assertThat(home.toFile().list()).containsExactlyInAnyOrder("config.json", "config.lock");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          nope 1             | no setting 'nope': there is db_url, api_url
          timezone Nowhere   | setting timezone (config.json): 'Nowhere' is no time zone
          window garbage     | setting window (config.json): 'garbage' is no booking window
          window 0           | setting window
          window P1M         | setting window
          slot PT7M          | setting slot (config.json): a slot must be whole minutes that divide a day
          slot PT0.5S        | setting slot
          slot 30            | setting slot (config.json): '30' is no length of time
          notice 0q          | setting notice (config.json): '0q' is no length of time
          log loud           | setting log (config.json): 'loud' is no level of the log: there is off, error
          max_duration PT0S  | setting max_duration
          guests many        | setting guests (config.json): 'many' is no number of guests
          courts {bad        | the value is no JSON
          courts {}          | setting courts (config.json): must be like
          courts 1           | setting courts
          courts {"1":8}     | court '1' must be like
          courts {"1,2":{"amenity_id":8}} | court '1,2' must be like
          courts {"1":{"amenity_id":"8"}} | court '1' must be like
          api_url {"a":1}    | setting api_url (config.json): must be a text or a number
          api_url a^b        | setting api_url (config.json): a service's address is no URL
          api_url http://a.example/api   | setting api_url (config.json): http://a.example/api is refused
          auth_url http://a.example/r    | setting auth_url (config.json): http://a.example/r is refused
          auth_url https://a:b@a.example | the address of a.example holds a user name
          occupant_id x/y    | setting occupant_id (config.json): the occupant id is the number
          max_duration PT15M | setting max_duration (config.json): PT15M is shorter than a slot of PT30M
          slot PT2H          | setting max_duration (default): PT1H is shorter than a slot of PT2H (config.json)
          """)
  void refuses_a_value_that_cannot_be_used_and_writes_nothing(String line, String reason) {
    type("config set " + line).failsWith(ExitCodes.USAGE, reason);

    assertThat(home).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"window": "garbage"}   | setting window (config.json): 'garbage' is no booking window
          {"windo": "P7D"}        | config.json sets 'windo', which does not exist: there is db_url
          {"window": "P7D"        | config.json ends in the middle
          {"window": true}        | setting window (config.json): must be a text or a number
          []                      | config.json must hold one JSON object
          ``                      | config.json is empty
          """)
  void a_broken_file_is_told_by_every_command(String content, String reason) {
    configFile(content);

    for (String line : new String[] {"list", "config", "preview --on we --time 17:00", "run-due"}) {
      type(line).failsWith(ExitCodes.SETUP, reason);
    }
  }

  @Test
  void a_wrong_name_or_value_in_the_file_can_be_taken_out() {
    configFile("{\"windo\": \"P7D\", \"slot\": \"PT7M\"}");

    type("config unset windo").succeeds();
    type("config unset slot").succeeds();

    type("list").succeeds();
    type("config unset windo").failsWith(ExitCodes.USAGE, "no setting 'windo'");
  }

  @Test
  void two_changes_at_once_are_both_kept() {
    List<String> names = List.of("guests", "occupant_id", "client_id", "amenity_type_id");
    for (int round = 1; round <= 5; round++) {
      String value = String.valueOf(round);
      player.with("COURT_OCCUPANT_ID", null);
      names.parallelStream().forEach(name -> court("config", "set", name, value).succeeds());

      names.forEach(name -> assertThat(setting(name)).containsEntry("value", value));
    }
  }

  @Test
  void a_broken_file_is_mended_setting_by_setting() {
    configFile("{\"windo\": 1, \"slot\": \"PT7M\", \"api_url\": \"http://a.example\"}");

    type("config set slot PT2H").failsWith(ExitCodes.USAGE, "shorter than a slot of PT2H");
    type("config set slot PT11M").failsWith(ExitCodes.USAGE, "setting slot");
    type("config set slot PT15M").succeeds();
    type("config set guests 2").succeeds();
    type("config unset windo").succeeds();
    type("config set api_url https://a.example").succeeds();

    type("list").succeeds();
  }

  @Test
  void what_others_need_is_not_taken_out() {
    type("config set slot PT15M").succeeds();
    type("config set max_duration PT15M").succeeds();

    type("config unset slot")
        .failsWith(ExitCodes.USAGE, "PT15M is shorter than a slot of PT30M (default)");

    assertThat(setting("slot")).containsEntry("value", "PT15M");
  }

  @Test
  void a_value_must_be_good_although_a_variable_hides_it() {
    type("config set api_url http://a.example")
        .failsWith(ExitCodes.USAGE, "setting api_url (config.json)");
  }

  @Test
  void a_value_goes_with_the_variables_that_hold() {
    player.with("COURT_SLOT", "PT15M");

    type("config set max_duration PT15M").succeeds();
  }

  @Test
  void null_in_the_file_is_as_good_as_absent() {
    configFile("{\"window\": null, \"courts\": null}");

    assertThat(setting("window")).containsEntry("source", "default");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "COURT_TIMEZONE,     Nowhere,  'Nowhere' is no time zone",
        "COURT_WINDOW,       garbage,  'garbage' is no booking window",
        "COURT_WINDOW,       0,        '0' is no booking window",
        "COURT_WINDOW,       -PT1H,    '-PT1H' is no booking window",
        "COURT_WINDOW,       P9999999D, is no booking window",
        "COURT_SLOT,         PT7M,     a slot must be whole minutes that divide a day",
        "COURT_SLOT,         PT0.5S,   a slot must be whole minutes",
        "COURT_LOG,          loud,     'loud' is no level of the log",
        "COURT_API_URL,      not a url, a service's address is no URL",
        "COURT_DB_URL,       postgres://me:pw@/db, names no server: write it such as postgresql://",
        "COURT_DB_URL,       jdbc:h2:mem:x, a database in memory is gone with each command"
      })
  void a_variable_that_makes_no_sense_is_named(String variable, String value, String reason) {
    player.with(variable, value);

    type("list").failsWith(ExitCodes.SETUP, "(" + variable + "): ", reason);
    assertThat(home).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://me:hunter2@127.0.0.1:1/db",
        "postgresql://me:hun@ter2@127.0.0.1:1/db?sslpassword=hunter2",
        "jdbc:postgresql://me:hunter2@127.0.0.1:1/db",
        "jdbc:postgresql://127.0.0.1:1/db?user=me&password=hunter2&x=1",
        "jdbc:h2:file:/nowhere/db;USER=me;PASSWORD=hunter2"
      })
  void a_password_in_the_database_url_is_never_shown(String url) {
    player.with("COURT_DB_URL", url);

    for (String line : new String[] {"config", "config -o json", "list", "list --debug"}) {
      Ran ran = type(line);
      assertThat(ran.out() + ran.err()).doesNotContain("hunter2").doesNotContain("ter2");
    }
    assertThat(setting("db_url").get("value").toString()).contains("...");
  }

  @ParameterizedTest
  @CsvSource({
    "postgres://me@127.0.0.1:1/db, require, ?sslmode=require",
    "postgres://me@127.0.0.1:1/db?x=1, require, ?x=1&sslmode=require",
    "postgres://me@127.0.0.1:1/db?sslmode=verify-ca, require, ?sslmode=verify-ca",
    "postgres://me@127.0.0.1:1/db, ' ', /db"
  })
  void a_url_that_says_nothing_of_tls_goes_by_the_variable_of_psql(
      String url, String mode, String end) {
    player.with("COURT_DB_URL", url).with("PGSSLMODE", mode);

    assertThat(setting("db_url").get("value").toString()).endsWith(end);
  }

  @Test
  void a_variable_of_psql_that_makes_no_sense_is_named_where_there_is_a_server() {
    player.with("PGSSLMODE", "yes");
    type("add --on we --time 17:00").succeeds();

    player.with("COURT_DB_URL", "postgres://me@127.0.0.1:1/db");
    type("list")
        .failsWith(ExitCodes.SETUP, "COURT_DB_URL", "PGSSLMODE", "sslmode is none of disable, ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "ünï 🎾", "a'b", "a\"b", "a%20b", "$HOME", "a,b"})
  void the_home_may_have_any_name(String name) {
    Path there = folder.resolve(name);
    player.with("COURT_HOME", there.toString());

    type("add --on we --time 17:00").succeeds();
    player.signIn();

    assertThat(type("list -o json").rows()).hasSize(1);
    assertThat(there.resolve("court.mv.db")).exists();
    assertThat(there.resolve("key")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a;b", "a\\b"})
  void a_home_whose_name_the_database_would_misread_is_refused(String name) {
    player.with("COURT_HOME", folder.resolve(name).toString());

    type("add --on we --time 17:00").failsWith(ExitCodes.SETUP, "set COURT_HOME or db_url");

    player.with("COURT_DB_URL", "jdbc:h2:" + folder.resolve("court"));
    type("add --on we --time 17:00").succeeds();
  }

  @Test
  void the_flag_wins_over_the_variable_for_the_home() {
    Path there = folder.resolve("there");

    court("--home", there.toString(), "add", "--at", "2026-12-02T17:00").succeeds();

    assertThat(home).doesNotExist();
    assertThat(court("list", "--home", there.toString(), "-o", "json").rows()).hasSize(1);
    assertThat(court("config", "--home", there.toString(), "-o", "json").rows().get(0))
        .containsEntry("name", "home")
        .containsEntry("value", there.toString())
        .containsEntry("source", "--home");
    court("list", "--home", "").failsWith(ExitCodes.USAGE, "--home names no folder");
  }

  @ParameterizedTest
  @CsvSource({
    "COURT_HOME,    /x/y, /x/y,                   COURT_HOME",
    "COURT_HOME,    ~/y,  /home/me/y,             COURT_HOME",
    "XDG_DATA_HOME, /x,   /x/court,               XDG_DATA_HOME",
    "XDG_DATA_HOME, '',   /home/me/.local/share/court, default"
  })
  void the_home_is_found_by_the_environment(
      String variable, String value, String path, String source) {
    player.with("XDG_DATA_HOME", null).with("HOME", "/home/me").with(variable, value);

    assertThat(setting("home")).containsEntry("value", path).containsEntry("source", source);
  }

  @Test
  void a_home_is_for_its_owner_alone() throws IOException {
    type("add --at 2026-12-02T17:00").succeeds();

    assertThat(Files.getPosixFilePermissions(home))
        .hasSize(3)
        .allMatch(p -> p.name().startsWith("OWNER"));
  }
}
