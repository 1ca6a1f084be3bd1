package dev.court.cli.setup;

import dev.court.booking.Plan;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.ScheduledBooking;
import dev.court.cli.CourtCommand;
import dev.court.cli.OverlapNotes;
import dev.court.cli.Phrases;
import dev.court.planning.PlanInWords;
import dev.court.planning.RequestOptions;
import dev.court.schedule.AddSchedule;
import dev.court.schedule.ScheduleView;
import java.util.ArrayList;
import java.util.List;

/** A schedule that is to be added after the yes, unless it is there already. */
final class ScheduleDraft {
  static final String THERE = "That is there already.";

  private final CourtCommand court;
  private final SetupCases cases;
  private final Phrases phrases;
  private ScheduleRequest asked;
  private AddSchedule.Added understood;

  ScheduleDraft(CourtCommand court, SetupCases cases) {
    this.court = court;
    this.cases = cases;
    this.phrases = new Phrases(court.venue());
  }

  /**
   * Takes these options, and finds their next occurrences; nothing is written.
   *
   * @throws dev.court.booking.InvalidRequest when they cannot be booked
   */
  void understand(RequestOptions options) {
    ScheduleRequest request = cases.requests().make(options, court.clock().instant());
    understood = cases.addSchedule().add(request, true);
    asked = request;
  }

  boolean isAsked() {
    return asked != null;
  }

  /** A script that runs again adds nothing twice. */
  boolean leaveOutIfThere() {
    boolean isThere = there().stream().anyMatch(one -> isSame(one.schedule().asked(), asked));
    if (isThere) {
      asked = null;
    }
    return isThere;
  }

  /** The day from which a series counts is another one each day. */
  private boolean isSame(ScheduleRequest one, ScheduleRequest other) {
    return words(one).equals(words(other))
        && one.courts().equals(other.courts())
        && one.duration().equals(other.duration());
  }

  /** The schedules of the account, in words. */
  List<String> thereInWords() {
    return there().stream().map(this::words).toList();
  }

  private List<ScheduleView> there() {
    return cases.hasAccount()
        ? cases.schedules().schedules(status -> true, false).found()
        : List.of();
  }

  private String words(ScheduleView view) {
    return "schedule %s, %s".formatted(view.schedule().id(), words(view.schedule().asked()));
  }

  private String words(ScheduleRequest request) {
    return PlanInWords.asked(request, court.venue().zone());
  }

  /** What is there, and then what is to be added. */
  List<PlannedValue> planned(String origin) {
    List<PlannedValue> lines = new ArrayList<>();
    thereInWords().forEach(one -> lines.add(line(one, PlannedValue.THERE)));
    if (asked != null) {
      String courts = phrases.courts(asked.courts());
      lines.add(line("%s, %s; %s".formatted(words(asked), courts, first()), origin));
    }
    return lines;
  }

  private static PlannedValue line(String value, String origin) {
    return new PlannedValue("to play", value, origin);
  }

  private String first() {
    ScheduledBooking first = understood.next().get(0);
    String opens = phrases.opens(first, court.clock().instant());
    return asked.plan() instanceof Plan.OneOff
        ? opens
        : "first %s, %s".formatted(phrases.time(first.booking().start()), opens);
  }

  /** Adds it. */
  void write() {
    // another court may have added it while the question waited
    cases
        .addSchedule()
        .addUnlessThere(asked, one -> isSame(one, asked))
        .ifPresentOrElse(this::say, () -> court.say(THERE));
  }

  private void say(AddSchedule.Added added) {
    court.say("Schedule %s is kept.".formatted(added.schedule().id()));
    new OverlapNotes(court, phrases).print(added.overlaps(), added.unwinnable());
  }
}
