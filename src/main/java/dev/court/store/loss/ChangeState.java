package dev.court.store.loss;

import dev.court.booking.SetupProblem;

/**
 * How far a database has come.
 *
 * @param identity which database it is; null for a file, and before a server was first used
 * @param isMoved whether another database goes on with what it holds
 */
record ChangeState(long number, String identity, boolean isMoved) {
  static final ChangeState NONE = new ChangeState(0, null, false);

  /**
   * Refuses to work with what another database goes on with: two would book everything twice.
   *
   * @throws SetupProblem with the remedy
   */
  ChangeState requireHere() {
    if (isMoved) {
      throw new SetupProblem(
          "all that this database holds was written out by 'court export --all', to go on in"
              + " another one: 'court backup accept' goes on here instead");
    }
    return this;
  }
}
