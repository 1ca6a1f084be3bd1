package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Outcome;
import dev.court.booking.OutcomeUnknown;
import dev.court.booking.Problem;
import dev.court.booking.SetupProblem;
import dev.court.booking.SignInNeeded;
import dev.court.booking.UnknownId;
import dev.court.doctor.Finding;
import dev.court.notification.BookingReport;
import dev.court.notification.channel.DeliveryResult;
import dev.court.run.RunReport;
import dev.court.run.accounts.AccountReport;
import java.util.List;
import java.util.stream.Stream;

/** The exit codes of commands, and which of them an outcome has. */
public final class ExitCodes {
  public static final int DONE = 0;
  static final int INTERNAL = 1;
  public static final int USAGE = 2;
  static final int LOST = 3;
  public static final int SIGN_IN = 4;
  public static final int TEMPORARY = 5;
  static final int UNKNOWN_ID = 6;
  public static final int SETUP = 7;
  public static final int UNCLEAR = 8;

  /** Of several codes of one run the first in this list is returned. */
  private static final List<Integer> BY_WEIGHT =
      List.of(SETUP, SIGN_IN, UNCLEAR, LOST, TEMPORARY, UNKNOWN_ID, USAGE, INTERNAL, DONE);

  private ExitCodes() {}

  public static int of(Problem problem) {
    if (problem instanceof InvalidRequest) {
      return USAGE;
    }
    if (problem instanceof UnknownId) {
      return UNKNOWN_ID;
    }
    if (problem instanceof SignInNeeded) {
      return SIGN_IN;
    }
    if (problem instanceof OutcomeUnknown) {
      return UNCLEAR;
    }
    return problem instanceof SetupProblem ? SETUP : TEMPORARY;
  }

  static int of(RunReport report) {
    Stream<Integer> codes =
        Stream.concat(
            report.bookings().stream().filter(one -> !report.isMadeGood(one)).map(one -> of(one)),
            report.problem().stream().map(one -> of(one.problem())));
    return heaviest(codes.toList());
  }

  static int of(List<AccountReport> reports) {
    return heaviest(reports.stream().map(one -> of(one.report())).toList());
  }

  static int ofFindings(List<Finding> findings) {
    List<Integer> all =
        findings.stream().flatMap(one -> one.cause().stream()).map(ExitCodes::ofCause).toList();
    return heaviest(all);
  }

  private static int ofCause(RuntimeException cause) {
    return cause instanceof Problem problem ? of(problem) : INTERNAL;
  }

  public static int ofDeliveries(List<DeliveryResult> deliveries) {
    return heaviest(
        deliveries.stream()
            .filter(DeliveryResult.Failed.class::isInstance)
            .map(one -> ((DeliveryResult.Failed) one).isPermanent() ? SETUP : TEMPORARY)
            .toList());
  }

  /** The one that a person should see; DONE of none. */
  public static int heaviest(List<Integer> codes) {
    return BY_WEIGHT.stream().filter(codes::contains).findFirst().orElse(DONE);
  }

  private static int of(BookingReport report) {
    // A court that is still taken is told once, and is no failure after that.
    boolean isWatching = report.outcome() instanceof Outcome.Watching;
    boolean isNoLoss = report.outcome() instanceof Outcome.PassedOn;
    return isNoLoss || (isWatching && !report.decision().isTold()) ? DONE : of(report.outcome());
  }

  private static int of(Outcome outcome) {
    return switch (outcome.status()) {
      case SUCCESS -> DONE;
      case FAILED, MISSED -> LOST;
      case UNKNOWN -> UNCLEAR;
      default -> outcome instanceof Outcome.SignInRequired ? SIGN_IN : TEMPORARY;
    };
  }
}
