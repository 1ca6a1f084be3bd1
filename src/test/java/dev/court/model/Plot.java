package dev.court.model;

import dev.court.Evening;
import dev.court.model.World.Rival;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** What happens on an evening, drawn from its seed: cron's ticks, runs by hand, and deaths. */
final class Plot {
  private static final int[] LEADS_MS = {0, 0, 0, 300, 2_000, 5_000, -300, -2_000, -20_000};
  private static final int[] TOKEN_SECONDS = {1800, 1800, 400, 150};
  private static final int[] FREEZE_SECONDS = {3, 20, 70, 150, 400};
  private static final Death.Cause[] CAUSES = Death.Cause.values();
  private static final Duration TICK = Duration.ofMinutes(1);
  private static final Instant RESTLESS = Evening.OPENING.plusSeconds(180);
  private static final Instant LAST_DEATH = Evening.OPENING.plusSeconds(300);
  private static final Instant LAST = Evening.OPENING.plusSeconds(1500);

  final World world;
  private final long seed;
  private final Random random;
  private final int killPercent;
  private final int extraPercent;

  /** The same evening for other wishes. */
  Plot wishing(Wish wish) {
    return new Plot(this, wish);
  }

  private Plot(Plot other, Wish wish) {
    this.seed = other.seed;
    this.random = other.random;
    this.killPercent = other.killPercent;
    this.extraPercent = other.extraPercent;
    this.world = other.world.wishing(wish);
  }

  Plot(long seed) {
    this.seed = seed;
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    this.killPercent = random.nextInt(2) * random.nextInt(60);
    this.extraPercent = random.nextInt(2) * random.nextInt(60);
    Wish wish = Wish.ALL.get(random.nextInt(Wish.ALL.size()));
    Weather weather = new Weather(new Random(random.nextLong()), Evening.OPENING);
    Duration lead = Duration.ofMillis(LEADS_MS[random.nextInt(LEADS_MS.length)]);
    List<Rival> rivals =
        wish.slots().stream().filter(slot -> random.nextInt(3) == 0).map(this::rival).toList();
    Duration tokenLife = Duration.ofSeconds(TOKEN_SECONDS[random.nextInt(TOKEN_SECONDS.length)]);
    this.world = new World(wish, weather, lead, tokenLife, rivals);
  }

  private Rival rival(Slot slot) {
    Instant takes =
        switch (random.nextInt(3)) {
          case 0 -> slot.opening().minusSeconds(600);
          case 1 -> slot.opening().plusMillis(random.nextInt(1_000));
          default -> slot.opening().plusMillis(random.nextInt(60_000));
        };
    Instant back = slot.opening().plusMillis(random.nextInt(120_000));
    return new Rival(slot, takes, random.nextBoolean() ? back : null);
  }

  /** Plays it from two minutes before the opening on, until everything is settled or calm. */
  void play(ModelEvening evening) throws InterruptedException, IOException {
    play(evening, () -> {});
  }

  /**
   * The same.
   *
   * @param person what happens beside each tick, while the machine has its power
   */
  void play(ModelEvening evening, Runnable person) throws InterruptedException, IOException {
    Instant tick = ModelEvening.FIRST;
    while (!tick.isAfter(LAST) && !isSettled(evening)) {
      evening.sleepUntil(tick);
      if (evening.isDark()) {
        tick = tick.plus(TICK.multipliedBy(random.nextInt(4)));
        evening.sleepUntil(tick);
        evening.comeUp(new PowerCut(random));
      }
      person.run();
      tick(evening);
      tick = next(tick);
    }
    evening.sleepUntil(evening.now().plus(TICK.multipliedBy(5)));
  }

  private void tick(ModelEvening evening) throws InterruptedException {
    evening.begin(death(evening.now()));
    if (random.nextInt(100) < extraPercent) {
      evening.sleepUntil(
          evening.now().plusMillis((long) random.nextInt(4) * random.nextInt(19_000)));
      if (!evening.isDark()) {
        evening.begin(death(evening.now()));
      }
    }
  }

  private Death death(Instant now) {
    return now.isBefore(LAST_DEATH) && random.nextInt(100) < killPercent
        ? someDeath()
        : Death.NEVER;
  }

  private Death someDeath() {
    return new Death(
        1 + random.nextInt(random.nextBoolean() ? 20 : 110),
        CAUSES[random.nextInt(CAUSES.length)],
        Duration.ofSeconds(FREEZE_SECONDS[random.nextInt(FREEZE_SECONDS.length)]));
  }

  /** Cron comes each minute; later on, what comes in between is left out to save time. */
  private Instant next(Instant tick) {
    return tick.plus(TICK.multipliedBy(tick.isBefore(RESTLESS) ? 1 : 1 + random.nextInt(4)));
  }

  /** Nothing will change any more, as far as the program says. */
  private static boolean isSettled(ModelEvening evening) {
    return evening.now().isAfter(Evening.OPENING)
        && !evening.isUnderWay()
        && evening.bookings().stream().allMatch(StatedBooking::isFinal);
  }

  @Override
  public String toString() {
    return "seed %s: %s; %s%% of runs are killed".formatted(seed, world, killPercent);
  }
}
