package dev.court;

import dev.court.workspace.LeaseOwner;
import dev.court.workspace.RunLock;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A run whose id a test chooses, and that takes those runs for dead that the test names. */
public record FixedRunLock(LeaseOwner owner) implements RunLock {

  public static FixedRunLock of(String id, Predicate<String> isDead) {
    return new FixedRunLock(new LeaseOwner(id, "", isDead));
  }

  @Override
  public void hold() {}

  @Override
  public boolean isHeld() {
    return false;
  }

  @Override
  public void release(Supplier<Set<String>> owners) {}

  @Override
  public void close() {}
}
