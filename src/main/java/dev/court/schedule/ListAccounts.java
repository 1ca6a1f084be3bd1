package dev.court.schedule;

import dev.court.booking.ScheduledBooking;
import dev.court.store.Accounts;
import dev.court.store.Store;
import dev.court.store.StoredTokens;
import dev.court.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists the accounts of a home. It only reads. */
public final class ListAccounts {
  /** A transaction keeps others from the database, so that it reads no more than these. */
  private static final int AT_ONCE = 12;

  private final Workspace workspace;
  private final Set<String> withSettings;
  private final List<String> named;

  /**
   * The accounts of one home.
   *
   * @param withSettings those that the settings name
   * @param named the accounts to list; empty for all
   */
  public ListAccounts(Workspace workspace, Set<String> withSettings, List<String> named) {
    this.workspace = workspace;
    this.withSettings = new LinkedHashSet<>(withSettings);
    this.named = List.copyOf(named);
  }

  /**
   * Those that are named, else each that has settings, a session or a schedule, in the order in
   * which they were added.
   *
   * @throws dev.court.booking.SetupProblem when one was named and is not there
   */
  public List<AccountView> all() {
    List<String> names = workspace.database().read(this::names);
    List<AccountView> views = new ArrayList<>();
    for (int from = 0; from < names.size(); from += AT_ONCE) {
      List<String> some = names.subList(from, Math.min(from + AT_ONCE, names.size()));
      views.addAll(
          workspace
              .database()
              .read(store -> some.stream().map(name -> view(store, name)).toList()));
    }
    return views.stream().filter(this::isShown).toList();
  }

  private List<String> names(Store store) {
    Set<String> all = new LinkedHashSet<>(store.accounts().names());
    all.addAll(withSettings);
    for (String name : named) {
      if (!all.contains(name)) {
        workspace.as(name).accountId(store);
      }
    }
    return named.isEmpty() ? List.copyOf(all) : named;
  }

  private boolean isShown(AccountView one) {
    return !named.isEmpty() || withSettings.contains(one.name()) || !one.isBare();
  }

  private AccountView view(Store store, String name) {
    long id = store.accounts().find(name).orElse(Accounts.NO_ACCOUNT);
    AccountSchedules schedules =
        new AccountSchedules(store, id, workspace.now(), workspace.venue());
    Forecasts forecasts = schedules.forecasts();
    List<ScheduleView> views = schedules.views();
    Optional<ScheduledBooking> next = schedules.awaited(forecasts, views).stream().findFirst();
    return new AccountView(
        name,
        (int) views.stream().filter(one -> !one.schedule().removed()).count(),
        forecasts.session(),
        store.tokens().find(id).map(StoredTokens::ended).orElse(null),
        next,
        next.flatMap(forecasts::of));
  }
}
