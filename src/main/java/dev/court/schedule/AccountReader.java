package dev.court.schedule;

import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Reads one account after the other: those that are named, or all. */
public final class AccountReader {
  /** A transaction keeps others from the database, so that it reads no more accounts than these. */
  private static final int AT_ONCE = 12;

  private final Workspace workspace;
  private final List<String> named;

  /**
   * A reader of several accounts.
   *
   * @param workspace of the account that is read where there is none yet
   * @param named their names; empty for all
   */
  public AccountReader(Workspace workspace, List<String> named) {
    this.workspace = workspace;
    this.named = List.copyOf(named);
  }

  /**
   * What a query finds of each, in the order in which they were added, or named; at least one.
   *
   * @throws dev.court.booking.SetupProblem when an account that is named is not there
   */
  public <T> List<T> each(BiFunction<Store, Workspace, T> query) {
    List<T> found = new ArrayList<>();
    List<String> left = workspace.database().read(store -> some(store, names(store), query, found));
    while (!left.isEmpty()) {
      List<String> next = left;
      left = workspace.database().read(store -> some(store, next, query, found));
    }
    return List.copyOf(found);
  }

  /** Returns the accounts that come next. */
  private <T> List<String> some(
      Store store, List<String> names, BiFunction<Store, Workspace, T> query, List<T> found) {
    List<String> some = names.subList(0, Math.min(AT_ONCE, names.size()));
    List<T> read = some.stream().map(one -> query.apply(store, workspace.as(one))).toList();
    found.addAll(read);
    return List.copyOf(names.subList(some.size(), names.size()));
  }

  /** The names of the accounts, at least one. */
  public List<String> names(Store store) {
    List<String> all = named.isEmpty() ? store.accounts().names() : named;
    return all.isEmpty() ? List.of(workspace.account()) : all;
  }
}
