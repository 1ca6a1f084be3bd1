package dev.court.run.opening;

import dev.court.atrium.http.ClockSample;
import dev.court.atrium.reservations.ListingSample;
import dev.court.atrium.reservations.ReservationConnection;
import dev.court.run.byhand.HeldByHand;
import dev.court.run.byhand.HeldEnd;
import dev.court.store.DueBooking;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes the connection of one booking ready for its opening. Each step has its time, and what is
 * not done by then is given up: nothing that is only nice to have may stand before the request.
 */
public final class WarmUp {
  /** A connection idle for longer may be closed by the server; a new one costs two round trips. */
  private static final Duration FIRST = Duration.ofSeconds(3);

  /** From here on no answer is waited for. */
  private static final Duration END = Duration.ofMillis(500);

  /** A server that takes longer for a listing might hold the connection until the end. */
  private static final Duration QUICK = Duration.ofMillis(250);

  /** An answer that comes later might meet the opening. */
  private static final Duration LAST_ANSWER = Duration.ofMillis(150);

  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

  private static final Duration LONGEST_USE = Duration.ofMillis(500);

  private static final int UNAUTHORISED = 401;

  private final ReservationConnection connection;
  private final PreparedRequests requests;
  private final OpeningTokens tokens;
  private final ServerTime time;
  private final HeldByHand held;

  /**
   * Nothing is done yet.
   *
   * @param held is told what each listing shows
   */
  public WarmUp(
      ReservationConnection connection,
      PreparedRequests requests,
      OpeningTokens tokens,
      ServerTime time,
      HeldByHand held) {
    this.connection = connection;
    this.requests = requests;
    this.tokens = tokens;
    this.time = time;
    this.held = held;
  }

  /**
   * Returns half a second before the opening, by the server's clock, or sooner; later only when
   * there is no connection yet, since nothing could be sent without one.
   *
   * @return how the booking has ended, where a listing shows that the person holds it already
   */
  public Optional<HeldEnd> before(DueBooking due, WarmUpPlace place) throws InterruptedException {
    Instant opening = due.at();
    time.sleepUntil(opening, FIRST.plus(place.early()));
    Duration ready = place.ready();
    boolean isQuick =
        connect(opening, WarmUpPlace.ALONE) && place.asksForListing() && isQuick(opening, ready);
    Optional<HeldEnd> ended = held.tryEnd(due, () -> time.left(opening, ready));
    if (ended.isPresent()) {
      return ended;
    }
    // Where there is no connection yet, there is time to try for one until the last look.
    time.sleepUntil(opening, isKept(opening, place.looks(), ready) ? ready : WarmUpPlace.ALONE);
    Duration end = END.plus(place.sooner());
    if (isQuick) {
      isQuick(opening, end);
    }
    ended = held.tryEnd(due, () -> time.left(opening, end));
    if (ended.isEmpty()) {
      boolean unused = connect(opening);
      requests.useToken(tokens.current());
    }
    return ended;
  }

  /** Looks after the connection until shortly before the opening, when all else is ready. */
  public void keep(Instant opening, WarmUpPlace place) throws InterruptedException {
    boolean unused = isKept(opening, place.looks(), place.looks().last());
  }

  /** Looks after the connection until then; returns, at once, whether there is one. */
  private boolean isKept(Instant opening, Looks looks, Duration until) throws InterruptedException {
    boolean isOpen = connect(opening);
    Duration left = time.left(opening, looks.last());
    Duration before = looks.first(left);
    while (isOpen && !left.isNegative() && before.compareTo(until) >= 0) {
      time.sleepUntil(opening, before);
      Duration next = before.minus(looks.between());
      isOpen = look(opening, next.compareTo(looks.last()) < 0 ? before : looks.between());
      before = next;
    }
    return isOpen;
  }

  /** Opens another connection where there is none any more, or keeps it open for so long. */
  private boolean look(Instant opening, Duration ahead) {
    if (!connect(opening)) {
      return false;
    }
    Duration left = time.left(opening, LAST_ANSWER);
    connection.keep(ahead, left.compareTo(LONGEST_USE) < 0 ? left : LONGEST_USE);
    return connect(opening);
  }

  private boolean connect(Instant opening) {
    return !time.left(opening, Duration.ZERO).isNegative() && connection.connect(LONGEST_CONNECT);
  }

  /** An attempt that has not worked by {@code end} gives way to a new one. */
  private boolean connect(Instant opening, Duration end) {
    Duration left = time.left(opening, end);
    Duration within = left.compareTo(LONGEST_CONNECT) > 0 ? LONGEST_CONNECT : left;
    return !left.isNegative() && connection.connect(within);
  }

  /** Asks for a listing, and returns whether the server was quick to answer. */
  private boolean isQuick(Instant opening, Duration end) throws InterruptedException {
    Duration within = time.left(opening, end);
    if (within.compareTo(QUICK) < 0) {
      return false;
    }
    ClockSample sample = listing(within);
    if (sample.httpStatus() != null && sample.httpStatus() == UNAUTHORISED) {
      tokens.tryReplace(requests.token(), () -> time.left(opening, END));
      requests.useToken(tokens.current());
    }
    Duration took = Duration.between(sample.sentAt(), sample.receivedAt());
    return sample.httpStatus() != null && took.compareTo(QUICK) < 0;
  }

  private ClockSample listing(Duration within) {
    ListingSample sample = connection.sample(requests.token(), within);
    sample.seen().ifPresent(held::saw);
    return sample.clock();
  }
}
