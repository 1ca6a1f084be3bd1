package dev.court.run.standby;

import java.io.IOException;

/**
 * Says which court the run that holds a claim may ask for. A run that is cut off from the others
 * may be taken for dead while it lives; so it asks for no court that was not noted before where the
 * others see it.
 */
public interface ClaimFence {
  /** For a database of one machine, where the kernel tells who lives. */
  ClaimFence NONE =
      new ClaimFence() {
        @Override
        public void arm(String courtId) {
          // The shot file is all that another run needs.
        }

        @Override
        public boolean isArmed(String courtId) {
          return true;
        }
      };

  /**
   * Notes that this court may be asked for, unless that is noted already. Waits for others that do
   * so at the same time.
   *
   * @throws ClaimLost when the claim is another run's by now
   * @throws IOException when it could not be noted; then the court must not be asked for
   */
  void arm(String courtId) throws IOException;

  /** Whether this court may be asked for without waiting. */
  boolean isArmed(String courtId);
}
