package dev.court.store.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.court.booking.InvalidRequest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** URLs of a PostgreSQL, as platforms hand them out and as people write them. */
class PostgresUrlTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "postgres://me:hunter2@host:5432/db,              host:5432, db, me, hunter2",
        "postgresql://me:hunter2@host/db,                 host,      db, me, hunter2",
        "jdbc:postgresql://me:hunter2@host/db,            host,      db, me, hunter2",
        "jdbc:postgresql://host/db?user=me&password=a%26b, host,     db, me, a&b",
        "postgres://me:p%40s%2Fs%3F@host/db,              host,      db, me, p@s/s?",
        "postgres://me:hun@ter2@host/db,                  host,      db, me, hun@ter2",
        "postgres://me:a:b+c@host/db,                     host,      db, me, a:b+c",
        "postgres://me:100%@host/db,                      host,      db, me, 100%",
        "postgres://me@host/db,                           host,      db, me, -",
        "postgres://host/db,                              host,      db, -,  -",
        "postgres://me@host,                              host,      me, me, -",
        "postgres://me@host/my%20db,                      host,      my db, me, -",
        "postgres://me:x@[::1]:5433/db,                   [::1]:5433, db, me, x"
      })
  void is_taken_apart(String url, String hosts, String database, String user, String password) {
    PostgresUrl read = PostgresUrl.parse(url);

    assertThat(read.hosts()).isEqualTo(hosts);
    assertThat(read.database()).isEqualTo(database);
    assertThat(read.user()).isEqualTo(user);
    assertThat(Optional.ofNullable(read.password()).map(one -> one.reveal()).orElse(null))
        .isEqualTo(password);
  }

  @Test
  void may_name_several_hosts() {
    assertThat(PostgresUrl.parse("postgres://me:x@one:1,two:2/db").jdbc())
        .isEqualTo("jdbc:postgresql://one:1,two:2/db");
  }

  @Test
  void has_the_options_that_platforms_add_under_the_names_of_the_driver() {
    assertThat(
            PostgresUrl.parse(
                    "postgres://me:x@h/d?sslmode=require&channel_binding=require&connect_timeout=9&empty=")
                .options())
        .containsOnly(
            entry("sslmode", "require"),
            entry("channelBinding", "require"),
            entry("connectTimeout", "9"));
  }

  @ParameterizedTest
  @CsvSource({
    "postgres://me@db.example.com/d,                          verify-full, true",
    "postgres://me@db.example.com/d?sslmode=require,          require,     false",
    "postgres://me@db.example.com/d?sslmode=disable,          disable,     false",
    "postgres://me@db.example.com/d?sslmode=verify-ca,        verify-ca,   true",
    "postgres://me@db.example.com/d?sslrootcert=/ca,          verify-full, false",
    "postgres://me@db.example.com/d?sslrootcert=system,       verify-full, true",
    "postgres://me@localhost/d,                               prefer,      false",
    "postgres://me@127.0.0.1:5433/d,                          prefer,      false",
    "postgres://me@[::1]/d,                                   prefer,      false",
    "postgres://me@localhost/d?sslmode=verify-full,           verify-full, true",
    "'postgres://me@localhost,db.example.com/d',              verify-full, true"
  })
  void off_loopback_the_server_proves_its_name_unless_the_url_says_otherwise(
      String url, String mode, boolean byJava) {
    assertThat(PostgresUrl.parse(url).tls()).containsEntry("sslmode", mode);
    assertThat(PostgresUrl.parse(url).tls().containsKey("sslfactory")).isEqualTo(byJava);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres:",
        "postgres://",
        "jdbc:postgresql:db",
        "postgres:///hunter2?host=/run",
        "postgres://me:hunter2@host:54x/db",
        "postgres://me:hunter2@:5432/db",
        "postgres://me:hunter2@/db",
        "postgres://host"
      })
  void that_names_no_server_is_refused_without_being_repeated(String url) {
    assertThatThrownBy(() -> PostgresUrl.parse(url))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("write it such as postgresql://user:password@host/database")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
  }

  @Test
  void shows_no_password() {
    PostgresUrl read =
        PostgresUrl.parse("postgres://me:hunter2@host/db?sslpassword=hunter2&sslmode=require");

    assertThat(read.toString() + read.shown() + read.jdbc() + new PostgresDialect(read))
        .doesNotContain("hunter2");
  }
}
