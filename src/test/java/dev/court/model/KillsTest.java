package dev.court.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Something ends a run that waits for its opening, at one step after the other, and another run
 * begins at once. {@code -Dcourt.every=1} leaves out no step.
 */
@Tag("long")
class KillsTest {
  private static final int EVERY = Integer.getInteger("court.every", 50);
  private static final Wish WISH = Wish.ALL.get(0);
  private static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final Duration LONG_LAG = Duration.ofSeconds(200);

  @TempDir Path folder;
  private Homes homes;
  private final List<String> complaints = new ArrayList<>();

  @BeforeEach
  void home() {
    homes = new Homes(folder);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FREEZE")
  void the_next_run_books_within_a_second(Death.Cause cause) throws Exception {
    atEachStep(cause, () -> World.of(WISH, Weather.calm()));
  }

  /** Nobody can know it before the listing shows it, but it is never booked twice. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FREEZE")
  void a_booking_whose_answer_was_lost_is_found_when_the_listing_shows_it(Death.Cause cause)
      throws Exception {
    atEachStep(cause, () -> World.of(WISH, Weather.only(LONG_LAG, Fate.LOST_DONE)));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FREEZE")
  void a_request_that_got_lost_is_sent_again(Death.Cause cause) throws Exception {
    atEachStep(cause, () -> World.of(WISH, Weather.only(LONG_LAG, Fate.LOST_UNDONE, Fate.LATE)));
  }

  /** After a power cut it may be that nobody can know. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FREEZE")
  void what_was_asked_of_the_second_court_is_known_to_the_next_run(Death.Cause cause)
      throws Exception {
    Slot first = WISH.slots().get(0);
    atEachStep(
        cause,
        () -> World.of(WISH, Weather.only(LONG_LAG, Fate.ANSWERED, Fate.LOST_DONE)).without(first));
  }

  private void atEachStep(Death.Cause cause, Supplier<World> world)
      throws IOException, InterruptedException {
    int steps = play(Death.NEVER, world.get());
    for (int step = 1; step <= steps; step += EVERY) {
      play(new Death(step, cause, Duration.ZERO), world.get());
    }
    assertThat(steps).isGreaterThan(50);
    assertThat(complaints.size()).as(String.join("\n\n", complaints)).isZero();
  }

  /** Returns how many steps the first run made. */
  private int play(Death death, World world) throws IOException, InterruptedException {
    Path home = homes.of(world);
    try (ModelEvening evening = new ModelEvening(world, home)) {
      evening.sleepUntil(Evening.OPENING.minusSeconds(60));
      ModelProcess first = evening.begin(death);
      awaitDeath(evening, first);
      Instant again = evening.now();
      revive(evening, first.steps());
      settle(evening);
      check(evening, death, again);
      return first.steps();
    } finally {
      Homes.delete(home);
    }
  }

  private static void awaitDeath(ModelEvening evening, ModelProcess first)
      throws InterruptedException {
    while (!first.isGone()) {
      evening.sleepUntil(evening.now().plusMillis(100));
    }
  }

  private static void revive(ModelEvening evening, int steps) throws IOException {
    evening.awaitTheDead();
    if (evening.isDark()) {
      evening.comeUp(new PowerCut(new Random(steps)));
    }
    evening.begin(Death.NEVER);
  }

  /** Cron comes each minute, until the listing has shown everything. */
  private static void settle(ModelEvening evening) throws InterruptedException {
    Instant end = Evening.OPENING.plus(evening.world.weather().lag).plusSeconds(60);
    evening.sleepUntil(Evening.OPENING.plusSeconds(60));
    while (evening.now().isBefore(end)) {
      evening.begin(Death.NEVER);
      evening.sleepUntil(evening.now().plusSeconds(60));
    }
  }

  /**
   * At once after the opening, or after a run has begun again, it must be booked at the building.
   */
  private void check(ModelEvening evening, Death death, Instant again) {
    List<String> found = new ArrayList<>(Complaints.about(evening));
    Instant last = (again.isAfter(Evening.OPENING) ? again : Evening.OPENING).plus(AT_ONCE);
    evening.ledger.ours().stream()
        .filter(one -> one.since().isAfter(last))
        .forEach(one -> found.add("too late: " + one));
    if (!found.isEmpty()) {
      complaints.add("%s\n%s\n%s".formatted(death, evening.story, String.join("\n", found)));
    }
  }
}
