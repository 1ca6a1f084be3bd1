package dev.court.model;

import dev.court.Evening;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was not as it must be on an evening. The program's word is compared with the ledger's; no
 * rule of the program is asked.
 */
final class Complaints {
  private static final int MOST_REQUESTS = 12;

  /** The program knows the server's clock no better than that. */
  private static final Duration DOUBT = Duration.ofMillis(30);

  private static final Duration LATE = Duration.ofMillis(60);

  private final ModelEvening evening;
  private final List<String> found = new ArrayList<>();

  private Complaints(ModelEvening evening) {
    this.evening = evening;
  }

  /** All of them; empty when all is well. */
  static List<String> about(ModelEvening evening) {
    Complaints complaints = new Complaints(evening);
    complaints.aboutRequests();
    complaints.aboutStatuses();
    return complaints.found;
  }

  private void aboutRequests() {
    evening.ledger.twice().forEach(two -> found.add("two at once: " + two));
    evening.falseWords.forEach(word -> found.add("said without a reservation: " + word));
    evening.building.shots().stream()
        .filter(this::isEarly)
        .forEach(shot -> found.add("before the opening: " + shot));
    Map<ForBookings, Long> perRun =
        evening.building.shots().stream()
            .collect(
                Collectors.groupingBy(
                    shot ->
                        new ForBookings(
                            shot.by().number, evening.world.wish().wanting(shot.slot())),
                    Collectors.counting()));
    perRun.forEach(
        (run, count) -> {
          if (count > (long) MOST_REQUESTS * run.bookings().size()) {
            found.add("%s requests of one run: %s".formatted(count, run));
          }
        });
  }

  /** Requests of a run for one of these bookings: which one is not to be seen from outside. */
  private record ForBookings(int run, List<Wish.Wanted> bookings) {}

  /** A server that is behind may be asked too early, where its clock was not told. */
  private boolean isEarly(Shot shot) {
    Instant ours = evening.world.lead().isNegative() ? shot.at() : shot.ofServer();
    return ours.isBefore(shot.slot().opening().minus(DOUBT));
  }

  private void aboutStatuses() {
    Map<List<String>, StatedBooking> stated =
        evening.bookings().stream()
            .collect(
                Collectors.toMap(StatedBooking::courts, Function.identity(), StatedBooking::or));
    for (Wish.Wanted wanted : evening.world.wish().bookings()) {
      StatedBooking says = stated.get(wanted.courts());
      about(wanted, says, stated.values());
      if (hasItsOwnCourts(wanted)) {
        aboutAttempts(wanted, says);
      }
      aboutPunctuality(wanted);
    }
  }

  private boolean hasItsOwnCourts(Wish.Wanted wanted) {
    return wanted.slots().stream().allMatch(slot -> evening.world.wish().wanting(slot).size() == 1);
  }

  private void about(Wish.Wanted wanted, StatedBooking says, Collection<StatedBooking> all) {
    List<StatedBooking> others = new ArrayList<>(all);
    others.remove(says);
    List<String> ofOthers =
        others.stream()
            .filter(other -> other.status().equals("success"))
            .map(StatedBooking::bookedCourt)
            .toList();
    List<Ledger.Holding> held =
        evening.ledger.ours(wanted).stream()
            .filter(one -> !ofOthers.contains(one.slot().court()))
            .toList();
    boolean isTrue =
        switch (says.status()) {
          case "success" ->
              held.size() == 1
                  && isOf(says, held.get(0))
                  && areLost(betterThan(held.get(0), wanted));
          case "failed" -> held.isEmpty() && mayFail(wanted, ofOthers);
          case "unknown" -> held.isEmpty() && mayBeUnknown(wanted, says);
          case "pending" -> held.isEmpty() && (mayWatch(wanted) || mayWait(wanted, all));
          default -> false;
        };
    if (!isTrue) {
      found.add("%s is not true of %s: held are %s".formatted(says, wanted, held));
    }
  }

