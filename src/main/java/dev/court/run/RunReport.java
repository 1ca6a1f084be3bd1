package dev.court.run;

import dev.court.booking.BookingStatus;
import dev.court.booking.Outcome;
import dev.court.booking.Problem;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.SetupProblem;
import dev.court.booking.TemporaryTrouble;
import dev.court.schedule.ExpiryWarning;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run did.
 *
 * @param told each booking that something came of, as it stands now
 * @param problem what kept the run from working; empty when nothing did
 * @param isNews whether the problem is worth a word, or was told not long ago
 * @param forewarning of an end of the session that nobody was warned of yet
 */
public record RunReport(
    List<BookingReport> told,
    Optional<Problem> problem,
    boolean isNews,
    Optional<ExpiryWarning> forewarning) {
  static final RunReport NOTHING = of(List.of());

  RunReport(List<BookingReport> told, Optional<Problem> problem, boolean isNews) {
    this(told, problem, isNews, Optional.empty());
  }

  static RunReport of(List<BookingReport> told) {
    return new RunReport(told, Optional.empty(), false);
  }

  static RunReport of(Problem problem, boolean isNews) {
    return new RunReport(List.of(), Optional.of(problem), isNews);
  }

  static RunReport defect(Throwable cause) {
    return of(
        cause instanceof Problem problem
            ? problem
            : new SetupProblem("a booking was cut short by a defect (%s)".formatted(cause), cause),
        true);
  }

  static RunReport interrupted(InterruptedException e) {
    return of(new TemporaryTrouble("interrupted while booking", e), true);
  }

  RunReport with(Optional<ExpiryWarning> other) {
    return new RunReport(told, problem, isNews, other);
  }

  /** Both; of two problems the second is told in the first one's line. */
  RunReport and(RunReport other) {
    return new RunReport(
        Stream.concat(told.stream(), other.told.stream()).toList(),
        problem.isPresent() && other.problem.isPresent()
            ? Optional.of(joined(problem.get(), other.problem.get()))
            : problem.or(other::problem),
        isNews || other.isNews,
        forewarning.or(other::forewarning));
  }

  /** The bookings that a problem may have kept from being made. */
  public List<ScheduledBooking> stillPending() {
    return told.stream()
        .map(BookingReport::what)
        .filter(what -> what.booking().status() == BookingStatus.PENDING)
        .toList();
  }

  private static Problem joined(Problem one, Problem other) {
    String both = one.getMessage() + "; " + other.getMessage();
    return one instanceof TemporaryTrouble && other instanceof TemporaryTrouble
        ? new TemporaryTrouble(both, one)
        : new SetupProblem(both, one);
  }

  /**
   * What came of a booking.
   *
   * @param outcome empty when its start passed before anything could be tried
   * @param isNews false when it was told before
   */
  public record BookingReport(ScheduledBooking what, Optional<Outcome> outcome, boolean isNews) {
    static BookingReport news(ScheduledBooking what, Outcome outcome) {
      return new BookingReport(what, Optional.of(outcome), true);
    }

    static BookingReport missed(ScheduledBooking what) {
      return new BookingReport(what, Optional.empty(), true);
    }
  }
}
