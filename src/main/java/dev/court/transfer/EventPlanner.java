package dev.court.transfer;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Occurrence;
import dev.court.booking.Plan;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.Venue;
import dev.court.ics.CalendarEntry;
import dev.court.planning.Occurrences;
import dev.court.planning.PlanInWords;
import dev.court.planning.PlanOptions;
import dev.court.planning.RequestMaker;
import dev.court.planning.RequestOptions;
import dev.court.text.Excerpt;
import dev.court.text.InvisibleCharacters;
import dev.court.transfer.ImportResult.ImportStatus;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes requests of the entries of a calendar file. It needs no database. */
final class EventPlanner {
  private static final int MOST_SCHEDULES = 500;
  private static final int LONGEST_NAME = 100;

  private final Venue venue;
  private final Instant now;
  private final RequestMaker maker;
  private final EventDefaults defaults;

  EventPlanner(Workspace workspace, RequestMaker maker, EventDefaults defaults) {
    this.venue = workspace.venue();
    this.now = workspace.now();
    this.maker = maker;
    this.defaults = defaults;
  }

  /**
   * A request for each entry that can be booked, and a reason for each other entry.
   *
   * @throws InvalidRequest when there are too many requests
   */
  List<PlannedEvent> plan(String file, List<CalendarEntry> entries) {
    List<PlannedEvent> planned = new ArrayList<>();
    int asked = 0;
    for (CalendarEntry entry : entries) {
      PlannedEvent event = plan(file, entry);
      planned.add(event);
      asked += event instanceof PlannedEvent.Importable ? 1 : 0;
      if (asked > MOST_SCHEDULES) {
        throw new InvalidRequest(
            "asks for more than %s things to play: export fewer days of it"
                .formatted(MOST_SCHEDULES));
      }
    }
    return planned;
  }

  private PlannedEvent plan(String file, CalendarEntry entry) {
    CalendarEntry.EventLocation at = entry.place();
    String place = "%s: event %s (line %s)".formatted(file, at.number(), at.line());
    if (entry instanceof CalendarEntry.Unreadable wrong) {
      return new PlannedEvent.NotImportable(place, ImportStatus.BAD, wrong.reason(), "", "");
    }
    if (entry instanceof CalendarEntry.Cancelled cancelled) {
      return new PlannedEvent.NotImportable(
          place, ImportStatus.CANCELLED, "was called off", cancelled.uid(), cancelled.series());
    }
    if (entry instanceof CalendarEntry.Over) {
      return new PlannedEvent.NotImportable(
          place, ImportStatus.PAST, "nothing of it is ahead", "", "");
    }
    if (entry instanceof CalendarEntry.SecondOfTwo second) {
      return onlyKnown(place, second);
    }
    try {
      return asked(place, (CalendarEntry.Play) entry);
    } catch (InvalidRequest e) {
      return new PlannedEvent.NotImportable(place, ImportStatus.BAD, e.getMessage(), "", "");
    }
  }

  private PlannedEvent onlyKnown(String place, CalendarEntry.SecondOfTwo second) {
    return new PlannedEvent.OnlyKnown(
        place,
        second.uid(),
        second.text().isConfirmed(),
        PlanInWords.plan(new Plan.OneOff(second.wallClock()), venue.zone()),
        "%s happens twice that day, and only the first of them can be asked for"
            .formatted(second.wallClock()));
  }

  private PlannedEvent asked(String place, CalendarEntry.Play play) {
    String words = PlanInWords.plan(play.plan(), venue.zone());
    Optional<Occurrence> next = new Occurrences(play.plan(), venue).firstAfter(now);
    if (next.isEmpty()) {
      return new PlannedEvent.NotImportable(place, ImportStatus.PAST, words, "", "");
    }
    ScheduleRequest request = maker.makeOf(play.plan(), options(play), now);
    return new PlannedEvent.Importable(place, play, request, words);
  }

  private RequestOptions options(CalendarEntry.Play play) {
    CourtNames names = new CourtNames(venue);
    String courts =
        names
            .in(play.text().location())
            .or(() -> names.in(play.text().summary()))
            .orElse(defaults.courts());
    return new RequestOptions(
        PlanOptions.NONE, courts, duration(play), null, name(play), null, null, null, null);
  }

  /** Null, the default, for an event that has no length. */
  private String duration(CalendarEntry.Play play) {
    boolean says = play.duration() != null && !play.duration().equals(Duration.ZERO);
    return defaults.duration() == null && says ? play.duration().toString() : defaults.duration();
  }

  private static String name(CalendarEntry.Play play) {
    String name = InvisibleCharacters.blanked(FeedText.nameIn(play.text().summary()));
    return Excerpt.start(name, LONGEST_NAME).strip();
  }
}