  /** Each request is in the history once; a run that died may have noted one that did not leave. */
  private void aboutAttempts(Wish.Wanted wanted, StatedBooking says) {
    long sent = shots(wanted).count();
    boolean isTrue = says.attempts() >= sent && says.attempts() <= sent + evening.deaths();
    if (!isTrue && !evening.lostPower()) {
      found.add("%s requests arrived for %s".formatted(sent, says));
    }
  }

  /** Where nothing stood in the way, the first request arrives as the court opens. */
  private void aboutPunctuality(Wish.Wanted wanted) {
    if (evening.deaths() > 0
        || !evening.world.weather().isClear()
        || !hasItsOwnCourts(wanted)
        || isHeldUp()) {
      return;
    }
    Instant first = shots(wanted).map(Shot::ofServer).findFirst().orElse(Instant.MAX);
    if (first.isAfter(Evening.OPENING.plus(LATE))) {
      found.add("late for %s: %s".formatted(wanted, first));
    }
  }

  /** The model's clock may go on between two requests of one instant while the first one stalls. */
  private boolean isHeldUp() {
    return evening.world.wish().bookings().size() > 1 && evening.world.weather().mayStall();
  }

  private Stream<Shot> shots(Wish.Wanted wanted) {
    return evening.building.shots().stream().filter(shot -> wanted.slots().contains(shot.slot()));
  }

  private boolean mayWatch(Wish.Wanted wanted) {
    return evening.world.wish().isWatch()
        && wanted.slots().stream().allMatch(evening.ledger::isTakenByOthers);
  }

  private static List<Slot> betterThan(Ledger.Holding held, Wish.Wanted wanted) {
    return wanted.slots().stream()
        .filter(slot -> slot.start().isBefore(held.slot().start()))
        .toList();
  }

  /** Each of them was somebody's, or was refused for good, at some time. */
  private boolean areLost(List<Slot> slots) {
    return slots.stream().allMatch(slot -> evening.ledger.wasEverTaken(slot) || refusals(slot) > 1);
  }

  private static boolean isOf(StatedBooking says, Ledger.Holding held) {
    return held.slot().court().equals(says.bookedCourt())
        && held.slot().start().equals(says.start())
        && (says.reservation() == null || says.reservation().equals(Long.toString(held.id())));
  }

  /** Until it is known whether another booking of ours has its court. */
  private boolean mayWait(Wish.Wanted wanted, Collection<StatedBooking> all) {
    return !hasItsOwnCourts(wanted)
        && all.stream().anyMatch(other -> other.status().equals("unknown"));
  }

  /** Only where every court was somebody's, or was refused for good, at some time. */
  private boolean mayFail(Wish.Wanted wanted, List<String> ofOthers) {
    return wanted.slots().stream()
            .allMatch(
                slot ->
                    ofOthers.contains(slot.court())
                        || evening.ledger.wasEverTaken(slot)
                        || refusals(slot) > 1)
        && (!evening.world.wish().isWatch()
            || wanted.slots().stream().anyMatch(slot -> refusals(slot) > 0));
  }

  /**
   * Only where the facts are hidden: a request for a court had no answer, and somebody else had
   * that court, so that it could not be told from one that we hold and the listing does not show.
   * The same holds for one that a run noted, and died before it left.
   */
  private boolean mayBeUnknown(Wish.Wanted wanted, StatedBooking says) {
    boolean isNotedOnly = evening.deaths() > 0 && says.attempts() > shots(wanted).count();
    return wanted.slots().stream()
        .anyMatch(slot -> mayBeOthers(wanted, slot) && (isNotedOnly || isDoubtful(slot)));
  }

  /** Of another account, or of another booking of ours for the same court. */
  private boolean mayBeOthers(Wish.Wanted wanted, Slot slot) {
    return evening.ledger.wasEverTaken(slot) || !hasItsOwnCourts(wanted);
  }

  private boolean isDoubtful(Slot slot) {
    return evening.lostPower()
        || evening.building.shots().stream()
            .anyMatch(shot -> shot.slot().equals(slot) && shot.leavesDoubt());
  }

  private long refusals(Slot slot) {
    return evening.building.shots().stream()
        .filter(shot -> shot.slot().equals(slot) && shot.fate() == Fate.NOT_FOUND)
        .count();
  }
}
