package dev.court.cli;

import dev.court.booking.BookingStatus;
import dev.court.booking.Problem;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.notification.channel.Channel;
import dev.court.planning.PlanInWords;
import dev.court.schedule.ListSchedules;
import dev.court.schedule.ScheduleView;
import dev.court.schedule.WantedNow;
import dev.court.settings.Settings;
import dev.court.text.ControlCharacters;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The values that exist at the moment, for shells that complete a line. */
final class CompletionValues {
  static final String SCHEDULES = "schedules";
  static final String RESUMABLE = "resumable";
  static final String UNKNOWN = "unknown";
  static final String LOST = "lost";
  static final String COURTS = "courts";
  static final String DATES = "dates";
  static final String CHANNELS = "channels";
  static final String ACCOUNTS = "accounts";

  /** The one topic that {@link CompleteCommand} knows by itself. */
  static final String COMMANDS = "commands";

  private static final int MOST_DATES = 12;

  private static final Set<String> PAUSED_OR_REMOVED =
      Set.of(ScheduleView.PAUSED, BookingStatus.CANCELLED.word());

  private static final Set<String> LOST_OR_GIVEN_BACK =
      Set.of(
          BookingStatus.FAILED.word(), BookingStatus.MISSED.word(), BookingStatus.CANCELLED.word());

  private final Settings settings;
  private final InstantSource clock;
  private final Venue venue;
  private final Supplier<ListSchedules> schedules;
  private final Supplier<List<String>> storedAccounts;

  /**
   * Values by these settings.
   *
   * @param storedAccounts the names of those in the database
   */
  CompletionValues(
      Settings settings,
      InstantSource clock,
      Supplier<ListSchedules> schedules,
      Supplier<List<String>> storedAccounts) {
    this.clock = clock;
    this.settings = settings;
    this.venue = settings.venue();
    this.schedules = schedules;
    this.storedAccounts = storedAccounts;
  }

  /**
   * The values of a topic, each with a tab and what it means. There are none for a topic that does
   * not exist, nor for ids where there is no home folder yet.
   *
   * @param line the words of the line before the one to complete
   */
  Stream<String> of(String topic, List<String> line) {
    if (topic.equals(COURTS)) {
      return courts();
    }
    if (topic.equals(ACCOUNTS)) {
      return Stream.concat(settings.accountNames().stream(), ofDatabase().stream()).distinct();
    }
    if (topic.equals(CHANNELS)) {
      return settings.channels().stream().map(Channel::name);
    }
    if (!Files.isDirectory(settings.home())) {
      return Stream.empty();
    }
    return switch (topic) {
      case SCHEDULES -> schedules(status -> true, false);
      case RESUMABLE -> schedules(PAUSED_OR_REMOVED::contains, true);
      case UNKNOWN -> lines(found(BookingStatus.UNKNOWN.word()::equals, Instant.EPOCH).stream());
      case DATES -> dates(line);
      case LOST -> retried();
      default -> Stream.empty();
    };
  }

  /** None where the database cannot be read: the settings know some accounts without it. */
  private List<String> ofDatabase() {
    try {
      return Files.isDirectory(settings.home()) ? storedAccounts.get() : List.of();
    } catch (Problem e) {
      return List.of();
    }
  }

  private Stream<String> schedules(Predicate<String> wanted, boolean overToo) {
    return schedules.get().schedules(wanted, overToo).found().stream()
        .map(ScheduleView::schedule)
        .map(one -> line(one.id(), meaning(one)));
  }

  private String meaning(Schedule schedule) {
    String name = schedule.asked().name();
    String when = PlanInWords.asked(schedule.asked(), venue.zone());
    return name == null ? when : name + ", " + when;
  }

  private Stream<String> retried() {
    List<ScheduledBooking> found = found(LOST_OR_GIVEN_BACK::contains, clock.instant());
    return lines(found.stream().filter(CompletionValues::isWanted));
  }

  private static boolean isWanted(ScheduledBooking one) {
    return one.booking().status() != BookingStatus.CANCELLED
        || (one.booking().isGivenBack()
            && !one.schedule().removed()
            && !WantedNow.isLeftOutByDate(one.schedule(), one.booking()));
  }

  private List<ScheduledBooking> found(Predicate<String> wanted, Instant from) {
    return schedules.get().bookings(wanted, from, Schedule.FOREVER).found();
  }

  private Stream<String> lines(Stream<ScheduledBooking> found) {
    Phrases phrases = new Phrases(venue);
    return found
        .map(ScheduledBooking::booking)
        .map(one -> line(one.id(), phrases.timeAndZone(one.start())));
  }

  /** The days of the next bookings of the schedule that the line names. */
  private Stream<String> dates(List<String> line) {
    Optional<String> id = line.stream().filter(word -> word.matches("\\d+")).reduce((a, b) -> b);
    if (id.isEmpty() || line.contains("--undo")) {
      return Stream.empty();
    }
    Phrases phrases = new Phrases(venue);
    return schedules
        .get()
        .bookings(BookingStatus.PENDING.word()::equals, clock.instant(), Schedule.FOREVER)
        .found()
        .stream()
        .filter(one -> String.valueOf(one.schedule().id()).equals(id.get()))
        .map(ScheduledBooking::booking)
        .map(one -> line(date(one.start()), phrases.timeAndZone(one.start())))
        .distinct()
        .limit(MOST_DATES);
  }

  private String date(Instant start) {
    return start.atZone(venue.zone()).toLocalDate().toString();
  }

  private Stream<String> courts() {
    return venue.courts().stream().map(court -> line(court.id(), court.name()));
  }

  static String line(Object value, String meaning) {
    return value + "\t" + ControlCharacters.blanked(meaning);
  }
}
