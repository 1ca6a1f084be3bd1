package dev.court.cli;

import dev.court.booking.BookingStatus;
import dev.court.booking.ScheduledBooking;
import dev.court.doctor.Doctor;
import dev.court.doctor.Finding;
import dev.court.doctor.Finding.Verdict;
import dev.court.schedule.History;
import dev.court.schedule.ListResult;
import dev.court.schedule.ListSchedules;
import dev.court.terminal.Column;
import dev.court.terminal.Format;
import dev.court.terminal.LineBreaks;
import dev.court.terminal.Printer;
import dev.court.terminal.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What {@code court} alone shows at a terminal: whether somebody is signed in and cron comes by,
 * what opens next, what came of the last ones, and the one thing to do, if there is one. It asks
 * nothing of the network.
 */
public final class HomeScreen {
  private static final int MOST = 3;

  private static final Set<BookingStatus> OUTCOMES =
      EnumSet.of(
          BookingStatus.SUCCESS, BookingStatus.FAILED, BookingStatus.MISSED, BookingStatus.UNKNOWN);

  private final Supplier<Doctor> doctor;
  private final Supplier<ListSchedules> schedules;
  private final Supplier<History> history;

  public HomeScreen(
      Supplier<Doctor> doctor, Supplier<ListSchedules> schedules, Supplier<History> history) {
    this.doctor = doctor;
    this.schedules = schedules;
    this.history = history;
  }

  void show(CourtCommand court) {
    List<Finding> all = doctor.get().run(true);
    List<Finding> findings = new FindingLines(all).of(all);
    Optional<Finding> toDo = toDo(findings);
    new StateLines(all, findings).of(toDo).forEach(line -> say(court, line));
    ListResult<ScheduledBooking> next = schedules.get().next(MOST);
    if (next.found().isEmpty()) {
      say(
          court,
          "nothing is to be booked: "
              + new NothingAhead(court).reason(schedules.get()).orElseGet(() -> way(findings)));
    } else {
      heading(court, "Opens next");
      new OpeningsTable(court).print(next, Format.table);
    }
    List<ScheduledBooking> outcomes = outcomes();
    if (!outcomes.isEmpty()) {
      heading(court, "Came of the last ones");
      new Printer(court.screen(), Format.table)
          .print(outcomes, outcomes(new Views(court.venue()), new Phrases(court.venue())));
    }
    toDo.ifPresent(
        one -> {
          heading(court, "To do");
          say(court, one.subject() + ": " + one.message());
        });
    court.screen().line("");
    say(court, "court --help lists the commands, court doctor looks at everything.");
  }

  private static String way(List<Finding> findings) {
    return findings.stream().anyMatch(one -> one.verdict() == Verdict.TROUBLE)
        ? "court init sets everything up"
        : "court add wed 17:00 adds something";
  }

  /** What keeps bookings from coming about goes before what may do so, and that before the rest. */
  private static Optional<Finding> toDo(List<Finding> findings) {
    return findings.stream()
        .filter(one -> one.verdict() == Verdict.TROUBLE)
        .findFirst()
        .or(() -> warnings(findings).filter(one -> StateLines.isState(one)).findFirst())
        .or(() -> warnings(findings).findFirst());
  }

  private static Stream<Finding> warnings(List<Finding> findings) {
    return findings.stream().filter(one -> one.verdict() == Verdict.WARNING);
  }

  /** The newest first. */
  private List<ScheduledBooking> outcomes() {
    List<History.HistoryEntry> newestFirst = new ArrayList<>(history.get().recent(false));
    Collections.reverse(newestFirst);
    List<ScheduledBooking> outcomes = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    for (History.HistoryEntry entry : newestFirst) {
      ScheduledBooking one = new ScheduledBooking(entry.what().schedule(), entry.shown());
      if (OUTCOMES.contains(one.booking().status()) && seen.add(one.booking().id())) {
        outcomes.add(one);
      }
    }
    return outcomes.subList(0, Math.min(MOST, outcomes.size()));
  }

  private static View<ScheduledBooking, ScheduledBooking> outcomes(Views views, Phrases phrases) {
    return new View<>(
        List.of(
            Column.<ScheduledBooking>column("START", one -> phrases.time(one.booking().start()))
                .briefly(one -> phrases.brief(one.booking().start())),
            Column.<ScheduledBooking>column("STATUS", one -> one.booking().status().word())
                .styled(),
            Column.<ScheduledBooking>column("RESULT", views::result).wrapped(20)),
        ScheduledBooking.class,
        one -> one);
  }

  private static void heading(CourtCommand court, String text) {
    court.screen().line("");
    court.screen().line(text + ":");
  }

  private static void say(CourtCommand court, String text) {
    int columns = court.screen().columns();
    LineBreaks.betweenWords()
        .lines(text, columns == 0 ? Integer.MAX_VALUE : columns)
        .forEach(court.screen()::line);
  }
}
