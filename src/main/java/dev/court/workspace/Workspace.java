package dev.court.workspace;

import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.SetupProblem;
import dev.court.booking.UnknownId;
import dev.court.booking.Venue;
import dev.court.log.Log;
import dev.court.store.Accounts;
import dev.court.store.Database;
import dev.court.store.Store;
import dev.court.text.ShellWord;
import dev.court.text.Spelling;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What every use case works with.
 *
 * @param account the name of the account whose schedules and bookings they are
 * @param log records what the use case does
 */
public record Workspace(
    Database database, Venue venue, InstantSource clock, String account, Log log) {

  /** The account of a command that names none. */
  public static final String ONLY_ACCOUNT = "default";

  /** The same for another account. */
  public Workspace as(String other) {
    return new Workspace(database, venue, clock, other, log);
  }

  /** The present instant, in whole milliseconds as the database stores them. */
  public Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }

  /** Changes the database. The change is on disk when this returns. */
  public void durably(Consumer<Store> change) {
    database.transactDurably(
        store -> {
          change.accept(store);
          return null;
        });
  }

  /**
   * Returns the id of the account, for queries; an id that no row has where nothing was added yet.
   *
   * @throws SetupProblem when the account was named and is not there: its name may be mistyped
   */
  public long accountId(Store store) {
    return store.accounts().find(account).orElseGet(() -> absent(store));
  }

  /**
   * For what does not ask for the account's rows.
   *
   * @throws SetupProblem like {@link #accountId}
   */
  public void requireAccount() {
    if (!account.equals(ONLY_ACCOUNT)) {
      database.read(this::accountId);
    }
  }

  /** The same, but where nothing was added yet, the usual account is. */
  public long usualAccountId(Store store) {
    return account.equals(ONLY_ACCOUNT) ? ensureAccount(store) : accountId(store);
  }

  private long absent(Store store) {
    if (account.equals(ONLY_ACCOUNT)) {
      return Accounts.NO_ACCOUNT;
    }
    throw store.accounts().absent(account);
  }

  /** Returns the id of the account, and adds the account when there is none. */
  public long ensureAccount(Store store) {
    return store.accounts().findOrAdd(account);
  }

  /**
   * Finds a schedule by its id.
   *
   * @throws UnknownId when the account has no such schedule, or it was removed
   */
  public Schedule schedule(Store store, long id) {
    Schedule schedule = anySchedule(store, id);
    if (schedule.removed()) {
      throw new UnknownId(
          "schedule %s was removed: court resume %1$s brings it back".formatted(id));
    }
    return schedule;
  }

  /** Like {@link #schedule}, but finds a removed schedule too. */
  public Schedule anySchedule(Store store, long id) {
    return store
        .schedules()
        .find(accountId(store), id)
        .orElseThrow(
            () ->
                unknown(
                    "schedule",
                    id,
                    store.accounts().ofSchedule(id),
                    nearest(store, id) + "court list shows"));
  }

  private String nearest(Store store, long id) {
    List<String> ids =
        store.schedules().all(accountId(store)).stream()
            .filter(schedule -> !schedule.removed())
            .map(schedule -> String.valueOf(schedule.id()))
            .toList();
    return Spelling.closest(String.valueOf(id), ids)
        .map(", did you mean %s? "::formatted)
        .orElse(": ");
  }

  /** Lists name what belongs to others too, and their ids are no other account's. */
  private static UnknownId unknown(String kind, long id, Optional<String> owner, String lookedUp) {
    return new UnknownId(
        owner
            .map(
                name ->
                    "%s %s is one of account %s: name it with --account %s"
                        .formatted(kind, id, name, ShellWord.of(name)))
            .orElse("no %s %s%s what there is".formatted(kind, id, lookedUp)));
  }

  /**
   * Finds a booking by its id.
   *
   * @throws UnknownId when the account has no such booking
   */
  public ScheduledBooking booking(Store store, long id) {
    return store
        .bookings()
        .find(accountId(store), id)
        .orElseThrow(
            () ->
                unknown(
                    "booking",
                    id,
                    store.accounts().ofBooking(id),
                    ": court list --bookings --all shows"));
  }
}
