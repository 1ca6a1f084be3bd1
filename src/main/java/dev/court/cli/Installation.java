package dev.court.cli;

import dev.court.booking.SetupProblem;
import dev.court.host.InstallStep;
import java.util.ArrayList;
import java.util.List;

/** An installation under way: in the end it is complete, or nothing is left of it. */
public final class Installation {
  private final List<InstallStep> performed = new ArrayList<>();

  /**
   * Makes one change of it.
   *
   * @throws SetupProblem when the host refuses; what was done before is undone then
   */
  public void perform(InstallStep step) {
    try {
      step.perform();
      performed.add(0, step);
    } catch (SetupProblem e) {
      if (performed.isEmpty()) {
        throw e;
      }
      performed.forEach(InstallStep::undo);
      throw new SetupProblem(e.getMessage() + "; what was written before is as it was again", e);
    }
  }
}
