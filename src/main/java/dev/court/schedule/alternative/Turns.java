package dev.court.schedule.alternative;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.ScheduledBooking;
import dev.court.store.DueBooking;
import dev.court.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says which of the bookings that are due have their turn: one of an occurrence. */
public final class Turns {
  /** So long before an opening a run has ended what it asks for, and prepares. */
  public static final Duration TO_PREPARE = Duration.ofSeconds(25);

  /** One request, mostly, where another time of the occurrence is about to open. */
  public static final Duration TO_ASK = Duration.ofSeconds(5);

  private final Store store;
  private final Instant now;
  private final Instant busyUntil;
  private Map<Long, List<Booking>> near;

  /**
   * The turns at an instant.
   *
   * @param busyUntil so long what is asked for now may keep its run
   */
  public Turns(Store store, Instant now, Instant busyUntil) {
    this.store = store;
    this.now = now;
    this.busyUntil = busyUntil;
  }

  private record OccurrenceKey(long schedule, LocalDate day) {}

  /**
   * Those that may be claimed together, in their order.
   *
   * @param due of one account, the same at each call
   * @param hopeless the ids of those that have no court to ask for: another time of their
   *     occurrence may have its turn
   */
  public List<DueBooking> among(List<DueBooking> due, Set<Long> hopeless) {
    near = near == null ? near(due) : near;
    Map<OccurrenceKey, Long> first = new HashMap<>();
    due.stream()
        .filter(one -> !hopeless.contains(one.what().booking().id()))
        .filter(one -> one.what().isOfSeveral() && hasTurn(one.what()))
        .sorted(byTurn())
        .map(DueBooking::what)
        .forEach(one -> first.putIfAbsent(key(one), one.booking().id()));
    return due.stream()
        .filter(
            one ->
                one.what().isOfSeveral()
                    ? first.containsValue(one.what().booking().id())
                    : isAlone(one.what()))
        .map(one -> one.what().isOfSeveral() ? one.until(nextOpening(one.what())) : one)
        .toList();
  }

  private Comparator<DueBooking> byTurn() {
    return Comparator.<DueBooking, Boolean>comparing(
            one -> one.what().booking().status() != BookingStatus.UNKNOWN)
        .thenComparing(one -> one.what().booking().result().watched())
        .thenComparing(this::isAfterNextOpening)
        .thenComparing(one -> one.what().booking().start());
  }

  /**
   * Whether it was asked for in vain, and is to be asked for again so late that its run would not
   * be ready when another time of its occurrence opens.
   */
  private boolean isAfterNextOpening(DueBooking one) {
    Instant asked = one.at().isAfter(now) ? one.at() : now;
    return one.what().booking().result().lastError() != null
        && nextOpening(one.what()).filter(asked.plus(TO_ASK).plus(TO_PREPARE)::isAfter).isPresent();
  }

  private Optional<Instant> nextOpening(ScheduledBooking what) {
    return occurrence(what).nextOpening(what.booking(), now);
  }

  /** A schedule may have named other times before: one of them may be booked. */
  private boolean isAlone(ScheduledBooking what) {
    return !what.schedule().asked().isOneTime()
        || occurrence(what).heldBeside(what.booking()).isEmpty();
  }

  /** A court that was taken is not asked for again just when another time is about to open. */
  private boolean hasTurn(ScheduledBooking what) {
    OccurrenceBookings all = occurrence(what);
    return all.mayBeAsked(what.booking(), now)
        && !(what.booking().result().watched() && all.opensBetween(now, busyUntil));
  }

  private OccurrenceBookings occurrence(ScheduledBooking what) {
    return OccurrenceBookings.among(near.get(what.booking().scheduleId()), what);
  }

  /** By schedule, what may belong to the occurrences of these: read at once, since all claim. */
  private Map<Long, List<Booking>> near(List<DueBooking> due) {
    if (due.isEmpty()) {
      return Map.of();
    }
    List<Instant> starts = due.stream().map(one -> one.what().booking().start()).sorted().toList();
    return store
        .bookings()
        .between(
            due.get(0).what().schedule().accountId(),
            starts.get(0).minus(ScheduleRequest.DAY),
            starts.get(starts.size() - 1).plus(ScheduleRequest.DAY))
        .stream()
        .map(ScheduledBooking::booking)
        .collect(Collectors.groupingBy(Booking::scheduleId));
  }

  private static OccurrenceKey key(ScheduledBooking what) {
    Booking booking = what.booking();
    return new OccurrenceKey(booking.scheduleId(), booking.wallClock().toLocalDate());
  }
}
