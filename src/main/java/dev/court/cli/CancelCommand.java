package dev.court.cli;

import dev.court.booking.BookingStatus;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Plan;
import dev.court.booking.ScheduledBooking;
import dev.court.held.CancelReservations;
import dev.court.held.CancelReservations.CancelResult;
import dev.court.held.ReservationView;
import dev.court.terminal.Prompt;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "cancel",
    description = {
      "Give reservations back to the building.",
      "What court booked is not booked again: its time is left out of its schedule."
    })
public final class CancelCommand implements Callable<Integer> {
  private final Supplier<CancelReservations> cancel;

  @ParentCommand CourtCommand court;

  @Parameters(
      arity = "1..*",
      paramLabel = "RESERVATION",
      description = "Their ids, as court reservations shows them.")
  List<String> ids;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  boolean yes;

  public CancelCommand(Supplier<CancelReservations> cancel) {
    this.cancel = cancel;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (!yes && !court.console().isTerminal()) {
      throw new InvalidRequest("nobody can be asked here: add --yes to cancel without asking");
    }
    CancelReservations operation = cancel.get();
    List<ReservationView> all = operation.find(ids);
    if (!yes) {
      ask(all);
    }
    int code = ExitCodes.DONE;
    for (ReservationView one : all) {
      code = Math.max(code, report(operation.cancel(one)));
    }
    return code;
  }

  private void ask(List<ReservationView> all) {
    all.forEach(
        one ->
            court
                .console()
                .err()
                .println("  " + words(one) + " (" + ReservationsCommand.origin(one) + ")"));
    if (!Prompt.agreed(court.console(), all.size() == 1 ? "Cancel it?" : "Cancel them?")) {
      throw new InvalidRequest("nothing was cancelled");
    }
  }

  /** Prints the result, and returns its exit code. */
  private int report(CancelResult result) {
    String words = words(result.view());
    switch (result.outcome()) {
      case DONE -> done("Cancelled " + words);
      case WAS_GONE -> done("Cancelled before: " + words);
      case REFUSED ->
          court.say("court: the building does not cancel %s: %s".formatted(words, result.reason()));
      case NOT_NOW ->
          court.say("court: %s was not cancelled, try again: %s".formatted(words, result.reason()));
      case UNKNOWN ->
          court.say(
              "court: nobody knows whether %s is cancelled (%s): look at court reservations or the"
                      .formatted(words, result.reason())
                  + " portal, and cancel it again");
    }
    return switch (result.outcome()) {
      case DONE, WAS_GONE -> {
        result
            .ours()
            .filter(one -> one.booking().status() == BookingStatus.CANCELLED)
            .ifPresent(this::sayLeftOut);
        yield ExitCodes.DONE;
      }
      case REFUSED -> ExitCodes.LOST;
      case NOT_NOW -> ExitCodes.TEMPORARY;
      case UNKNOWN -> ExitCodes.UNCLEAR;
    };
  }

  private void done(String line) {
    if (!court.global().quiet) {
      court.out().println(line);
    }
  }

  private void sayLeftOut(ScheduledBooking ours) {
    long id = ours.schedule().id();
    court.say(
        ours.schedule().removed()
            ? "Schedule %s is removed with it; court resume %1$s books that time again"
                .formatted(id)
            : ours.schedule().asked().plan() instanceof Plan.Recurring
                ? "Schedule %s leaves that time out; court skip %1$s %s --undo takes it back in"
                    .formatted(id, wallClock(ours))
                : "Schedule %s asks for another time by now, and stays".formatted(id));
  }

  private static String wallClock(ScheduledBooking ours) {
    return ours.booking()
        .partOf()
        .atZone(ours.booking().occurrence().start().getZone())
        .toLocalDateTime()
        .toString();
  }

  private String words(ReservationView one) {
    return "reservation %s, %s, %s"
        .formatted(one.id(), one.court(), new Phrases(court.venue()).time(one.start()));
  }
}
