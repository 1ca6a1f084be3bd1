package dev.court.workspace;

import dev.court.booking.Schedule;
import dev.court.booking.UnknownId;
import dev.court.booking.Venue;
import dev.court.log.Log;
import dev.court.store.Database;
import dev.court.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * What every use case works on.
 *
 * @param account the name of the account that is acted for
 * @param log what the use case writes down of its work
 */
public record Workspace(
    Database database, Venue venue, InstantSource clock, String account, Log log) {

  /** Whose bookings they are where nobody says. */
  public static final String ONLY_ACCOUNT = "default";

  /** Now, in whole milliseconds as the database keeps them. */
  public Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }

  /** Changes what is stored; it is on disk when this returns. */
  public void durably(Consumer<Store> change) {
    database.transactDurably(
        store -> {
          change.accept(store);
          return null;
        });
  }

  /** The id of the account, which is added when the database does not have it. */
  public long accountId(Store store) {
    return store.accounts().findOrAdd(account);
  }

  /**
   * The id of the account, for queries; 0, which no row has, when the database does not have it.
   */
  public long knownAccountId(Store store) {
    return store.accounts().find(account).orElse(0L);
  }

  /**
   * The schedule of that id.
   *
   * @throws UnknownId when the account has none, or it was removed
   */
  public Schedule schedule(Store store, long id) {
    Schedule schedule = anySchedule(store, id);
    if (schedule.removed()) {
      throw new UnknownId("schedule %s was removed: court list shows what there is".formatted(id));
    }
    return schedule;
  }

  /** Like {@link #schedule}, and one that was removed too. */
  public Schedule anySchedule(Store store, long id) {
    return store
        .schedules()
        .find(knownAccountId(store), id)
        .orElseThrow(
            () -> new UnknownId("no schedule %s: court list shows what there is".formatted(id)));
  }
}
