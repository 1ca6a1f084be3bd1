package dev.court.doctor;

import dev.court.run.RunOptions;
import dev.court.run.idle.IdleTime;
import dev.court.settings.Settings;
import dev.court.store.SealedTexts;
import dev.court.store.Store;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the database holds, read in one transaction.
 *
 * @param sealed all sealed texts, of every account
 * @param idleUntil the instant before which a run has nothing to do; empty when it has
 * @param chosen the accounts that are looked at
 * @param accounts what it holds for each of them that it knows
 */
record DatabaseSnapshot(
    List<SealedTexts.At> sealed,
    Optional<Instant> idleUntil,
    ChosenAccounts chosen,
    Map<String, AccountSnapshot> accounts) {

  DatabaseSnapshot {
    accounts = Collections.unmodifiableMap(new LinkedHashMap<>(accounts));
  }

  /**
   * Reads it.
   *
   * @param named the accounts to look at; empty for all
   * @throws dev.court.booking.SetupProblem when one is nowhere: its name may be mistyped
   */
  static DatabaseSnapshot read(Store store, Settings settings, List<String> named, Instant now) {
    ChosenAccounts chosen = ChosenAccounts.read(store, settings, named, now);
    Map<String, AccountSnapshot> accounts = new LinkedHashMap<>();
    for (String name : chosen.names()) {
      store
          .accounts()
          .find(name)
          .map(id -> AccountSnapshot.read(store, id, settings.venue(), now))
          .ifPresent(one -> accounts.put(name, one));
    }
    return new DatabaseSnapshot(
        store.sealedTexts().all(),
        IdleTime.until(store, now, RunOptions.DEFAULT.within()),
        chosen,
        accounts);
  }

  /** Empty where the database does not know the account yet. */
  Optional<AccountSnapshot> account(String name) {
    return Optional.ofNullable(accounts.get(name));
  }

  /**
   * The names of the accounts that are looked at: without those that nobody uses, unless they are
   * asked for.
   *
   * @param wanted those that the person has named, here or in the settings
   */
  List<String> lookedAt(Collection<String> wanted) {
    return chosen.names().stream()
        .filter(
            name -> wanted.contains(name) || account(name).filter(one -> !one.isBare()).isPresent())
        .toList();
  }
}
