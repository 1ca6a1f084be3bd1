package dev.court.host;

import java.util.List;

/** One change to the machine, which the user sees before it is made. */
public interface InstallStep {
  /** The file that is changed, or the command that is run. */
  String subject();

  /** Lines that are removed. */
  default List<String> removed() {
    return List.of();
  }

  /** Lines that are added. */
  default List<String> added() {
    return List.of();
  }

  /**
   * Makes the change.
   *
   * @throws dev.court.booking.SetupProblem when the host refuses
   */
  void perform();

  /**
   * Takes back what {@link #perform} did, when a later step fails: half an installation looks like
   * a whole one.
   *
   * @throws dev.court.booking.SetupProblem when the host refuses
   */
  default void undo() {}
}
