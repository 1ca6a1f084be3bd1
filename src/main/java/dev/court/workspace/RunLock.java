package dev.court.workspace;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Shows other runs that this one lives, for as long as it may hold claims. A run that claims
 * nothing holds no lock.
 */
public interface RunLock extends AutoCloseable {

  /** The owner of what is claimed while the lock is held. The same one at each call. */
  LeaseOwner owner();

  /**
   * Takes the lock, unless it is held already. Comes before the first claim.
   *
   * @throws dev.court.booking.SetupProblem when the home cannot be written
   */
  void hold();

  /** Whether {@link #hold} was called. */
  boolean isHeld();

  /**
   * Takes the place of the one who waits on this machine for the end of a run of another one.
   *
   * @param run the id of that run
   * @return gives the place back when it is closed; empty when another process has it
   */
  default Optional<AutoCloseable> tryStandBy(String run) {
    return Optional.of(() -> {});
  }

  /**
   * Ends the lock, and removes what this run and dead ones left, apart from what a claim still
   * names: by that a later run knows that the claim's owner is dead. Call it in a transaction of
   * the database.
   *
   * @param owners the ids that claims name; asked once it is settled which runs are dead, since a
   *     run that lives may claim meanwhile
   */
  void release(Supplier<Set<String>> owners);

  /** Ends the lock, and leaves everything where it is. */
  @Override
  void close();
}
