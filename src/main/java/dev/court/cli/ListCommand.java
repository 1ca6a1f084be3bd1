package dev.court.cli;

import dev.court.booking.BookingStatus;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import dev.court.booking.ScheduledBooking;
import dev.court.schedule.ListResult;
import dev.court.schedule.ListSchedules;
import dev.court.schedule.ScheduleView;
import dev.court.terminal.Format;
import dev.court.terminal.Printer;
import dev.court.text.Spelling;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "list",
    aliases = "ls",
    description = "List schedules, or the bookings made from them.")
public final class ListCommand implements Callable<Integer> {
  private static final List<String> OF_SCHEDULES =
      List.of(ScheduleView.PAUSED, ScheduleView.AWAY, ScheduleView.ENDED);

  private final Supplier<ListSchedules> schedules;

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

  public ListCommand(Supplier<ListSchedules> schedules) {
    this.schedules = schedules;
  }

  @Override
  public Integer call() {
    Printer printer = new Printer(court.screen(), output.format);
    Views views = new Views(court.venue());
    if (bookings || from != null || to != null) {
      ListResult<ScheduledBooking> listed = bookings();
      printer.print(listed.found(), views.bookings(listed.forecasts()));
      explain(
          listed.found(), "No bookings%s.".formatted(statuses.isEmpty() ? "" : " of that status"));
    } else {
      ListResult<ScheduleView> listed = schedules();
      printer.print(listed.found(), views.schedules(listed.forecasts()));
      explain(
          listed.found(),
          statuses.isEmpty()
              ? "No schedules. Add one, such as: court add --on we --time 17:00"
              : "No schedules of that status.");
    }
    return ExitCodes.DONE;
  }

  private void explain(List<?> found, String why) {
    if (found.isEmpty() && output.format == Format.table) {
      court.say(why);
    }
  }

  private ListResult<ScheduleView> schedules() {
    return schedules.get().schedules(wanted(OF_SCHEDULES), all || !statuses.isEmpty());
  }

  private ListResult<ScheduledBooking> bookings() {
    ZoneId zone = court.venue().zone();
    LocalDate today = LocalDate.ofInstant(court.clock().instant(), zone);
    LocalDate first = from != null ? Dates.date(from) : all ? LocalDate.EPOCH : today;
    LocalDate last = to == null ? LocalDate.of(9000, 1, 1) : Dates.date(to);
    if (last.isBefore(first)) {
      throw new InvalidRequest("--to %s lies before %s".formatted(last, first));
    }
    Predicate<String> wanted = wanted(List.of());
    Instant start = first.atStartOfDay(zone).toInstant();
    Instant end = last.plusDays(1).atStartOfDay(zone).toInstant();
    return output.format == Format.table
        ? schedules.get().occurrences(wanted, start, end)
        : schedules.get().bookings(wanted, start, end);
  }

  private Predicate<String> wanted(List<String> more) {
    List<String> known = Stream.concat(BookingStatus.all().stream(), more.stream()).toList();
    for (String status : statuses) {
      if (!known.contains(status)) {
        throw new InvalidRequest(
            "no status %s%s there is %s"
                .formatted(
                    Quote.of(status),
                    Spelling.closest(status, known)
                        .map(", did you mean %s? Otherwise"::formatted)
                        .orElse(":"),
                    String.join(", ", known)));
      }
    }
    return statuses.isEmpty() ? status -> true : statuses::contains;
  }
}
