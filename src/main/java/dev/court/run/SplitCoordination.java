package dev.court.run;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Outcome;
import dev.court.log.Log;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The courts that parts of one occurrence got. The next part asks for the same court first, so that
 * nobody has to change courts in between.
 */
final class SplitCoordination {
  private final Map<PartKey, CompletableFuture<Optional<String>>> ended = new ConcurrentHashMap<>();
  private final Set<PartKey> elsewhere = ConcurrentHashMap.newKeySet();
  private final List<Booking> together;
  private final Duration patience;
  private final Log log;

  /**
   * The siblings among these.
   *
   * @param together the bookings of one run, in the order in which they are tried
   * @param patience how long a part that is late already waits for the part before it, by real time
   */
  SplitCoordination(List<Booking> together, Duration patience, Log log) {
    this.together = List.copyOf(together);
    this.patience = patience;
    this.log = log;
    together.forEach(booking -> ended.put(PartKey.of(booking), new CompletableFuture<>()));
  }

  private record PartKey(long scheduleId, Instant start) {
    static PartKey of(Booking booking) {
      return new PartKey(booking.scheduleId(), booking.start());
    }
  }

  /** The court of the nearest part that is booked. */
  static Optional<String> courtOfNearest(Booking booking, List<Booking> siblings) {
    return siblings.stream()
        .filter(one -> one.status() == BookingStatus.SUCCESS)
        .filter(one -> one.result().bookedCourtId() != null)
        .min(Comparator.comparing(one -> Duration.between(one.start(), booking.start()).abs()))
        .map(one -> one.result().bookedCourtId());
  }

  /** Keeps how a booking of this run ended; no sibling waits for it any more. */
  void ended(Booking booking, Optional<Outcome> outcome) {
    ended
        .get(PartKey.of(booking))
        .complete(
            outcome
                .filter(Outcome.Won.class::isInstance)
                .map(won -> ((Outcome.Won) won).courtId()));
  }

  /**
   * The court that the part before {@code booking} got in this run; empty while that is not known.
   *
   * @param isLate whether the booking's own opening is over, and a moment more costs little
   */
  Optional<String> courtBefore(Booking booking, boolean isLate) throws InterruptedException {
    Optional<Booking> before =
        together.stream()
            .takeWhile(one -> one.id() != booking.id())
            .filter(one -> one.scheduleId() == booking.scheduleId())
            .filter(one -> one.partOf().equals(booking.partOf()))
            .filter(one -> one.start().isBefore(booking.start()))
            .max(Comparator.comparing(Booking::start));
    return before.isEmpty() ? Optional.empty() : court(ended.get(PartKey.of(before.get())), isLate);
  }

  /** Keeps that an answer told of something else than the booking asked for. */
  void gotSomethingElse(Booking booking) {
    elsewhere.add(PartKey.of(booking));
  }

  /** Whether what a sibling got instead may be the time of this booking. */
  boolean mayBeHeldBySibling(Booking booking) {
    return together.stream()
        .filter(one -> one.id() != booking.id() && one.scheduleId() == booking.scheduleId())
        .filter(one -> one.partOf().equals(booking.partOf()))
        .anyMatch(one -> elsewhere.contains(PartKey.of(one)));
  }

  private Optional<String> court(CompletableFuture<Optional<String>> ended, boolean isLate)
      throws InterruptedException {
    try {
      return ended.get(isLate ? patience.toMillis() : 0, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      log.debug(() -> "the court of the part before is not known yet");
      return Optional.empty();
    }
  }
}
