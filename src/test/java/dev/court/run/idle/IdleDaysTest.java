package dev.court.run.idle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player;
import dev.court.WithEvening;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Cron comes each minute, and starts no run while the note holds; a person adds and changes in
 * between. Whatever was asked for at least a minute before its opening is held at the opening.
 */
class IdleDaysTest extends WithEvening {
  private static final ZoneId VENUE = ZoneId.of("America/New_York");
  private static final Duration WINDOW = Duration.ofDays(7);
  private static final Duration SLOT = Duration.ofMinutes(30);

  /** A session ends after ten hours, whatever is done. */
  private static final int SESSION_MINUTES = 360;

  private final Map<Long, Instant> askedAt = new HashMap<>();
  private Player player;
  private Instant lastOpening;
  private int runs;

  @BeforeEach
  void a_launcher() throws Exception {
    player = evening.player;
    player.with("COURT_LAUNCHER", Files.createFile(home.resolve("launcher")).toString());
    player.clock.set(Instant.parse("2026-11-25T12:00:00Z"));
    player.signIn();
    lastOpening = player.clock.instant();
  }

  @Test
  void each_opening_of_some_hours_is_met() {
    play(new Random(1), 240);
    // Two openings an hour take three or four runs each.
    assertThat(runs).isBetween(20, 140);
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(longs = {2, 3})
  void each_opening_of_half_a_day_is_met(long seed) {
    play(new Random(seed), 720);
  }

  private void play(Random random, int minutes) {
    Instant tick = player.clock.instant().truncatedTo(ChronoUnit.MINUTES).plusSeconds(7);
    for (int minute = 0; minute < minutes; minute++) {
      tick = tick.plus(Duration.ofMinutes(1));
      if (minute % SESSION_MINUTES == SESSION_MINUTES - 1) {
        player.signIn();
      }
      if (random.nextInt(20) == 0) {
        changeBefore(tick, random);
      }
      if (player.clock.instant().isBefore(tick)) {
        player.clock.set(tick);
      }
      if (new IdleNote(home).heldUntil(player.clock.instant()).isEmpty()) {
        runs++;
        evening.runDue();
      }
    }
    allAreHeld();
  }

  private void changeBefore(Instant tick, Random random) {
    Instant now = tick.minusSeconds(random.nextInt(60));
    if (player.clock.instant().isAfter(now)) {
      return;
    }
    player.clock.set(now);
    switch (random.nextInt(4)) {
      case 0 -> player.court("list");
      case 1 -> later(random);
      default -> add(random);
    }
  }

  /** Asks for a slot that opens soon, each once. */
  private void add(Random random) {
    Instant next =
        Instant.ofEpochSecond((player.clock.instant().getEpochSecond() / 1800 + 1) * 1800);
    Instant opening = next.isAfter(lastOpening) ? next : lastOpening.plus(SLOT);
    if (opening.isAfter(next.plus(SLOT.multipliedBy(3)))) {
      return;
    }
    lastOpening = opening;
    String start = LocalDateTime.ofInstant(opening.plus(WINDOW), VENUE).toString();
    player.court("add", "--at", start, "--court", random.nextBoolean() ? "1" : "2,1").succeeds();
    askedAt.put((long) (askedAt.size() + 1), player.clock.instant());
  }

  /** A booking that waits is paused and taken up again, or asks for another court. */
  private void later(Random random) {
    if (askedAt.isEmpty()) {
      return;
    }
    String last = String.valueOf(askedAt.size());
    if (random.nextBoolean()) {
      player.court("pause", last);
      player.court("resume", last);
    } else {
      player.court("edit", last, "--court", "2");
    }
  }

  private void allAreHeld() {
    List<Map<String, Object>> opened =
        evening.bookings().stream()
            .filter(one -> opening(one).isBefore(player.clock.instant()))
            .toList();
    assertThat(opened).isNotEmpty();
    for (Map<String, Object> one : opened) {
      assertThat(one).as("%s", one).containsEntry("status", "success");
      Instant asked = askedAt.get(((Number) one.get("schedule_id")).longValue());
      if (asked.isBefore(opening(one).minusSeconds(60))) {
        assertThat(((Number) one.get("late_ms")).intValue()).as("%s", one).isLessThan(100);
      }
    }
  }

  private static Instant opening(Map<String, Object> booking) {
    return OffsetDateTime.parse((String) booking.get("trigger_time")).toInstant();
  }
}
