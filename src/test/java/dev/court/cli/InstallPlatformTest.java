package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What 'court install' writes into a copy of the repository for a platform with a worker. */
class InstallPlatformTest extends WithPlayer {
  private Path copy;

  @BeforeEach
  void takesACopy() throws IOException {
    copy = Files.createDirectories(folder.resolve("copy/scripts")).getParent();
    for (String source : List.of("Dockerfile", "pom.xml", "scripts/court")) {
      Files.createFile(copy.resolve(source));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "render,  render.yaml",
    "heroku,  Procfile",
    "heroku,  system.properties",
    "railway, railway.json",
    "fly,     fly.toml"
  })
  void comes_once_and_goes_again(String where, String name) throws IOException {
    Path file = copy.resolve(name);
    assertThat(install(where).succeeds().err()).contains("Nothing was changed");
    assertThat(file).doesNotExist();

    assertThat(install(where, "--yes").succeeds().err()).contains("docs/" + where + ".md");

    assertThat(Files.readString(file)).contains("court install " + where);
    assertThat(Path.of("docs", where + ".md")).exists();
    assertThat(install(where, "--yes").succeeds().out()).isEmpty();
    install(where, "--remove", "--yes").succeeds();
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "render,  render.yaml,  services: []",
    "heroku,  Procfile,     web: java -jar mine.jar",
    "railway, railway.json, '{\"deploy\": {}}'",
    "fly,     fly.toml,     app = 'mine'"
  })
  void leaves_what_somebody_else_wrote(String where, String name, String text) throws IOException {
    Path file = Files.writeString(copy.resolve(name), text);

    install(where, "--yes").failsWith(ExitCodes.SETUP, name + " is there and not from");
    install(where, "--remove", "--yes").succeeds();

    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "render,  Dockerfile",
    "heroku,  scripts/court",
    "heroku,  pom.xml",
    "railway, Dockerfile",
    "fly,     Dockerfile"
  })
  void wants_the_sources_beside_it(String where, String source) throws IOException {
    Files.delete(copy.resolve(source));

    install(where, "--yes").failsWith(ExitCodes.USAGE, "has no " + source);
  }

  @ParameterizedTest
  @CsvSource({"render", "heroku", "railway", "fly"})
  void has_no_secret_in_it(String where) throws IOException {
    player
        .with("COURT_KEY", "key-of-mine")
        .with("COURT_DB_URL", "postgres://me:hunter2@db.example.com/court")
        .with("COURT_OCCUPANT_ID", "4711");

    Ran ran = install(where, "--yes").succeeds();

    assertThat(ran.out() + ran.err()).doesNotContain("key-of-mine", "hunter2", "4711");
  }

  @Test
  void railway_waits_longer_than_the_worker_drains_and_starts_no_shell_before_it()
      throws IOException {
    JsonNode deploy = new ObjectMapper().readTree(written("railway", "railway.json")).get("deploy");

    assertThat(deploy.get("drainingSeconds").isInt()).isTrue();
    assertThat(deploy.get("drainingSeconds").asInt()).isGreaterThan(25);
    assertThat(deploy.get("startCommand").asText())
        .startsWith("/bin/sh -c '")
        .contains(" exec court worker --drain 25s");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "render  | render.yaml | maxShutdownDelaySeconds: 30",
        "render  | render.yaml | numInstances: 1",
        "render  | render.yaml | type: worker",
        "heroku  | Procfile    | exec scripts/court worker --drain 25s",
        "fly     | fly.toml    | kill_signal = \"SIGTERM\"",
        "fly     | fly.toml    | kill_timeout = \"30s\""
      })
  void ends_the_worker_gently(String where, String name, String line) throws IOException {
    assertThat(written(where, name)).contains(line);
  }

  @Test
  void heroku_takes_the_java_that_court_is_compiled_for() throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(written("heroku", "system.properties")));

    assertThat(Files.readString(Path.of("pom.xml")))
        .contains(
            "<maven.compiler.release>%s<"
                .formatted(properties.getProperty("java.runtime.version")));
  }

  @Test
  void fly_has_a_database_that_none_can_be_until_the_secret_is_set() throws IOException {
    String url = written("fly", "fly.toml").split("COURT_DB_URL = \"", -1)[1].split("\"", -1)[0];
    player.with("COURT_DB_URL", url);

    type("list").failsWith(ExitCodes.SETUP, "COURT_DB_URL");
  }

  private Ran install(String where, String... options) {
    return court(
        Stream.concat(Stream.of("install", where, copy.toString()), Stream.of(options))
            .toArray(String[]::new));
  }

  private String written(String where, String name) throws IOException {
    install(where, "--yes").succeeds();
    return Files.readString(copy.resolve(name));
  }
}
