package dev.court.run;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Problem;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.SetupProblem;
import dev.court.booking.TemporaryTrouble;
import dev.court.notification.BookingReport;
import dev.court.notification.NotificationDecision;
import dev.court.notification.ProblemReport;
import dev.court.schedule.ExpiryWarning;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run did.
 *
 * @param bookings each booking that has an outcome, as it is now
 * @param problem what kept the run from its work; empty when nothing did
 * @param expiryWarning of an end of the session that nobody was warned of yet
 * @param reopened how many bookings wait again that a clock which was wrong had ended
 * @param hasMessages whether there is a message to send
 */
public record RunReport(
    List<BookingReport> bookings,
    Optional<ProblemReport> problem,
    Optional<ExpiryWarning> expiryWarning,
    int reopened,
    boolean hasMessages) {
  public static final RunReport NOTHING =
      new RunReport(List.of(), Optional.empty(), Optional.empty(), 0, false);

  static RunReport of(BookingReport booking, boolean hasMessages) {
    return new RunReport(List.of(booking), Optional.empty(), Optional.empty(), 0, hasMessages);
  }

  static RunReport of(ProblemReport problem) {
    return new RunReport(List.of(), Optional.of(problem), Optional.empty(), 0, false);
  }

  static RunReport of(ExpiryWarning warning, boolean hasMessages) {
    return new RunReport(List.of(), Optional.empty(), Optional.of(warning), 0, hasMessages);
  }

  static RunReport reopened(int count, boolean hasMessages) {
    return new RunReport(List.of(), Optional.empty(), Optional.empty(), count, hasMessages);
  }

  /** A problem that is always told. */
  public static RunReport of(Problem problem) {
    return of(new ProblemReport(problem, NotificationDecision.NEW));
  }

  public static RunReport defect(Throwable cause) {
    return of(
        cause instanceof Problem problem
            ? problem
            : new SetupProblem(
                "a booking was cut short by a defect in court: see court.log", cause));
  }

  static RunReport interrupted(InterruptedException e) {
    return of(new TemporaryTrouble("interrupted while booking", e));
  }

  /** Both; two problems become one line. */
  public RunReport and(RunReport other) {
    return new RunReport(
        Stream.concat(bookings.stream(), other.bookings.stream()).toList(),
        problem.isPresent() && other.problem.isPresent()
            ? Optional.of(joined(problem.get(), other.problem.get()))
            : problem.or(other::problem),
        expiryWarning.or(other::expiryWarning),
        reopened + other.reopened,
        hasMessages || other.hasMessages);
  }

  RunReport andMessages(boolean more) {
    return new RunReport(bookings, problem, expiryWarning, reopened, hasMessages || more);
  }

  /** The same where the problem of the whole run is told in place of its bookings. */
  RunReport covered() {
    return new RunReport(
        bookings.stream().map(BookingReport::covered).toList(),
        problem,
        expiryWarning,
        reopened,
        hasMessages);
  }

  /** The bookings that a problem may have kept from being made. */
  public List<ScheduledBooking> stillPending() {
    return bookings.stream()
        .map(BookingReport::what)
        .filter(what -> what.booking().status() == BookingStatus.PENDING)
        .toList();
  }

  /** Whether another time of its occurrence was booked by the same run: its trouble is over. */
  public boolean isMadeGood(BookingReport report) {
    Booking booking = report.what().booking();
    return booking.status() == BookingStatus.PENDING
        && report.what().isOfSeveral()
        && bookings.stream()
            .map(one -> one.what().booking())
            .filter(one -> one.status() == BookingStatus.SUCCESS)
            .filter(one -> one.scheduleId() == booking.scheduleId())
            .anyMatch(one -> report.what().schedule().asked().isTimeOf(booking.partOf(), one));
  }

  /** The bookings that found courts taken, or were refused. */
  List<Booking> lost() {
    return bookings.stream()
        .map(one -> one.what().booking())
        .filter(one -> one.status() == BookingStatus.FAILED || one.result().watched())
        .toList();
  }

  private static ProblemReport joined(ProblemReport one, ProblemReport other) {
    return new ProblemReport(
        joined(one.problem(), other.problem()), one.decision().or(other.decision()));
  }

  private static Problem joined(Problem one, Problem other) {
    if (one.getMessage().equals(other.getMessage())) {
      return one;
    }
    String both = one.getMessage() + "; " + other.getMessage();
    return one instanceof TemporaryTrouble && other instanceof TemporaryTrouble
        ? new TemporaryTrouble(both, one)
        : new SetupProblem(both, one);
  }
}
