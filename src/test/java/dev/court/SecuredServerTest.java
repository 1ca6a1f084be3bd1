package dev.court;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that asks for a password and shows a certificate, at the command line. */
@Tag("postgres")
@Tag("long-on-server")
class SecuredServerTest extends WithPlayer {
  private static final String ENCODED = "hunter2%40%2F%3F";

  @TempDir static Path keys;
  private static Path certificate;
  private static PostgresServer server;

  @BeforeAll
  static void starts() throws IOException, InterruptedException {
    server = PostgresServer.secured(Certificate.in(keys));
    certificate = keys.resolve("it.crt");
    Certificate.in(Files.createDirectory(keys.resolve("other")));
    new Certificate(keys.resolve("keys.p12")).writePem(certificate, keys.resolve("it.key"));
  }

  /** All machines that share the server must have them alike; nothing is asked of it here. */
  private static final Map<String, String> ATRIUM =
      Map.of(
          "COURT_API_URL", "http://127.0.0.1:1/api/v1",
          "COURT_AUTH_URL", "http://127.0.0.1:1/realms/my-tfc");

  @AfterAll
  static void ends() {
    server.close();
  }

  @Test
  void that_proves_its_name_is_used_over_tls() {
    at("court:" + ENCODED, "sslmode=verify-full&sslrootcert=" + certificate);

    type("add --at 2026-12-02T17:00 --court 1").succeeds();

    assertThat(database()).contains("TLSv1.3", "schema ").doesNotContain("hunter2");
  }

  @Test
  void that_proves_nothing_is_refused_where_that_is_asked_for() {
    at("court:" + ENCODED, "sslmode=verify-full");

    fails(7, "no TLS connection could be made", "sslrootcert=FILE or sslmode=require");
  }

  @Test
  void whose_authority_is_in_no_file_is_no_temporary_trouble() {
    at("court:" + ENCODED, "sslmode=verify-full&sslrootcert=" + keys.resolve("gone.crt"));

    fails(7, "Could not open SSL root certificate file", "correct sslrootcert in db_url");
  }

  @Test
  void that_proves_nothing_is_used_where_the_url_of_the_platform_says_so() {
    at("court:" + ENCODED, "sslmode=require");

    type("list").succeeds();
  }

  @Test
  void that_refuses_the_password_is_no_temporary_trouble() {
    at("court:hunter2wrong", "sslmode=require");

    fails(7, "it refused the user or the password");
  }

  @Test
  void that_gets_no_password_is_no_temporary_trouble() {
    at("court", "sslmode=require");

    fails(7, "password");
  }

  @Test
  void that_is_given_the_password_by_a_password_file_lets_in() throws IOException {
    Path passwords =
        file(
            "pgpass",
            "localhost:%s:*:court:%s\n".formatted(server.port(), PostgresServer.PASSWORD));
    try (RealProcess court =
        RealProcess.court(
            Map.of(
                "COURT_HOME", home.toString(),
                "COURT_DB_URL", url("court", "sslmode=require"),
                "PGPASSFILE", passwords.toString(),
                "COURT_API_URL", ATRIUM.get("COURT_API_URL"),
                "COURT_AUTH_URL", ATRIUM.get("COURT_AUTH_URL")),
            "list")) {
      court.ended().succeeds();
    }
  }

  private void at(String login, String options) {
    player.with("COURT_DB_URL", url(login, options));
    ATRIUM.forEach(player::with);
  }

  private static String url(String login, String options) {
    return "postgres://%s@localhost:%s/postgres?%s".formatted(login, server.port(), options);
  }

  /** One line at each, nothing more with --debug that would tell the password. */
  private void fails(int code, String... fragments) {
    type("list").failsWith(code, fragments);
    type("run-due").failsWith(code, fragments);
    Ran all = type("list --debug");
    assertThat(all.out() + all.err() + type("config").out() + database() + logged())
        .doesNotContain("hunter2");
  }

  private String database() {
    return type("doctor --offline -o json").out();
  }

  private String logged() {
    try {
      return Files.readString(home.resolve("court.log"));
    } catch (IOException e) {
      return "";
    }
  }
}
