package dev.court.host;

import java.util.List;

/** One thing to be done, told before it is done. */
public interface InstallStep {
  /** What is changed, or the command that is run. */
  String subject();

  /** Lines that go. */
  default List<String> removed() {
    return List.of();
  }

  /** Lines that come. */
  default List<String> added() {
    return List.of();
  }

  /**
   * Does it.
   *
   * @throws dev.court.booking.SetupProblem when the host refuses
   */
  void perform();
}
