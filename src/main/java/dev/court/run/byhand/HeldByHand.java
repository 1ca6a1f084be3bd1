package dev.court.run.byhand;

import dev.court.atrium.reservations.HeldReservation;
import dev.court.atrium.reservations.Listing;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Problem;
import dev.court.log.Log;
import dev.court.store.DueBooking;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What listings that were read before requests show of the bookings of one account. What they do
 * not show, and whatever trouble there is, changes nothing: the court is asked for. Safe for use by
 * many threads.
 */
public final class HeldByHand {
  /** What has been open for so long is not lost by a look at what is held. */
  private static final Duration LONG_OPEN = Duration.ofMinutes(1);

  private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);

  private static final Duration LEAST = Duration.ofMillis(20);

  private final HeldEnding ending;
  private final Unasked unasked;
  private final Function<Duration, Listing> listing;
  private final Log log;
  private final AtomicReference<SeenListing> seen = new AtomicReference<>(SeenListing.NOTHING);

  /** What each booking was held against: the same once more would say the same. */
  private final Map<Long, List<HeldReservation>> tried = new ConcurrentHashMap<>();

  private final Object firstLook = new Object();
  private boolean hasLooked;

  /**
   * Nothing was seen yet.
   *
   * @param listing reads what Atrium holds for the account, within a time
   */
  public HeldByHand(
      HeldEnding ending, Unasked unasked, Function<Duration, Listing> listing, Log log) {
    this.ending = ending;
    this.unasked = unasked;
    this.listing = listing;
    this.log = log;
  }

  /** Keeps what a listing showed that was answered now, in place of the one before. */
  public void saw(List<HeldReservation> listed) {
    List<HeldReservation> own = listed.stream().filter(ending::mayBeThePersons).toList();
    seen.set(new SeenListing(own, unasked.now(), ending.now()));
  }

  /**
   * Ends a booking that has been open for long, where a listing that is read now shows that it is
   * held; several bookings share one listing.
   */
  public Optional<HeldEnd> tryEndLate(DueBooking due, Instant now) throws InterruptedException {
    boolean isLate =
        !due.at().isAfter(now) && due.what().booking().opening().plus(LONG_OPEN).isBefore(now);
    if (!isLate || !isUnsent(due) || ending.isFar()) {
      return Optional.empty();
    }
    synchronized (firstLook) {
      if (!hasLooked) {
        hasLooked = true;
        look();
      }
    }
    return tryEnd(due, () -> LEAST);
  }

  private void look() {
    try {
      Listing read = listing.apply(LONGEST_LOOK);
      if (read instanceof Listing.Complete complete) {
        saw(complete.reservations());
      } else if (read instanceof Listing.NotReadable part) {
        saw(part.seen());
      }
    } catch (Problem e) {
      log.warn("what is held by hand could not be read", e);
    }
  }

  /**
   * Ends a booking where the listing that was seen last shows that it is held.
   *
   * @param left how long the caller can wait from now on
   * @return empty when it is to be asked for; nothing is written then, or will be
   */
  public Optional<HeldEnd> tryEnd(DueBooking due, Supplier<Duration> left)
      throws InterruptedException {
    SeenListing listed = seen.get();
    return left.get().compareTo(LEAST) < 0
            || !isUnsent(due)
            || !mayBeHeld(due, listed)
            || ending.isFar()
            || listed
                .reservations()
                .equals(tried.put(due.what().booking().id(), listed.reservations()))
        ? Optional.empty()
        : new BoundedEnd(log).await(mayEnd -> ending.tryEnd(due, listed, mayEnd), left);
  }

  /** As this run found it; what a dead run has claimed counts as asked for. */
  private static boolean isUnsent(DueBooking due) {
    Booking booking = due.what().booking();
    return booking.status() == BookingStatus.PENDING && booking.result().isNeverAsked();
  }

  private boolean mayBeHeld(DueBooking due, SeenListing listed) {
    Booking booking = due.what().booking();
    return listed.unasked().contains(booking.id())
        && listed.isFresh(ending.now())
        && (due.what().isOfSeveral()
            ? listed.coversAnyTime(due.what(), ending.venue())
            : listed.find(booking, due.courts(), ending.venue(), shown -> true).isPresent());
  }
}
