package dev.court.doctor;

import dev.court.settings.Settings;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The accounts that are looked at: those that are named, or all of a house. Of many, these are the
 * ones that a run would have trouble with.
 *
 * @param all how many there are to choose from
 */
record ChosenAccounts(List<String> names, int all) {
  /** One transaction reads them, and each is asked for at the building. */
  static final int MOST = 12;

  ChosenAccounts {
    names = List.copyOf(names);
  }

  /**
   * Chooses.
   *
   * @param named by the person; empty for all
   * @throws dev.court.booking.SetupProblem when one is named that is nowhere
   */
  static ChosenAccounts read(Store store, Settings settings, List<String> named, Instant now) {
    Set<String> all = new LinkedHashSet<>(store.accounts().names());
    all.addAll(settings.accountNames());
    if (!named.isEmpty()) {
      named.stream()
          .filter(name -> !all.contains(name) && !name.equals(Workspace.ONLY_ACCOUNT))
          .findFirst()
          .ifPresent(
              name -> {
                throw store.accounts().absent(name);
              });
      return new ChosenAccounts(named, named.size());
    }
    if (all.size() <= MOST) {
      return new ChosenAccounts(List.copyOf(all), all.size());
    }
    Set<String> first = new LinkedHashSet<>(store.busyAccounts().inTrouble(now, MOST));
    first.addAll(all);
    return new ChosenAccounts(first.stream().limit(MOST).toList(), all.size());
  }
}
