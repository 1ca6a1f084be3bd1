package dev.court.booking;

import java.time.Duration;

/**
 * How long a booking that nothing was booked for waits for another run. The next runs come at once,
 * since the court goes to whoever asks first when the trouble passes; what lasts is asked for more
 * seldom, so that neither the building nor the realm is asked each minute for a week.
 */
public final class RunBackoff {
  /** For what the next run may try again: cron calls each minute, and no run is to be left out. */
  public static final Duration NEXT_RUN = Duration.ofSeconds(30);

  /** Whatever the server says, a booking is asked for again after this. */
  public static final Duration LONGEST = Duration.ofHours(1);

  /** Five runs of twelve requests: about ten minutes of trouble at the building. */
  private static final int MANY = 60;

  /** A token that is not accepted costs two requests a run, and rarely passes by itself. */
  private static final int MANY_UNAUTHORISED = 12;

  private static final Duration SOME = Duration.ofMinutes(5);
  private static final Duration LONG = Duration.ofMinutes(30);

  private RunBackoff() {}

  /**
   * The pause after trouble of the server or of the way to it.
   *
   * @param attempts the requests of the runs before
   * @param asked for how long the server asks to be left alone, or the next run may wait
   */
  public static Duration afterTrouble(int attempts, Duration asked) {
    Duration grown = grown(attempts, MANY);
    Duration pause = asked.compareTo(grown) > 0 ? asked : grown;
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }

  /**
   * The pause after a new token was not accepted either. A sign-in ends it.
   *
   * @param attempts the requests of the runs before
   */
  public static Duration afterRefusedToken(int attempts) {
    return grown(attempts, MANY_UNAUTHORISED);
  }

  /**
   * The pause before the same court is asked for again of which nobody knows whether it is ours.
   * What has told nothing so often hardly tells more by the next request.
   *
   * @param attempts the requests of the runs before
   */
  public static Duration afterDoubt(int attempts) {
    Duration pause = attempts < 4 * MANY ? grown(attempts, MANY) : LONGEST;
    return pause.compareTo(NEXT_RUN) > 0 ? pause : NEXT_RUN;
  }

  private static Duration grown(int attempts, int many) {
    if (attempts < many) {
      return Duration.ZERO;
    }
    return attempts < 2 * many ? SOME : LONG;
  }
}
