package dev.court.run;

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
final class WarmUp {
  /** A connection idle for longer may be closed by the server; a new one costs two round trips. */
  private static final Duration FIRST = Duration.ofSeconds(3);

  private static final Duration SECOND = Duration.ofSeconds(1);

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
  WarmUp(
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
   * The place of a booking among those of its run that make their connections ready. A handshake
   * costs a slow machine some 20 ms, and a server with many listings to make would have no time
   * left for them either.
   *
   * @param early how much sooner it begins than it would alone
   * @param asksForListing whether it also uses its connection; a few that do so find out for all
   *     whether the token is accepted
   * @param ready how long before the opening it arms its court
   * @param sooner by how much sooner that is than with a database nearby
   * @param looks how it looks after its connection in between
   */
  record Place(
      Duration early, boolean asksForListing, Duration ready, Duration sooner, Looks looks) {
    private static final Duration APART = Duration.ofMillis(100);

    /** All begin within so long, however many they are. */
    private static final Duration ALL = Duration.ofSeconds(12);

    private static final int MOST_LISTINGS = 10;

    /**
     * So many arm their courts together, in one transaction at best. Each forces its shot file to
     * the disk then, which a disk does some hundred times a second.
     */
    private static final int GROUP = 25;

    private static final int MOST_GROUPS = 8;
    private static final Duration BETWEEN_GROUPS = Duration.ofMillis(250);

    /**
     * The place of one booking.
     *
     * @param index from 0
     * @param sooner by how much sooner than usual it arms its court
     */
    static Place of(int index, int bookings, Duration sooner) {
      Duration share = ALL.dividedBy(bookings);
      Duration apart = share.compareTo(APART) < 0 ? share : APART;
      return new Place(
          apart.multipliedBy(index),
          index < MOST_LISTINGS,
          ready(index, bookings).plus(sooner),
          sooner,
          Looks.of(index, bookings));
    }

    private static Duration ready(int index, int bookings) {
      int groups = Math.min(MOST_GROUPS, 1 + (bookings - 1) / GROUP);
      return SECOND.plus(BETWEEN_GROUPS.multipliedBy(index * groups / bookings));
    }
  }

  /**
   * When a connection is looked at: a server may end it at any time, and a new one is best opened
   * at once. Each booking does so at moments of its own, so that their handshakes do not meet.
   *
   * @param last how long before the opening it is for the last time
   */
  record Looks(Duration between, Duration last) {
    private static final Duration BETWEEN = Duration.ofMillis(250);
    private static final Duration RARELY = Duration.ofSeconds(1);

    /** So many may look that often. */
    private static final int OFTEN = 200;

    /** Later than that a new connection would hardly be ready, and nothing may delay a request. */
    private static final Duration LAST = Duration.ofMillis(400);

    private static final int PHASES = 16;

    static Looks of(int index, int bookings) {
      Duration share = BETWEEN.multipliedBy(bookings).dividedBy(OFTEN);
      Duration between = share.compareTo(BETWEEN) < 0 ? BETWEEN : share;
      Duration phase = BETWEEN.multipliedBy(index % PHASES).dividedBy(PHASES);
      return new Looks(between.compareTo(RARELY) < 0 ? between : RARELY, LAST.plus(phase));
    }

    /** The first of them, before the opening, when there is so much time left until the last. */
    private Duration first(Duration untilLast) {
      return last.plus(between.multipliedBy(untilLast.dividedBy(between)));
    }
  }

  /**
   * Returns half a second before the opening, by the server's clock, or sooner; later only when
   * there is no connection yet, since nothing could be sent without one.
   *
   * @return how the booking has ended, where a listing shows that the person holds it already
   */
  Optional<HeldEnd> before(DueBooking due, Place place) throws InterruptedException {
    Instant opening = due.at();
    time.sleepUntil(opening, FIRST.plus(place.early()));
    Duration ready = place.ready();
    boolean isQuick = connect(opening, SECOND) && place.asksForListing() && isQuick(opening, ready);
    Optional<HeldEnd> ended = held.tryEnd(due, () -> time.left(opening, ready));
    if (ended.isPresent()) {
      return ended;
    }
    // Where there is no connection yet, there is time to try for one until the last look.
    time.sleepUntil(opening, isKept(opening, place.looks(), ready) ? ready : SECOND);
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
  void keep(Instant opening, Place place) throws InterruptedException {
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
