package dev.court.run.idle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.HomeDatabase;
import dev.court.Player;
import dev.court.WithEvening;
import dev.court.log.Log;
import dev.court.sandbox.SandboxOptions;
import dev.court.store.Database;
import dev.court.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Until when a worker knows that its runs have nothing to do, and what makes it look again. */
@Tag("any-database")
@Tag("long-on-server")
class IdlePeriodTest extends WithEvening {
  private static final Duration WITHIN = Duration.ofSeconds(75);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private Database database;
  private IdlePeriod period;

  private interface Step {
    void by(Player player) throws IOException;
  }

  @BeforeEach
  void a_booking_of_next_week() {
    evening.adds("--at", "2026-12-09T17:00", "--court", "1,2");
    evening.runDue().succeeds();
    database = new Database(HomeDatabase.url(home), Log.NONE);
    period =
        new IdlePeriod(
            new Workspace(
                database,
                SandboxOptions.at(evening.player.clock).venue(),
                evening.player.clock,
                "default",
                Log.NONE),
            home);
  }

  @AfterEach
  void is_closed() {
    database.close();
  }

  private void begins() {
    period.begin(period.end(), WITHIN);
  }

  private void passes(Duration span) {
    evening.player.clock.advance(span);
  }

  @Test
  void nothing_is_to_be_done_for_ten_minutes_at_most() {
    assertThat(period.holds()).as("before the first run").isFalse();
    begins();
    assertThat(period.holds()).isTrue();
    passes(LONGEST.minusSeconds(1));
    assertThat(period.holds()).isTrue();
    passes(Duration.ofSeconds(1));
    assertThat(period.holds()).isFalse();
  }

  @Test
  void a_clock_that_went_back_ends_it() {
    begins();
    passes(Duration.ofSeconds(-1));
    assertThat(period.holds()).isFalse();
  }

  @Test
  void an_opening_ends_it_in_time() {
    Instant opening = Evening.OPENING.plus(Duration.ofMinutes(5));
    evening.player.court("config", "set", "slot", "PT5M").succeeds();
    evening.player.sharing();
    evening.adds("--at", "2026-12-02T17:05", "--court", "1", "--duration", "5");
    begins();
    evening.player.clock.set(opening.minus(WITHIN).minusMillis(1));
    assertThat(period.holds()).isTrue();
    passes(Duration.ofMillis(1));
    assertThat(period.holds()).isFalse();
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        change(
            "a schedule",
            player -> player.court("add", "--at", Evening.FIVE, "--court", "1").succeeds()),
        change("a pause", player -> player.court("pause", "1").succeeds()),
        change("an end of the session", player -> player.court("logout").succeeds()),
        change("a session", Player::signIn),
        change(
            "settings", player -> player.court("config", "set", "max_duration", "PT2H").succeeds()),
        change("another key", player -> player.court("key", "prepare").succeeds()));
  }

  private static Arguments change(String name, Step step) {
    return Arguments.of(name, step);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void a_change_ends_it(String name, Step step) throws IOException {
    begins();
    assertThat(period.holds()).as("before " + name).isTrue();
    step.by(evening.player);
    assertThat(period.holds()).as("after " + name).isFalse();
  }

  @Test
  void a_key_that_is_gone_ends_it() {
    begins();
    delete("key");
    assertThat(period.holds()).isFalse();
  }

  @Test
  void a_change_before_the_run_was_over_counts_as_unread() {
    IdlePeriod.Beginning run = period.end();
    delete("key");
    period.begin(run, WITHIN);
    assertThat(period.holds()).isFalse();
  }

  @Test
  void a_run_that_began_later_decides() {
    IdlePeriod.Beginning first = period.end();
    IdlePeriod.Beginning second = period.end();
    period.begin(first, WITHIN);
    assertThat(period.holds()).isFalse();
    period.begin(second, WITHIN);
    assertThat(period.holds()).isTrue();
  }

  @Test
  void a_booking_that_is_unknown_keeps_each_run_busy() {
    HomeDatabase.execute(home, "UPDATE bookings SET status = 'unknown'");
    begins();
    assertThat(period.holds()).isFalse();
  }

  /** Each minute has some accounts of its own, so that all are looked at once a day. */
  @Test
  void many_accounts_keep_each_run_busy() {
    for (int i = 0; i < 12; i++) {
      HomeDatabase.execute(home, "INSERT INTO accounts (name) VALUES ('person " + i + "')");
    }
    begins();
    assertThat(period.holds()).isFalse();
  }

  private void delete(String name) {
    try {
      Files.delete(home.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
