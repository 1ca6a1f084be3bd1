package dev.court.host;

import java.util.List;

/** A service of the machine, or of GitHub, that calls court again and again. */
public interface Scheduler {

  /** The steps after which it calls court; empty when it does already. */
  List<InstallStep> install();

  /** The steps that undo {@link #install}; empty when there is nothing to undo. */
  List<InstallStep> remove();

  /** Sentences about what the steps could not do, once they were performed. */
  default List<String> leftovers() {
    return List.of();
  }

  /** Sentences about what the user should know beyond the steps. */
  List<String> notes();
}
