package dev.court.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What is held, and by whom: the only truth of an evening. What is planned happens when somebody
 * looks after its instant.
 */
final class Ledger {
  private final Wish wish;
  private final Consumer<String> story;
  private final Map<Slot, Holding> held = new HashMap<>();
  private final Set<Slot> everTaken = new HashSet<>();
  private final List<Holding> byHand = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final PriorityQueue<Planned> planned =
      new PriorityQueue<>(Comparator.comparing(Planned::at));
  private final List<String> twice = new ArrayList<>();
  private long lastId = 1000;

  /** Nothing is held yet. */
  Ledger(Wish wish, Consumer<String> story) {
    this.wish = wish;
    this.story = story;
  }

  /** What a request for a slot comes to. */
  enum Verdict {
    BOOKED,
    TAKEN,
    TOO_EARLY
  }

  /**
   * A reservation.
   *
   * @param isOurs whether the account under test has it
   * @param since by our clock
   */
  record Holding(long id, Slot slot, boolean isOurs, Instant since) {}

  /** One that is longer than any reservation. */
  record Block(Holding what, Duration span) {}

  private record Planned(Instant at, Runnable happens) {}

  /** Something that happens later. */
  synchronized void plan(Instant at, Runnable happens) {
    planned.add(new Planned(at, happens));
  }

  synchronized boolean isPlanned() {
    return !planned.isEmpty();
  }

  /** Lets happen what was planned up to now. */
  synchronized void catchUp(Instant now) {
    while (!planned.isEmpty() && !planned.peek().at().isAfter(now)) {
      planned.poll().happens().run();
    }
  }

  /**
   * Books for us what can be booked.
   *
   * @param server the time at the server
   */
  synchronized Verdict book(Slot slot, Instant now, Instant server) {
    if (server.isBefore(slot.opening())) {
      return Verdict.TOO_EARLY;
    }
    if (held.containsKey(slot)) {
      return Verdict.TAKEN;
    }
    List<Slot> ours =
        Stream.concat(
                Stream.of(slot),
                ours().stream().filter(one -> !byHand.contains(one)).map(Holding::slot))
            .filter(wish::isWanted)
            .toList();
    if (!wish.isEnoughFor(ours)) {
      twice.add("all of " + ours);
    }
    held.put(slot, new Holding(++lastId, slot, true, now));
    return Verdict.BOOKED;
  }

  /** The person takes it in the portal, whether or not it is open, if nobody has it. */
  synchronized void takenByHand(Slot slot, Instant now) {
    Holding holding = new Holding(++lastId, slot, true, now);
    if (held.putIfAbsent(slot, holding) == null) {
      byHand.add(holding);
      story.accept("the person takes " + slot);
    }
  }

  /** The account under test gives one back; returns whether it had it. */
  synchronized boolean cancelled(long id) {
    boolean isCancelled = held.values().removeIf(one -> one.id() == id && one.isOurs());
    if (isCancelled) {
      story.accept("reservation " + id + " is cancelled");
    }
    return isCancelled;
  }

  /**
   * The building keeps a court for itself, and shows that in the listing of each account.
   *
   * @param span from then on
   */
  synchronized void blocked(Instant start, long amenity, Duration span, List<Slot> slots) {
    Holding block = new Holding(++lastId, new Slot(start, amenity), false, Instant.EPOCH);
    blocks.add(new Block(block, span));
    slots.stream()
        .filter(slot -> slot.amenity() == amenity)
        .filter(slot -> !slot.start().isBefore(start) && slot.start().isBefore(start.plus(span)))
        .forEach(slot -> takenByOthers(slot, Instant.EPOCH));
  }

  /** What the building keeps for itself. */
  synchronized List<Block> blocks() {
    return List.copyOf(blocks);
  }

  /** What the person made by hand. */
  synchronized List<Holding> byHand() {
    return List.copyOf(byHand);
  }

  /** Somebody else takes it if nobody has it. */
  synchronized void takenByOthers(Slot slot, Instant now) {
    if (held.putIfAbsent(slot, new Holding(++lastId, slot, false, now)) == null) {
      everTaken.add(slot);
      story.accept("others take " + slot);
    }
  }

  /** Somebody else gives it back if they have it. */
  synchronized void givenBack(Slot slot) {
    if (held.containsKey(slot) && !held.get(slot).isOurs()) {
      held.remove(slot);
      story.accept("others give back " + slot);
    }
  }

  /** What we hold for a booking: never more than one, or the test has failed. */
  synchronized List<Holding> ours(Wish.Wanted wanted) {
    return ours().stream().filter(one -> wanted.slots().contains(one.slot())).toList();
  }

  synchronized List<Holding> ours() {
    return held.values().stream().filter(Holding::isOurs).toList();
  }

  synchronized Holding holding(Slot slot) {
    return held.get(slot);
  }

  synchronized boolean isTakenByOthers(Slot slot) {
    return held.containsKey(slot) && !held.get(slot).isOurs();
  }

  synchronized boolean wasEverTaken(Slot slot) {
    return everTaken.contains(slot);
  }

  /** Where two were held at once. */
  synchronized List<String> twice() {
    return List.copyOf(twice);
  }
}
