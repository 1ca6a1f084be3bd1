package dev.court.cli;

import dev.court.booking.ScheduledBooking;
import dev.court.notification.BookingReport;
import dev.court.run.accounts.AccountReport;
import dev.court.schedule.ShowSchedule;
import dev.court.terminal.Format;
import dev.court.terminal.Printer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Prints what a run did for its accounts; their names only where there are several. */
final class AccountReporter {
  private final CourtCommand court;
  private final Function<String, ShowSchedule> show;

  AccountReporter(CourtCommand court, Function<String, ShowSchedule> show) {
    this.court = court;
    this.show = show;
  }

  void print(List<AccountReport> reports, Format format) {
    boolean isOne = reports.size() == 1;
    if (format == Format.table) {
      reports.forEach(one -> reporter(one, isOne).print(one.report()));
    } else {
      printData(reports, isOne, format);
      reports.forEach(one -> reporter(one, isOne).say(one.report()));
    }
  }

  private RunReporter reporter(AccountReport one, boolean isOne) {
    return new RunReporter(
        court, () -> show.apply(one.account()), isOne ? "" : one.account(), one.account());
  }

  private void printData(List<AccountReport> reports, boolean isOne, Format format) {
    Map<Long, String> owners = new HashMap<>();
    List<ScheduledBooking> shown = new ArrayList<>();
    for (AccountReport one : reports) {
      for (BookingReport told : reporter(one, isOne).shown(one.report())) {
        owners.put(told.what().booking().id(), one.account());
        shown.add(told.what());
      }
    }
    if (!shown.isEmpty()) {
      print(shown, owners, isOne, format);
    }
  }

  /** What a run would take, by the names of the accounts. */
  void rehearsed(Map<String, List<ScheduledBooking>> due, Format format) {
    Map<Long, String> owners = new HashMap<>();
    List<ScheduledBooking> all = new ArrayList<>();
    due.forEach(
        (account, some) -> {
          all.addAll(some);
          some.forEach(one -> owners.put(one.booking().id(), account));
        });
    print(all, owners, due.size() == 1, format);
  }

  private void print(
      List<ScheduledBooking> some, Map<Long, String> owners, boolean isOne, Format format) {
    Views views = new Views(court.venue());
    new Printer(court.screen(), format)
        .print(
            some,
            isOne ? views.bookings() : views.bookingsOf(one -> owners.get(one.booking().id())));
  }
}
