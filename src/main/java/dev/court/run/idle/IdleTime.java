package dev.court.run.idle;

import dev.court.session.RefreshPolicy;
import dev.court.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Says until when a run has nothing to do, by what the database holds. */
public final class IdleTime {
  /** What has no time of its own can wait so long: series to be filled, a backup, a warning. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private IdleTime() {}

  /**
   * The instant before which no run has anything to do for any account.
   *
   * @param within how long before its opening a run takes a booking
   * @return empty when something is to be done by each run: a claim, an outcome that is unknown, a
   *     sign-in that failed, or some of many accounts
   */
  public static Optional<Instant> until(Store store, Instant now, Duration within) {
    if (store.busyAccounts().few().isEmpty() || store.nextWork().isAnyUnderWay(now)) {
      return Optional.empty();
    }
    Stream<Instant> tries = store.nextWork().earliestTry().map(at -> at.minus(within)).stream();
    Stream<Instant> others =
        Stream.concat(
            store.nextWork().earliestStart().stream(), store.nextWork().earliestMessage().stream());
    Stream<Instant> refreshes = store.tokens().live().stream().map(RefreshPolicy::due);
    return Stream.of(tries, others, refreshes, Stream.of(now.plus(LONGEST)))
        .flatMap(one -> one)
        .min(Instant::compareTo);
  }
}
