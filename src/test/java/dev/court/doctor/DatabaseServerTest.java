package dev.court.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.store.dialect.ServerFacts;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the doctor says of the server of a database. */
class DatabaseServerTest {
  private static final Instant NOW = Instant.parse("2026-11-22T17:00:00Z");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "TLSv1.3, false, PT0.02S, PT0.5S,  -",
        "-,       true,  PT0.02S, PT-0.5S, -",
        "-,       false, PT0.02S, PT0S,    'nothing is encrypted, take sslmode out of db_url'",
        "TLSv1.3, false, PT0.02S, PT3S,    its clock or the one of this machine is wrong",
        "TLSv1.3, false, PT0.02S, PT-3S,   its clock or the one of this machine is wrong",
        "TLSv1.3, false, PT0.5S,  PT0S,    'it is far away, so that each command takes seconds'"
      })
  void is_what_a_person_should_change(
      String tls, boolean isLocal, Duration roundTrip, Duration ahead, String advice) {
    DatabaseServer server = server(tls, isLocal, roundTrip, ahead);

    assertThat(server.advice().orElse(null)).isEqualTo(advice);
  }

  @ParameterizedTest
  @CsvSource({"PT0.047S,  clock 47 ms ahead", "PT-0.047S, clock 47 ms behind"})
  void is_where_it_is_and_how_far(Duration ahead, String clock) {
    assertThat(server("TLSv1.3", false, Duration.ofMillis(3), ahead).words())
        .isEqualTo("PostgreSQL 17.6 at db:5432/court, TLSv1.3, answers in 3 ms, " + clock);
  }

  private static DatabaseServer server(
      String tls, boolean isLocal, Duration roundTrip, Duration ahead) {
    return new DatabaseServer(
        new ServerFacts(
            "db:5432/court", "PostgreSQL 17.6", tls, isLocal, roundTrip, NOW.plus(ahead)),
        NOW);
  }
}
