package dev.court.cli;

import static dev.court.terminal.Column.column;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.held.ListReservations;
import dev.court.held.ListReservations.ReservationList;
import dev.court.held.ReservationView;
import dev.court.held.ReservedBooking;
import dev.court.terminal.Column;
import dev.court.terminal.Format;
import dev.court.terminal.Printer;
import dev.court.terminal.View;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "reservations",
    description = {
      "List what Atrium holds for you, also what was made by hand in the portal.",
      "It asks Atrium, and changes nothing."
    })
public final class ReservationsCommand implements Callable<Integer> {
  private final Supplier<ListReservations> reservations;

  @ParentCommand CourtCommand court;
  @Mixin FormatOption output;

  @Option(names = "--all", description = "Also what is over, and what was cancelled.")
  boolean all;

  /** A reservation for programs; the last three are null for one that no booking has. */
  record ReservationJson(
      String reservationId,
      String courtId,
      String court,
      String startTime,
      String endTime,
      boolean cancelled,
      Long bookingId,
      Long scheduleId,
      String account) {}

  public ReservationsCommand(Supplier<ListReservations> reservations) {
    this.reservations = reservations;
  }

  @Override
  public Integer call() {
    ReservationList found = reservations.get().read(all);
    new Printer(court.screen(), output.format).print(found.found(), view());
    if (found.gap().isPresent()) {
      court.say("court: there may be more: " + found.gap().get());
      return ExitCodes.TEMPORARY;
    }
    if (found.found().isEmpty() && output.format == Format.table) {
      court.say("Atrium holds nothing for you.");
    }
    return ExitCodes.DONE;
  }

  private View<ReservationView, ReservationJson> view() {
    Phrases phrases = new Phrases(court.venue());
    return new View<>(
        List.of(
            column("RESERVATION", one -> one.id() == null ? "" : one.id()),
            Column.<ReservationView>column("START", one -> phrases.time(one.start()))
                .briefly(one -> phrases.brief(one.start())),
            column("COURT", ReservationView::court),
            Column.<ReservationView>column("MIN", ReservationsCommand::minutes).spared(3),
            Column.<ReservationView>column("MADE BY", one -> origin(one, court.account()))
                .wrapped(16),
            Column.<ReservationView>column("STATUS", one -> one.cancelled() ? "cancelled" : "held")
                .spared(2)),
        ReservationJson.class,
        one -> json(one, phrases));
  }

  private static String minutes(ReservationView one) {
    return one.end() == null
        ? ""
        : String.valueOf(Duration.between(one.start(), one.end()).toMinutes());
  }

  /** Of a booking that is not known to have it, its status too. */
  static String origin(ReservationView one, String account) {
    return one.ours().isEmpty()
        ? "by hand"
        : one.ours().stream().map(ours -> origin(ours, account)).collect(Collectors.joining("; "));
  }

  private static String origin(ReservedBooking ours, String account) {
    Booking booking = ours.what().booking();
    return (booking.isHeldAlready() ? "by hand, held for " : "")
        + "schedule %s%s, booking %s%s"
            .formatted(
                ours.what().schedule().id(),
                ours.account().equals(account) ? "" : " of account " + ours.account(),
                booking.id(),
                booking.status() == BookingStatus.SUCCESS ? "" : ", " + booking.status().word());
  }

  private static ReservationJson json(ReservationView one, Phrases phrases) {
    Optional<ReservedBooking> ours = one.ours().stream().findFirst();
    return new ReservationJson(
        one.id(),
        one.courtId(),
        one.court(),
        phrases.iso(one.start()),
        phrases.iso(one.end()),
        one.cancelled(),
        ours.map(it -> it.what().booking().id()).orElse(null),
        ours.map(it -> it.what().schedule().id()).orElse(null),
        ours.map(ReservedBooking::account).orElse(null));
  }
}
