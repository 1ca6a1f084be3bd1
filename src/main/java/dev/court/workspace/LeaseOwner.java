package dev.court.workspace;

import java.util.function.Predicate;

/**
 * The owner of the claims that a run makes.
 *
 * @param id differs from the id of every other run, on this machine and elsewhere; a file name
 * @param boot differs after each start of this machine's kernel; empty where it is not known
 * @param isDead whether the run of another id has certainly ended
 * @param isAlive whether it certainly lives, however long its claim has lasted
 */
public record LeaseOwner(
    String id, String boot, Predicate<String> isDead, Predicate<String> isAlive) {

  /** An owner that cannot tell that a run lives: the time of its claim decides. */
  public LeaseOwner(String id, String boot, Predicate<String> isDead) {
    this(id, boot, isDead, run -> false);
  }
}
