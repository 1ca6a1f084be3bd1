package dev.court.store.lock;

import dev.court.booking.SetupProblem;
import dev.court.booking.TemporaryTrouble;
import java.util.function.Supplier;

/**
 * Held by whoever refreshes or replaces tokens: to use a refresh token twice would end the session.
 * It reaches as far as the database does, one machine or several, and ends with its holder.
 */
public interface RefreshLock {

  /**
   * Does {@code work} on the tokens of one account, while nobody else holds the lock for this
   * account or for all. A realm that is slow with one account keeps no other one waiting.
   *
   * @param account its name; it need not be there yet
   * @throws TemporaryTrouble when another holds the lock for more than thirty seconds
   * @throws SetupProblem when there can be no lock here
   */
  <T> T hold(String account, Supplier<T> work);

  /**
   * Does {@code work} on the tokens of all accounts, while nobody else holds the lock for any.
   *
   * @throws TemporaryTrouble like {@link #hold}
   * @throws SetupProblem like {@link #hold}
   */
  <T> T holdAll(Supplier<T> work);
}
