package dev.court.cli;

import dev.court.booking.BookingStatus;
import dev.court.booking.ScheduledBooking;
import dev.court.operation.ListSchedules;
import dev.court.operation.Operations;
import dev.court.operation.ScheduleView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "list",
    description = "List schedules, or the bookings made from them.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {ExitCodes.HELP_DONE, ExitCodes.HELP_USAGE, ExitCodes.HELP_SETUP})
final class ListCommand implements Callable<Integer> {
  private static final Set<String> OF_SCHEDULES = Set.of("paused", "ended");

  @ParentCommand CourtCommand court;
  @Mixin FormatOption output;

  @Option(
      names = "--status",
      split = ",",
      paramLabel = "STATUS",
      description = "Only those of these statuses, such as pending,failed.")
  List<String> statuses = List.of();

  @Option(names = "--bookings", description = "Bookings instead of schedules.")
  boolean bookings;

  @Option(names = "--all", description = "Also what is over or removed.")
  boolean all;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "With --bookings: from this day on (default: today).")
  String from;

  @Option(names = "--to", paramLabel = "DATE", description = "With --bookings: up to this day.")
  String to;

  @Override
  public Integer call() {
    Operations operations = court.operations();
    Printer printer = new Printer(court.out(), output.format);
    Views views = new Views(operations.settings().venue());
    if (bookings || from != null || to != null) {
      printer.print(bookings(operations), views.bookings());
    } else {
      print(printer, views, operations.listSchedules());
    }
    return ExitCodes.DONE;
  }

  private void print(Printer printer, Views views, ListSchedules list) {
    List<ScheduleView> schedules = list.schedules(wanted(), all || !statuses.isEmpty());
    printer.print(schedules, views.schedules());
    if (schedules.isEmpty() && output.format == Format.table) {
      court.say("No schedules. Add one, such as: court add --on we --time 17:00");
    }
  }

  private List<ScheduledBooking> bookings(Operations operations) {
    LocalDate today =
        LocalDate.ofInstant(operations.clock().instant(), operations.settings().venue().zone());
    LocalDate first = from != null ? Dates.date(from) : all ? LocalDate.EPOCH : today;
    LocalDate last = to == null ? LocalDate.of(9000, 1, 1) : Dates.date(to);
    return operations
        .listSchedules()
        .bookings(wanted(), start(operations, first), start(operations, last.plusDays(1)));
  }

  private static Instant start(Operations operations, LocalDate day) {
    return day.atStartOfDay(operations.settings().venue().zone()).toInstant();
  }

  private Predicate<String> wanted() {
    statuses.stream().filter(status -> !OF_SCHEDULES.contains(status)).forEach(BookingStatus::of);
    return statuses.isEmpty() ? status -> true : statuses::contains;
  }
}
