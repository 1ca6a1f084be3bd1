package dev.court.ics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.court.booking.InvalidRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Definitions of zones, ours and those that others write. */
class ZoneReaderTest {
  private static final Instant FROM = Instant.parse("2026-01-15T17:00:00Z");
  private static final Instant TO = Instant.parse("2029-01-15T17:00:00Z");

  private static final String OUTLOOK =
      """
      BEGIN:VTIMEZONE
      TZID:Customized Time Zone
      BEGIN:STANDARD
      DTSTART:16010101T020000
      RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
      TZOFFSETFROM:-0400
      TZOFFSETTO:-0500
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:16010101T020000
      RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
      TZOFFSETFROM:-0500
      TZOFFSETTO:-0400
      END:DAYLIGHT
      END:VTIMEZONE
      """;

  private static ZoneRules read(String definition) {
    String file = "BEGIN:VCALENDAR\n" + definition + "END:VCALENDAR\n";
    return new ZoneReader(
            Component.file(file.getBytes(UTF_8)).within("VTIMEZONE").findFirst().get(),
            new ReadingBudget())
        .rules();
  }

  private static Stream<Instant> halfHours() {
    return Stream.iterate(FROM, at -> at.isBefore(TO), at -> at.plus(Duration.ofMinutes(30)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "America/New_York",
        "Europe/Berlin",
        "Europe/Dublin",
        "Australia/Lord_Howe",
        "Pacific/Auckland",
        "Africa/Casablanca",
        "Asia/Kathmandu",
        "America/Sao_Paulo"
      })
  void what_we_write_is_what_we_read(String name) {
    ZoneId zone = ZoneId.of(name);
    ContentWriter out = new ContentWriter();
    new ZoneWriter(zone, out).write(FROM, TO);

    ZoneRules read = read(out.toString());

    assertThat(halfHours())
        .allMatch(at -> read.getOffset(at).equals(zone.getRules().getOffset(at)));
  }

  @Test
  void reads_what_outlook_writes() {
    ZoneRules read = read(OUTLOOK);

    ZoneRules newYork = ZoneId.of("America/New_York").getRules();
    assertThat(halfHours()).allMatch(at -> read.getOffset(at).equals(newYork.getOffset(at)));
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-14T02:30, 2027-03-14T07:30:00Z",
    "2027-11-07T01:30, 2027-11-07T05:30:00Z",
    "2027-11-07T02:00, 2027-11-07T07:00:00Z"
  })
  void a_time_in_a_gap_moves_forward_and_of_two_it_is_the_first(LocalDateTime at, Instant instant) {
    assertThat(CalendarTime.instant(at, read(OUTLOOK))).isEqualTo(instant);
    assertThat(CalendarTime.instant(at, ZoneId.of("America/New_York").getRules()))
        .isEqualTo(instant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TZOFFSETTO:-0500       | TZOFFSETTO:EST    | TZOFFSETTO is no offset: 'EST'
          TZOFFSETTO:-0500       | X:Y               | TZOFFSETTO is missing
          DTSTART:16010101T020000 | DTSTART:now      | is no time
          FREQ=YEARLY            | FREQ=SECONDLY     | FREQ='SECONDLY' is not taken
          TZOFFSETTO:-0500       | TZOFFSETTO:-9900  | offset
          """)
  void what_cannot_be_followed_is_told(String part, String instead, String reason) {
    assertThatThrownBy(() -> read(OUTLOOK.replace(part, instead)))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("its time zone 'Customized Time Zone'")
        .hasMessageContaining("line 2")
        .hasMessageContaining(reason);
  }
}
