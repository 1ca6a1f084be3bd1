package dev.court.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * The faults of an evening, drawn at random. Some kinds of fault come on some evenings only, so
 * that each kind also meets few others. After the storm nothing goes wrong any more.
 */
final class Weather {
  private static final int[] PERCENT = {0, 5, 20, 40, 70, 95};
  private static final int[] STORM_SECONDS = {1, 3, 10, 40, 100, 300, 600};
  private static final int[] LAG_SECONDS = {0, 1, 5, 12, 30, 95, 200, 300};
  private static final List<Fate> ALL = List.of(Fate.values());
  private static final Set<Fate> CANCELLING =
      EnumSet.of(
          Fate.LOST_DONE,
          Fate.LOST_UNDONE,
          Fate.SLOW,
          Fate.CHALLENGE,
          Fate.THROTTLED,
          Fate.ERROR_UNDONE);
  private static final int LONGEST_SCRIPT = 4;

  private final Random random;
  private final Set<Fate> kinds = EnumSet.noneOf(Fate.class);
  private final List<Spell> spells = new ArrayList<>();
  private final Deque<Fate> script = new ArrayDeque<>();
  private final List<Fate> written;
  private final int percent;
  private final int blindPercent;
  final Instant begin;
  final Instant end;
  final Duration lag;
  private final boolean isFlickering;

  /** Some time in which every request ends the same way. */
  private record Spell(Instant from, Instant to, Fate fate) {
    boolean covers(Instant at) {
      return !at.isBefore(from) && at.isBefore(to);
    }
  }

  private Weather(Random random, List<Fate> first, Duration lag) {
    this.random = random;
    this.percent = 0;
    this.blindPercent = 0;
    this.begin = Instant.EPOCH;
    this.end = Instant.MAX;
    this.lag = lag;
    this.isFlickering = false;
    this.written = List.copyOf(first);
    this.script.addAll(first);
  }

  /** Nothing goes wrong. */
  static Weather calm() {
    return only(Duration.ZERO);
  }

  /** The first requests for a court end so, and the listing lags; nothing else goes wrong. */
  static Weather only(Duration lag, Fate... first) {
    return new Weather(new Random(0), List.of(first), lag);
  }

  Weather(Random random, Instant opening) {
    this.random = random;
    boolean isScripted = random.nextInt(3) > 0;
    this.percent = isScripted ? 0 : pick(PERCENT);
    this.blindPercent = random.nextInt(3) == 0 ? pick(PERCENT) : 0;
    this.begin = opening.minusSeconds(pick(new int[] {0, 0, 2, 15, 130}));
    this.end = opening.plusSeconds(pick(STORM_SECONDS));
    this.lag = Duration.ofSeconds(pick(LAG_SECONDS));
    this.isFlickering = random.nextInt(3) == 0;
    for (Fate fate : Fate.values()) {
      if (fate != Fate.ANSWERED && random.nextInt(3) == 0) {
        kinds.add(fate);
      }
    }
    int length = isScripted ? 1 + random.nextInt(LONGEST_SCRIPT) : 0;
    for (int i = 0; i < length; i++) {
      script.add(ALL.get(random.nextInt(ALL.size())));
    }
    this.written = List.copyOf(script);
    int count = Math.max(0, random.nextInt(4) - 1);
    for (int i = 0; i < count; i++) {
      spells.add(spell(opening));
    }
  }

  private Spell spell(Instant opening) {
    Instant from = opening.plusMillis(random.nextInt(20_000) - 10_000);
    Instant to = from.plusMillis(random.nextInt(20_000));
    Fate[] steady = {Fate.CHALLENGE, Fate.ERROR_UNDONE, Fate.LOST_UNDONE, Fate.UNAUTHORISED};
    return new Spell(from, to.isAfter(end) ? end : to, steady[random.nextInt(steady.length)]);
  }

  /** What becomes of a request for a court. */
  synchronized Fate ofBooking(Instant at) {
    if (!script.isEmpty() && at.isBefore(end)) {
      return script.remove();
    }
    return spells.stream()
        .filter(spell -> spell.covers(at))
        .map(Spell::fate)
        .findFirst()
        .orElseGet(() -> isStormy(at, percent) ? oneOf(kinds) : Fate.ANSWERED);
  }

  /** What becomes of another request: there is nothing to be done by it. */
  synchronized Fate ofReading(Instant at) {
    return isStormy(at, blindPercent)
        ? oneOf(EnumSet.complementOf(EnumSet.of(Fate.ANSWERED)))
        : Fate.ANSWERED;
  }

  /** What becomes of a wish to give back; what is lost is to be told from a listing alone. */
  synchronized Fate ofCancelling(Instant at) {
    return isFlickering || !isStormy(at, blindPercent) ? Fate.ANSWERED : oneOf(CANCELLING);
  }

  private boolean isStormy(Instant at, int percentOfRequests) {
    return !at.isBefore(begin) && at.isBefore(end) && random.nextInt(100) < percentOfRequests;
  }

  private Fate oneOf(Set<Fate> fates) {
    return fates.stream()
        .skip(random.nextInt(Math.max(1, fates.size())))
        .findFirst()
        .orElse(Fate.ANSWERED);
  }

  /** How long a slow answer or a late request takes. */
  synchronized Duration delay() {
    return Duration.ofMillis(random.nextInt(random.nextBoolean() ? 900 : 9_000));
  }

  /** How far the listing is behind now: it may come from one of several copies. */
  synchronized Duration lagNow() {
    return isFlickering ? lag.multipliedBy(random.nextInt(101)).dividedBy(100) : lag;
  }

  /** Whether an answer may come late. */
  boolean mayStall() {
    return written.contains(Fate.SLOW) || kinds.contains(Fate.SLOW);
  }

  boolean isClear() {
    return blindPercent == 0;
  }

  synchronized int number(int bound) {
    return random.nextInt(bound);
  }

  private int pick(int[] of) {
    return of[random.nextInt(of.length)];
  }

  @Override
  public String toString() {
    return "the first requests end as %s, %s%% as of %s, %s%% of readings are bad, from %s to %s; the listing lags %s%s; %s"
        .formatted(
            written,
            percent,
            kinds,
            blindPercent,
            begin,
            end,
            lag,
            isFlickering ? " or less" : "",
            spells);
  }
}
