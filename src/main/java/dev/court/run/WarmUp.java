package dev.court.run;

import dev.court.atrium.http.ClockSample;
import dev.court.atrium.reservations.ReservationConnection;
import java.time.Duration;
import java.time.Instant;

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

  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

  private static final int UNAUTHORISED = 401;

  private final ReservationConnection connection;
  private final PreparedRequests requests;
  private final OpeningTokens tokens;
  private final ServerTime time;

  WarmUp(
      ReservationConnection connection,
      PreparedRequests requests,
      OpeningTokens tokens,
      ServerTime time) {
    this.connection = connection;
    this.requests = requests;
    this.tokens = tokens;
    this.time = time;
  }

  /**
   * The place of a booking among those of its run that make their connections ready. A handshake
   * costs a slow machine some 20 ms, and a server with many listings to make would have no time
   * left for them either.
   *
   * @param early how much sooner it begins than it would alone
   * @param asksForListing whether it also uses its connection; a few that do so find out for all
   *     whether the token is accepted
   * @param ready how long before the opening it looks at its connection once more, and arms its
   *     court after that
   */
  record Place(Duration early, boolean asksForListing, Duration ready) {
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
     */
    static Place of(int index, int bookings) {
      Duration share = ALL.dividedBy(bookings);
      Duration apart = share.compareTo(APART) < 0 ? share : APART;
      return new Place(apart.multipliedBy(index), index < MOST_LISTINGS, ready(index, bookings));
    }

    private static Duration ready(int index, int bookings) {
      int groups = Math.min(MOST_GROUPS, 1 + (bookings - 1) / GROUP);
      return SECOND.plus(BETWEEN_GROUPS.multipliedBy(index * groups / bookings));
    }
  }

  /**
   * Returns half a second before the opening, by the server's clock, or sooner; later only when
   * there is no connection yet, since nothing could be sent without one.
   */
  void before(Instant opening, Place place) throws InterruptedException {
    time.sleepUntil(opening, FIRST.plus(place.early()));
    boolean isQuick =
        connect(opening, SECOND) && place.asksForListing() && isQuick(opening, SECOND);
    // Where there is no connection yet, there is time to try for one until the last look.
    time.sleepUntil(opening, connect(opening) ? place.ready() : SECOND);
    if (isQuick) {
      isQuick(opening, END);
    }
    boolean unused = connect(opening);
    requests.useToken(tokens.current());
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
    ClockSample sample = connection.sample(requests.token(), within);
    if (sample.httpStatus() != null && sample.httpStatus() == UNAUTHORISED) {
      tokens.tryReplace(requests.token(), () -> time.left(opening, END));
      requests.useToken(tokens.current());
    }
    Duration took = Duration.between(sample.sentAt(), sample.receivedAt());
    return sample.httpStatus() != null && took.compareTo(QUICK) < 0;
  }
}
