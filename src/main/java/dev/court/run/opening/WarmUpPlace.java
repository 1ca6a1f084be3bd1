package dev.court.run.opening;

import java.time.Duration;

/**
 * The place of a booking among those of its run that make their connections ready. A handshake
 * costs a slow machine some 20 ms, and a server with many listings to make would have no time left
 * for them either.
 *
 * @param early how much sooner it begins than it would alone
 * @param asksForListing whether it also uses its connection; a few that do so find out for all
 *     whether the token is accepted
 * @param ready how long before the opening it arms its court
 * @param sooner by how much sooner that is than with a database nearby
 * @param looks how it looks after its connection in between
 */
public record WarmUpPlace(
    Duration early, boolean asksForListing, Duration ready, Duration sooner, Looks looks) {
  /** So long before the opening a booking that is alone arms its court. */
  static final Duration ALONE = Duration.ofSeconds(1);

  private static final Duration APART = Duration.ofMillis(100);

  /** All begin within so long, however many they are. */
  private static final Duration ALL = Duration.ofSeconds(12);

  private static final int MOST_LISTINGS = 10;

  /**
   * So many arm their courts together, in one transaction at best. Each forces its shot file to the
   * disk then, which a disk does some hundred times a second.
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
  public static WarmUpPlace of(int index, int bookings, Duration sooner) {
    Duration share = ALL.dividedBy(bookings);
    Duration apart = share.compareTo(APART) < 0 ? share : APART;
    return new WarmUpPlace(
        apart.multipliedBy(index),
        index < MOST_LISTINGS,
        ready(index, bookings).plus(sooner),
        sooner,
        Looks.of(index, bookings));
  }

  private static Duration ready(int index, int bookings) {
    int groups = Math.min(MOST_GROUPS, 1 + (bookings - 1) / GROUP);
    return ALONE.plus(BETWEEN_GROUPS.multipliedBy(index * groups / bookings));
  }
}
