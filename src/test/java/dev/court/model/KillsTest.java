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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Something ends a run that waits for its opening, at one step after the other, and another run
 * begins at once. {@code -Dcourt.every=1} leaves out no step.
 */
class KillsTest {
  private static final int EVERY = Integer.getInteger("court.every", 5);
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

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
    int steps = play(Death.NEVER);
    for (int step = 1; step <= steps; step += EVERY) {
      play(new Death(step, cause, Duration.ZERO));
    }
    assertThat(steps).isGreaterThan(50);
    assertThat(complaints.size()).as(String.join("\n\n", complaints)).isZero();
  }

  /** Returns how many steps the first run made. */
  private int play(Death death) throws IOException, InterruptedException {
    World world = World.calm(Wish.ALL.get(0));
    Path home = homes.of(world);
    try (ModelEvening evening = new ModelEvening(world, home)) {
      evening.sleepUntil(Evening.OPENING.minusSeconds(60));
      ModelProcess first = evening.begin(death);
      awaitDeath(evening, first);
      Instant again = evening.now();
      revive(evening);
      evening.sleepUntil(Evening.OPENING.plusSeconds(60));
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

  private static void revive(ModelEvening evening) throws IOException {
    evening.awaitTheDead();
    if (evening.isDark()) {
      evening.comeUp(new PowerCut(new Random(evening.processes().size())));
    }
    evening.begin(Death.NEVER);
  }

  private void check(ModelEvening evening, Death death, Instant again) {
    List<String> found = new ArrayList<>(Complaints.about(evening));
    Instant due = again.isAfter(Evening.OPENING) ? again : Evening.OPENING;
    evening.ledger.ours().stream()
        .filter(one -> one.since().isAfter(due.plus(AT_ONCE)))
        .forEach(one -> found.add("too late: " + one));
    if (!found.isEmpty()) {
      complaints.add("%s\n%s\n%s".formatted(death, evening.story, String.join("\n", found)));
    }
  }
}
