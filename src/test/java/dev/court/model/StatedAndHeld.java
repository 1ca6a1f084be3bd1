package dev.court.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the program says that it has, beside what the building holds for the account. */
final class StatedAndHeld {
  private static final List<String> IN_DOUBT = List.of("unknown", "in_flight");

  private final ModelEvening evening;

  StatedAndHeld(ModelEvening evening) {
    this.evening = evening;
  }

  /** Each reservation is to be known, and to be that of one booking. */
  List<String> complaints() {
    List<String> found = new ArrayList<>();
    List<StatedBooking> all = evening.bookings();
    Set<Slot> given = new HashSet<>();
    all.stream().filter(StatedBooking::isSuccess).forEach(one -> about(one, given, found));
    evening.ledger.twice().forEach(two -> found.add("two at once: " + two));
    ours()
        .filter(got -> all.stream().noneMatch(one -> isFor(one, got)))
        .forEach(got -> found.add("nobody knows of " + got));
    return found;
  }

  /** What the program booked. */
  Stream<Ledger.Holding> ours() {
    return evening.ledger.ours().stream().filter(one -> !evening.ledger.byHand().contains(one));
  }

  private void about(StatedBooking one, Set<Slot> given, List<String> found) {
    if (!isHeld(one)) {
      found.add("nothing is held for " + one);
    }
    if (!given.add(one.slot())) {
      found.add("two bookings have what is held for " + one);
    }
  }

  private boolean isHeld(StatedBooking one) {
    Ledger.Holding held = evening.ledger.holding(one.slot());
    return held != null
        && held.isOurs()
        && (one.reservation() == null || one.reservation().equals(Long.toString(held.id())));
  }

  private static boolean isFor(StatedBooking one, Ledger.Holding got) {
    return one.start().equals(got.slot().start())
        && (one.isSuccess() ? one.slot().equals(got.slot()) : IN_DOUBT.contains(one.status()));
  }
}
