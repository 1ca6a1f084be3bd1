package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.Player.Ran;
import dev.court.Seeds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A person changes an occurrence of several times while these open, in ways drawn at random, and
 * Atrium has its troubles. {@code -Dcourt.seed=N} plays one evening again, {@code
 * -Dcourt.evenings=N} plays more, and {@code -Dcourt.first=N} others.
 */
@Tag("model")
class ChangedOccurrenceTest {
  private static final int USUAL = 4;
  private static final List<String> TIMES = List.of("17:00", "17:30", "18:00");
  private static final List<String> FAULTS =
      List.of("429=1:90s", "429=99:3s", "drop-answer=1", "drop-request=1", "5xx=2", "5xx-after=1");
  private static final List<String> CHANGES =
      List.of(
          "edit 1 --or ",
          "edit 1 --or 17:30",
          "edit 1 --or 18:00",
          "edit 1 --or 17:30,18:00",
          "edit 1 --court 1,2",
          "skip 1 2026-12-02",
          "skip 1 2026-12-02 --undo",
          "away 2026-12-02",
          "away remove 1",
          "pause 1",
          "resume 1",
          "remove 1 --yes");

  @TempDir Path home;
  private final List<String> story = new ArrayList<>();
  private boolean isPaused;
  private boolean isAway;

  @ParameterizedTest
  @MethodSource("seeds")
  void one_reservation_at_most_and_no_loss_without_a_word(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    try (Evening evening = Evening.at(home)) {
      play(evening, random);
      String what = "seed " + seed + "\n" + String.join("\n", story);
      assertThat(evening.held()).as(what).hasSizeLessThanOrEqualTo(1);
      if (evening.held().isEmpty() && has(evening, "failed") && !isStillWaiting(evening)) {
        assertThat(story).as(what).anyMatch(ChangedOccurrenceTest::tellsLoss);
      }
    }
  }

  private static LongStream seeds() {
    return Seeds.of("court.evenings", USUAL);
  }

  private void play(Evening evening, Random random) {
    String courts = random.nextBoolean() ? "1" : "1,2";
    String watch = random.nextInt(4) == 0 ? " --keep-trying 1d" : "";
    court(
        evening,
        "add --on we --time 17:00 --from 2026-12-02 --or 17:30,18:00 --court " + courts + watch);
    for (int i = 0; i < TIMES.size(); i++) {
      othersTake(evening, TIMES.get(i), courts, random);
      asleepUntil(evening, Evening.OPENING.plus(Duration.ofMinutes(30L * i)).minusSeconds(50));
      change(evening, random, 8);
      if (random.nextInt(3) == 0) {
        evening.but(told(FAULTS.get(random.nextInt(FAULTS.size()))));
      }
      court(evening, "run-due");
      change(evening, random, 2);
      evening.player.sandbox.faults().clear();
      evening.player.clock.advance(Duration.ofMinutes(1));
      court(evening, "run-due");
      change(evening, random, 4);
    }
    asleepUntil(evening, Evening.OPENING.plus(Duration.ofHours(3)));
    court(evening, "run-due");
    evening.player.clock.advance(Duration.ofMinutes(1));
    court(evening, "run-due");
  }

  private void othersTake(Evening evening, String time, String courts, Random random) {
    for (String court : courts.split(",", -1)) {
      if (random.nextInt(4) > 0) {
        evening.player.sandbox.hold(
            court, LocalDateTime.parse("2026-12-02T" + time), Duration.ofMinutes(30));
        told("others take court " + court + " at " + time);
      }
    }
  }

  private void change(Evening evening, Random random, int oneOf) {
    if (random.nextInt(oneOf) == 0) {
      String line = CHANGES.get(random.nextInt(CHANGES.size()));
      boolean isDone = court(evening, line).code() == 0;
      if (isDone && line.matches("pause 1|resume 1")) {
        isPaused = line.startsWith("pause");
      }
      if (isDone && line.startsWith("away")) {
        isAway = !line.startsWith("away remove");
      }
    }
  }

  private static void asleepUntil(Evening evening, Instant instant) {
    Duration span = Duration.between(evening.player.clock.instant(), instant);
    evening.asleepFor(span.isNegative() ? Duration.ZERO : span);
  }

  private Ran court(Evening evening, String line) {
    told("$ court " + line);
    Ran ran = evening.player.court(line.split(" ", -1));
    Stream.of(ran.out(), ran.err()).flatMap(String::lines).forEach(story::add);
    return ran;
  }

  private String told(String what) {
    story.add(what);
    return what;
  }

  private static boolean tellsLoss(String line) {
    return line.matches("(lost|missed) +Wed 2 Dec .*") || line.contains("was lost before: ");
  }

  private boolean isStillWaiting(Evening evening) {
    return has(evening, "unknown") || (has(evening, "pending") && !isPaused && !isAway);
  }

  private static boolean has(Evening evening, String status) {
    return evening.bookings().stream()
        .filter(row -> row.get("desired_time").toString().startsWith("2026-12-02"))
        .anyMatch(row -> row.get("status").equals(status));
  }
}
