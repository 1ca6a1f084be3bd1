package dev.court.cli;

import dev.court.schedule.ResolveBooking;
import dev.court.schedule.ResolveBooking.ResolvedBooking;
import dev.court.terminal.Printer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "resolve",
    description = {
      "Say what came of a booking whose outcome is unknown.",
      "Needed only where the reservations that Atrium shows do not tell: look at the portal."
    })
public final class ResolveCommand implements Callable<Integer> {
  private final Supplier<ResolveBooking> resolve;

  @ParentCommand CourtCommand court;
  @Mixin FormatOption output;

  @Parameters(
      paramLabel = "ID",
      description = "The id of a booking, as court list --bookings shows it.")
  String id;

  @ArgGroup(multiplicity = "1")
  ResolveOption word;

  /** Exactly one of the two is given. */
  static final class ResolveOption {
    @Option(names = "--booked", description = "The reservation is there.")
    boolean booked;

    @Option(names = "--not-booked", description = "It is not; try again while there is time.")
    boolean notBooked;
  }

  @Option(
      names = "--court",
      paramLabel = "COURT",
      description = "With --booked: which court it is (default: the one wanted first).")
  String courtId;

  public ResolveCommand(Supplier<ResolveBooking> resolve) {
    this.resolve = resolve;
  }

  @Override
  public Integer call() {
    ResolveBooking resolve = this.resolve.get();
    long booking = IdKind.BOOKING.read(id);
    ResolvedBooking resolved =
        word.booked ? resolve.booked(booking, courtId) : resolve.notBooked(booking);
    new Printer(court.screen(), output.format)
        .print(List.of(resolved.what()), new Views(court.venue()).bookings());
    resolved.lost().forEach(new ChangeReport(court)::printLost);
    return ExitCodes.DONE;
  }
}
