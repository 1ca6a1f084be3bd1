package dev.court.cli;

import dev.court.booking.BookingStatus;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Plan;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.schedule.ListResult;
import dev.court.schedule.ListSchedules;
import dev.court.terminal.Format;
import dev.court.terminal.Printer;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "calendar",
    description = {
      "Show weeks: days across, half-hours down, on the venue's clock.",
      "Hours without a booking are left out."
    })
public final class CalendarCommand implements Callable<Integer> {
  private static final int MOST = 53;
  private static final int DAYS_FILLED = 28;

  private final Supplier<ListSchedules> schedules;

  @ParentCommand CourtCommand court;
  @Mixin FormatOption output;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "The first day (default: Monday of this week).")
  String from;

  @Option(
      names = "--weeks",
      paramLabel = "N",
      defaultValue = "1",
      description = "So many weeks (default: ${DEFAULT-VALUE}).")
  int weeks;

  @Option(names = "--all", description = "Also what was removed.")
  boolean all;

  public CalendarCommand(Supplier<ListSchedules> schedules) {
    this.schedules = schedules;
  }

  @Override
  public Integer call() {
    if (weeks < 1 || weeks > MOST) {
      throw new InvalidRequest("--weeks must be from 1 to %s".formatted(MOST));
    }
    Venue venue = court.venue();
    ZoneId zone = venue.zone();
    LocalDate today = LocalDate.ofInstant(court.clock().instant(), zone);
    LocalDate first = from == null ? monday(today) : Dates.date(from);
    Instant start = start(first, zone);
    Instant end = start(first.plusWeeks(weeks), zone);
    if (output.format == Format.table) {
      draw(venue, today, first, schedules.get().occurrences(this::isWanted, start, end));
    } else {
      ListResult<ScheduledBooking> listed = schedules.get().bookings(this::isWanted, start, end);
      new Printer(court.screen(), output.format)
          .print(listed.found(), new Views(venue).bookings(listed.forecasts()));
    }
    return ExitCodes.DONE;
  }

  private void draw(
      Venue venue, LocalDate today, LocalDate first, ListResult<ScheduledBooking> listed) {
    List<ScheduledBooking> bookings = listed.found();
    CellTexts texts = new CellTexts(venue, one -> owner(listed, one));
    WeekGrid grid = new WeekGrid(court.screen(), venue, today, texts);
    for (int week = 0; week < weeks && !bookings.isEmpty(); week++) {
      grid.print(Week.of(first.plusWeeks(week), bookings, venue.zone()));
    }
    LocalDate last = first.plusWeeks(weeks).minusDays(1);
    new AwayNotes(court)
        .print(
            listed.forecasts(),
            days -> !days.last().isBefore(first) && !days.first().isAfter(last));
    if (bookings.isEmpty()) {
      court.say("No bookings from %s to %s.".formatted(first, last));
    }
    if (last.isAfter(today.plusDays(DAYS_FILLED)) && hasRules()) {
      court.say(
          "note: bookings are made %s days ahead; court preview shows what a rule means later"
              .formatted(DAYS_FILLED));
    }
  }

  private static String owner(ListResult<ScheduledBooking> listed, ScheduledBooking one) {
    return listed.forecasts().areSeveral() ? listed.forecasts().account(one.schedule()) : "";
  }

  private boolean hasRules() {
    return schedules.get().schedules(status -> true, false).found().stream()
        .anyMatch(view -> view.schedule().asked().plan() instanceof Plan.Recurring);
  }

  private boolean isWanted(String status) {
    return all || !status.equals(BookingStatus.CANCELLED.word());
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }
}
