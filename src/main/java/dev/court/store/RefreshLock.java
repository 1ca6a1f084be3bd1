package dev.court.store;

import dev.court.booking.SetupProblem;
import dev.court.booking.TemporaryTrouble;
import java.util.function.Supplier;

/**
 * Held by whoever refreshes or replaces tokens: to use a refresh token twice would end the session.
 * It reaches as far as the database does, one machine or several, and ends with its holder.
 */
public interface RefreshLock {

  /**
   * Does {@code work} while nobody else holds the lock.
   *
   * @throws TemporaryTrouble when another holds the lock for more than thirty seconds
   * @throws SetupProblem when there can be no lock here
   */
  <T> T hold(Supplier<T> work);
}
