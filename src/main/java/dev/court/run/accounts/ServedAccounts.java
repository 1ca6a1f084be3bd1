package dev.court.run.accounts;

import dev.court.notification.NotificationPolicy;
import dev.court.run.RunOptions;
import dev.court.schedule.BookingMaterializer;
import dev.court.session.RefreshPolicy;
import dev.court.session.SignInReadiness;
import dev.court.store.BusyAccounts;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides which accounts a run serves: those that are named, else all that have something to do.
 * Few accounts are all served, since to look at each of them is what a run does anyway.
 */
final class ServedAccounts {
  private final Workspace workspace;
  private final List<String> named;

  /**
   * A choice for one run.
   *
   * @param workspace of the account that is served where there is none yet
   * @param named empty for all accounts
   */
  ServedAccounts(Workspace workspace, List<String> named) {
    this.workspace = workspace;
    this.named = List.copyOf(named);
  }

  /** The names in the order in which the accounts were added, at least one. */
  List<String> of(Store store, RunOptions options) {
    if (!named.isEmpty()) {
      named.forEach(one -> workspace.as(one).accountId(store));
      return options.only() == null ? named : owner(store, options.only());
    }
    if (options.only() != null) {
      return List.of(store.accounts().ofSchedule(options.only()).orElseGet(workspace::account));
    }
    return store
        .busyAccounts()
        .few()
        .map(all -> all.isEmpty() ? List.of(workspace.account()) : all)
        .orElseGet(() -> busy(store, options, store.busyAccounts().oldest().orElseThrow()));
  }

  /** Of several that are named, the schedule that is asked for belongs to one. */
  private List<String> owner(Store store, long schedule) {
    String owner =
        store.accounts().ofSchedule(schedule).filter(named::contains).orElseGet(() -> named.get(0));
    return List.of(owner);
  }

  /** The oldest is always among them: its run is the one that pings the dead man's switch. */
  private List<String> busy(Store store, RunOptions options, String oldest) {
    Instant now = workspace.now();
    List<String> served = new ArrayList<>(List.of(oldest));
    store
        .busyAccounts()
        .busy(
            new BusyAccounts.Look(
                now,
                now.plus(options.within()),
                BookingMaterializer.filledUntil(workspace.venue(), now),
                BookingMaterializer.filledWith(workspace.venue()),
                now.minus(RefreshPolicy.USUAL_AGE),
                now.plus(NotificationPolicy.EXPIRY_HORIZON),
                now.plus(SignInReadiness.AHEAD)))
        .stream()
        .filter(one -> !one.equals(oldest))
        .forEach(served::add);
    return served;
  }
}
