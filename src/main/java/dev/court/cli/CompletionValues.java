package dev.court.cli;

import dev.court.Application;
import dev.court.booking.BookingStatus;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.planning.PlanInWords;
import dev.court.schedule.ScheduleView;
import dev.court.text.ControlCharacters;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What there is at the moment, for shells that complete a line: a value, a tab, what it means. */
final class CompletionValues {
  static final String SCHEDULES = "schedules";
  static final String BOOKINGS = "bookings";
  static final String COURTS = "courts";

  private static final Map<String, Function<Application, Stream<String>>> TOPICS =
      Map.of(
          SCHEDULES, CompletionValues::schedules,
          BOOKINGS, CompletionValues::bookings,
          COURTS, CompletionValues::courts);

  private CompletionValues() {}

  /** Nothing for a topic that does not exist, or where nothing was ever kept. */
  static Stream<String> of(String topic, Application operations) {
    boolean isKept = Files.isDirectory(operations.settings().home());
    return isKept || topic.equals(COURTS)
        ? TOPICS.getOrDefault(topic, any -> Stream.empty()).apply(operations)
        : Stream.empty();
  }

  private static Stream<String> schedules(Application operations) {
    return operations.listSchedules().schedules(status -> true, false).found().stream()
        .map(ScheduleView::schedule)
        .map(one -> line(one.id(), meaning(one, operations.settings().venue())));
  }

  private static String meaning(Schedule schedule, Venue venue) {
    String name = schedule.asked().name();
    String when = PlanInWords.plan(schedule.asked().plan(), venue.zone());
    return name == null ? when : name + ", " + when;
  }

  /** Only those that somebody may have to resolve. */
  private static Stream<String> bookings(Application operations) {
    Phrases phrases = new Phrases(operations.settings().venue());
    return operations
        .listSchedules()
        .bookings(BookingStatus.UNKNOWN.word()::equals, Instant.EPOCH, Schedule.FOREVER)
        .found()
        .stream()
        .map(ScheduledBooking::booking)
        .map(one -> line(one.id(), phrases.timeAndZone(one.start())));
  }

  private static Stream<String> courts(Application operations) {
    return operations.settings().venue().courts().stream()
        .map(court -> line(court.id(), court.name()));
  }

  private static String line(Object value, String meaning) {
    return value + "\t" + ControlCharacters.blanked(meaning);
  }
}
