package dev.court.operation;

import dev.court.booking.Outcome;
import dev.court.booking.Problem;
import dev.court.booking.ScheduledBooking;
import java.util.List;
import java.util.Optional;

/**
 * What a run did.
 *
 * @param told each booking that something came of, as it stands now
 * @param problem what kept the run from working; empty when nothing did
 * @param isNews whether the problem is worth a word, or was told not long ago
 */
public record RunReport(List<Told> told, Optional<Problem> problem, boolean isNews) {
  static final RunReport NOTHING = of(List.of());

  static RunReport of(List<Told> told) {
    return new RunReport(told, Optional.empty(), false);
  }

  /**
   * What came of a booking.
   *
   * @param outcome empty when its start passed before anything could be tried
   * @param isNews false when it is as unknown as the run before left it
   */
  public record Told(ScheduledBooking what, Optional<Outcome> outcome, boolean isNews) {
    static Told news(ScheduledBooking what, Outcome outcome) {
      return new Told(what, Optional.of(outcome), true);
    }

    static Told missed(ScheduledBooking what) {
      return new Told(what, Optional.empty(), true);
    }
  }
}
