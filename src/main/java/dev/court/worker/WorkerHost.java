package dev.court.worker;

import dev.court.booking.Problem;
import dev.court.store.change.ChangeFeed;
import java.util.Optional;

/** What a worker has of the program around it. */
public interface WorkerHost {

  /**
   * Makes the next run.
   *
   * @throws Problem when the settings cannot be used
   */
  WorkerRun next();

  /** Whether a run that begins now has nothing to do. */
  boolean isIdle();

  /** Tells when somebody changes the database. The caller closes it. */
  ChangeFeed changes();

  /** Tells when the settings or the key have changed. The caller closes it. */
  ChangeFeed outsideChanges();

  /**
   * Reads the settings again if their file has changed. Called while no run is under way.
   *
   * @return whether they have
   * @throws Problem when they cannot be used; then the old ones hold on
   */
  boolean renew();

  /** What keeps each run of this process from its work until somebody helps. */
  Optional<Problem> obstacle();

  /** Shows the other machines that this one is there. */
  void show();

  /** This machine ends as it was asked to. */
  void leave();

  /**
   * Runs the code of an opening, so that the first real one does not meet it cold. Asks for no
   * court, and fails silently.
   */
  void warmUp();
}
