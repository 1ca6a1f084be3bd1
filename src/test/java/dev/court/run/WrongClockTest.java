package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player;
import dev.court.sandbox.Reservation;
import dev.court.sandbox.realm.TokenLifetimes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Days in which the clock of this machine is wrong at some ticks: an hour, a day or a year ahead or
 * behind. The building's clock is right. A wrong tick costs nothing for good: at the next right one
 * nothing whose start is ahead has ended, and each opening is met. {@code -Dcourt.clocks=1000}
 * plays more weeks, {@code -Dcourt.seed=N} one again.
 */
@Tag("any-database")
@Tag("long-on-server")
@Tag("long")
class WrongClockTest {
  private static final int USUAL = 1;

  /** The openings that fall into these days, and the court of each. */
  private static final Map<Instant, String> OPENINGS =
      Map.of(
          Instant.parse("2026-11-24T15:00:00Z"), "2026-12-01T10:00 Court 1",
          Instant.parse("2026-11-25T22:00:00Z"), "2026-12-02T17:00 Court 1",
          Instant.parse("2026-11-26T12:00:00Z"), "2026-12-03T07:00 Court 2");

  private static final List<Duration> ERRORS =
      List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(365));

  private static final Set<Object> OVER = Set.of("missed", "failed", "cancelled", "skipped");

  private static final TokenLifetimes LIVES =
      new TokenLifetimes(Duration.ofHours(12), Duration.ofHours(12), Duration.ofDays(30));

  @TempDir Path home;

  static LongStream seeds() {
    Long one = Long.getLong("court.seed");
    return one != null
        ? LongStream.of(one)
        : LongStream.range(0, Long.getLong("court.clocks", USUAL));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_clock_that_is_wrong_at_times_costs_nothing_for_good(long seed) {
    try (Player player = new Player(home, Player.NOW, LIVES)) {
      player.signIn();
      wishes(player);
      new Days(player, new Random(seed), seed).goesBy();
    }
  }

  private static void wishes(Player player) {
    // Somebody holds it for ever, and it is asked for again all the time.
    player.sandbox.hold("2", LocalDateTime.parse("2026-11-29T12:00"), Duration.ofMinutes(30));
    type(player, "add --at 2026-11-29T12:00 --court 2 --keep-trying 7d");
    type(player, "add --on we,fr --time 17:00 --court 1,2 --from 2026-12-01");
    type(player, "add --at 2026-12-01T10:00");
    type(player, "add --at 2026-12-03T07:00 --court 2");
    type(player, "skip 2 2026-12-09");
    type(player, "add --on mo --time 08:00 --from 2026-11-30");
    type(player, "pause 5");
  }

  /** Each day has ticks at random times, at some of which the clock is wrong. */
  private static final class Days {
    private final Player player;
    private final Random random;
    private final String what;
    private Instant now = Player.NOW;

    Days(Player player, Random random, long seed) {
      this.player = player;
      this.random = random;
      this.what = "seed " + seed;
    }

    void goesBy() {
      Instant end = Instant.parse("2026-11-26T18:00:00Z");
      while (now.isBefore(end)) {
        Instant then = now.plus(Duration.ofMinutes(60 + random.nextInt(360)));
        OPENINGS.keySet().stream()
            .filter(opening -> opening.isAfter(now) && !opening.minusSeconds(120).isAfter(then))
            .sorted()
            .forEach(this::opens);
        now = then;
        if (random.nextInt(10) < 4) {
          tickWith(error());
        }
        tickWith(Duration.ZERO);
        nothingIsOver();
      }
      isFilled();
    }

    /** The clock is right from a minute before the opening on. */
    private void opens(Instant opening) {
      if (random.nextBoolean()) {
        now = opening.minusSeconds(120);
        tickWith(error());
      }
      now = opening.minusSeconds(50);
      tickWith(Duration.ZERO);
      assertThat(held()).as(what).contains(OPENINGS.get(opening));
      assertThat(
              player.sandbox.reservations().stream()
                  .filter(one -> name(one).equals(OPENINGS.get(opening)))
                  .map(Reservation::madeAt))
          .as(what)
          .containsExactly(opening);
    }

    private Duration error() {
      Duration error = ERRORS.get(random.nextInt(ERRORS.size()));
      return random.nextBoolean() ? error : error.negated();
    }

    private void tickWith(Duration error) {
      player.sandbox.faults().clear();
      player.clock.set(now.plus(error));
      if (!error.isZero()) {
        player.sandbox.faults().add("clock=%ss".formatted(-error.toSeconds()));
      }
      assertThat(player.court("run-due").code()).as(what).isNotIn(1, 2, 4, 7);
      if (error.isZero()) {
        now = player.clock.instant();
      }
    }

    private void nothingIsOver() {
      List<Map<String, Object>> bookings =
          player.court("list", "--bookings", "--all", "-o", "json").rows();
      for (Map<String, Object> booking : bookings) {
        boolean isAhead = start(booking).isAfter(now);
        boolean isSkipped = booking.get("desired_time").toString().startsWith("2026-12-09");
        if (isAhead && !isSkipped) {
          assertThat(booking.get("status")).as("%s, %s: %s", what, now, booking).isNotIn(OVER);
        }
        if (isAhead && isSkipped) {
          assertThat(booking.get("status")).as("%s, %s", what, now).isEqualTo("skipped");
        }
      }
    }

    /** The series goes on for the weeks to come. */
    private void isFilled() {
      List<String> pending =
          player
              .court("list", "--bookings", "--all", "--status", "pending", "-o", "json")
              .rows()
              .stream()
              .map(row -> row.get("desired_time").toString().substring(0, 10))
              .toList();
      assertThat(pending).as(what).contains("2026-12-11", "2026-12-16", "2026-12-18", "2026-12-23");
    }

    private List<String> held() {
      return player.sandbox.reservations().stream().map(WrongClockTest::name).toList();
    }
  }

  private static String name(Reservation one) {
    return one.start().toLocalDateTime() + " " + one.court().name();
  }

  private static Instant start(Map<String, Object> booking) {
    return OffsetDateTime.parse(booking.get("desired_time").toString()).toInstant();
  }

  private static void type(Player player, String line) {
    player.court(line.split(" ", -1)).succeeds();
  }
}
