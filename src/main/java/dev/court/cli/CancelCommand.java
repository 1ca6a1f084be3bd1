package dev.court.cli;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.held.CancelReservations;
import dev.court.held.CancelReservations.CancelResult;
import dev.court.held.ReservationView;
import dev.court.held.ReservedBooking;
import dev.court.schedule.WantedNow;
import dev.court.text.ShellWord;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    all.stream().filter(one -> !one.listed() && !one.cancelled()).forEach(this::sayUnlisted);
    if (!yes) {
      ask(all);
    }
    List<Integer> codes = new ArrayList<>();
    for (ReservationView one : all) {
      codes.add(report(operation.cancel(one)));
    }
    return ExitCodes.heaviest(codes);
  }

  private void sayUnlisted(ReservationView one) {
    court.say(
        "note: Atrium does not list reservation %s any more: it may be cancelled already"
            .formatted(one.id()));
  }

  private void ask(List<ReservationView> all) {
    all.forEach(
        one ->
            court
                .screen()
                .print(
                    "  ",
                    words(one) + " (" + ReservationsCommand.origin(one, court.account()) + ")",
                    court.console().err()));
    court
        .questions("nothing was cancelled")
        .confirm(all.size() == 1 ? "Cancel it?" : "Cancel them?");
  }

  /** Prints the result, and returns its exit code. */
  private int report(CancelResult result) {
    String words = words(result.view());
    return switch (result.outcome()) {
      case DONE -> done("Cancelled " + words, result);
      case WAS_GONE -> done("Cancelled before: " + words, result);
      case REFUSED -> {
        court.say("court: the building does not cancel %s: %s".formatted(words, result.reason()));
        yield ExitCodes.LOST;
      }
      case NOT_NOW -> {
        court.say("court: %s was not cancelled, try again: %s".formatted(words, result.reason()));
        yield ExitCodes.TEMPORARY;
      }
      case UNKNOWN -> {
        court.say(
            "court: nobody knows whether %s is cancelled (%s): look at court reservations or the"
                    .formatted(words, result.reason())
                + " portal, and cancel it again");
        yield ExitCodes.UNCLEAR;
      }
    };
  }

  private int done(String line, CancelResult result) {
    if (!court.isQuiet()) {
      court.screen().fitting("", line).forEach(court.out()::println);
    }
    result.ours().stream()
        .filter(one -> one.what().booking().status() == BookingStatus.CANCELLED)
        .forEach(this::sayLeftOut);
    return ExitCodes.DONE;
  }

  private void sayLeftOut(ReservedBooking one) {
    ScheduledBooking ours = one.what();
    boolean isOfOther = !one.account().equals(court.account());
    String option = isOfOther ? " --account " + ShellWord.of(one.account()) : "";
    court.say(
        "Schedule %s%s "
                .formatted(ours.schedule().id(), isOfOther ? " of account " + one.account() : "")
            + leftOut(ours, option));
  }

  private static String leftOut(ScheduledBooking ours, String option) {
    Schedule schedule = ours.schedule();
    Booking booking = ours.booking();
    if (schedule.removed()) {
      return "is removed with it; court resume %s%s books that time again"
          .formatted(schedule.id(), option);
    }
    Optional<LocalDateTime> leftOut = WantedNow.leftOutDate(schedule, booking);
    if (leftOut.isPresent()) {
      return "leaves that time out; court skip %s %s --undo%s takes it back in"
          .formatted(schedule.id(), leftOut.get(), option);
    }
    return schedule.asked().plan() instanceof Plan.OneOff one && !booking.isOf(one.at())
        ? "asks for another time by now, and stays"
        : "keeps the rest of that time; court retry %s%s books this part again"
            .formatted(booking.id(), option);
  }

  private String words(ReservationView one) {
    return "reservation %s, %s, %s"
        .formatted(one.id(), one.court(), new Phrases(court.venue()).time(one.start()));
  }
}
