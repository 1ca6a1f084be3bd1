package dev.court.run;

import java.time.Instant;
import java.util.List;

/** Is told that a run waits, to show it. */
public interface RunListener {
  /** For cron, which shows nothing. */
  RunListener NOBODY =
      new RunListener() {
        @Override
        public void waiting(List<Instant> openings) {}

        @Override
        public void over() {}
      };

  /**
   * The run waits from now on.
   *
   * @param openings by this machine's clock, in order, one for each booking; some may be past
   */
  void waiting(List<Instant> openings);

  /** It does so no longer. */
  void over();

  /** The run has done its own work, and waits for the end of one of another machine. */
  default void standingBy() {
    // A person sees nothing of it.
  }
}
