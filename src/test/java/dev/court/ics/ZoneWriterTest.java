package dev.court.ics;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import dev.court.booking.Revision;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What another implementation reads from our definition of a zone is what Java says. (biweekly
 * itself is wrong by an hour around clock changes, and for half-hour ones; those are in
 * SourceZoneTest.)
 */
class ZoneWriterTest {
  private static final Instant FROM = Instant.parse("2026-01-15T17:00:00Z");

  /** The same time on each day of three years, in a zone that nobody knows by its name. */
  private static String feed(ZoneId zone) {
    List<Feed.FeedEvent> events =
        IntStream.range(0, 3 * 365)
            .mapToObj(day -> FROM.atZone(zone).plusDays(day).toInstant())
            .map(ZoneWriterTest::event)
            .toList();
    return FeedWriter.write(new Feed("x", zone, events))
        .replace(zone.getId(), "Nowhere")
        .replaceAll("X-WR-TIMEZONE.*\r\n", "");
  }

  private static Feed.FeedEvent event(Instant start) {
    return new Feed.FeedEvent(
        start.toString(),
        new Revision(0, start),
        start,
        Duration.ofMinutes(30),
        new Feed.FeedEventText(Feed.EventStatus.TENTATIVE, "s", "l", "d"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "America/New_York",
        "Europe/Berlin",
        "America/Sao_Paulo",
        "Asia/Kathmandu",
        "America/Santiago",
        "Africa/Casablanca",
        "Asia/Tehran",
        "UTC",
        "-05:00"
      })
  void says_each_time_as_java_does(String zone) {
    ICalendar read = Biweekly.parse(feed(ZoneId.of(zone))).first();

    assertThat(read.getEvents()).hasSize(3 * 365);
    assertThat(read.getEvents().stream().filter(event -> !isRight(event)).map(ZoneWriterTest::told))
        .isEmpty();
  }

  private static boolean isRight(VEvent event) {
    return event.getDateStart().getValue().toInstant().toString().equals(event.getUid().getValue());
  }

  private static String told(VEvent event) {
    return event.getUid().getValue() + " is read as " + event.getDateStart().getValue().toInstant();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          America/New_York  | FREQ=YEARLY;BYMONTH=11;BYDAY=1SU | FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
          Europe/Berlin     | FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU | FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
          Pacific/Auckland  | FREQ=YEARLY;BYMONTH=9;BYDAY=-1SU | FREQ=YEARLY;BYMONTH=4;BYDAY=1SU
          """)
  void says_by_a_rule_what_comes_each_year(String zone, String first, String second) {
    assertThat(feed(ZoneId.of(zone)).lines().filter(line -> line.startsWith("RRULE:")))
        .containsExactly("RRULE:" + first, "RRULE:" + second);
  }

  @Test
  void a_zone_that_changes_by_the_moon_is_written_change_by_change() {
    assertThat(feed(ZoneId.of("Africa/Casablanca")).lines())
        .noneMatch(line -> line.startsWith("RRULE:"))
        .filteredOn(line -> line.startsWith("BEGIN:DAYLIGHT") || line.startsWith("BEGIN:STANDARD"))
        .hasSizeBetween(6, 8);
  }
}
