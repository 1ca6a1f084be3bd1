package dev.court.ics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Occurrence;
import dev.court.booking.Plan;
import dev.court.recurrence.RecurrenceRule;
import dev.court.recurrence.RecurrenceSet;
import dev.court.recurrence.Until;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any series of another zone is played at the instants of that zone, or refused. */
class SeriesConversionTest {
  private static final Instant NOW = Instant.parse("2026-11-22T17:00:00Z");
  private static final Instant LATER = Instant.parse("2066-11-22T17:00:00Z");
  private static final List<String> ZONES =
      List.of(
          "America/New_York",
          "America/Chicago",
          "America/Phoenix",
          "America/Santiago",
          "Europe/Berlin",
          "Europe/London",
          "Australia/Lord_Howe",
          "Asia/Tokyo",
          "UTC");
  private static final List<String> RULES =
      List.of(
          "FREQ=DAILY",
          "FREQ=WEEKLY",
          "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,WE",
          "FREQ=MONTHLY;BYDAY=2SU",
          "FREQ=MONTHLY;BYMONTHDAY=26",
          "FREQ=YEARLY",
          "FREQ=YEARLY;INTERVAL=7",
          "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
          "FREQ=DAILY;BYMONTH=6,7");

  static LongStream seeds() {
    return LongStream.range(0, 250);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void has_the_instants_of_its_own_zone(long seed) {
    Random random = new Random(seed);
    ZoneId zone = ZoneId.of(any(ZONES, random));
    ZoneId venue = ZoneId.of(any(ZONES, random));
    LocalDateTime start =
        LocalDateTime.of(2025, 10, 1, 0, 0)
            .plusDays(random.nextInt(900))
            .plusMinutes(30L * random.nextInt(48));
    RecurrenceRule rule = RecurrenceRule.parse(any(RULES, random) + end(start, zone, random));
    CalendarTime at = new CalendarTime(start, zone.getRules(), false);

    ReadingContext context = new ReadingContext(venue, NOW, new ReadingBudget());
    List<Instant> expected = times(new Plan.Recurring(start, rule.canonical()), zone);

    assertThat(converted(new SeriesConversion(rule, at, context), venue, expected))
        .as("%s in %s from %s, at %s", rule, zone, start, venue)
        .isEqualTo(expected);
  }

  /** The times at the venue; the expected ones where the series is refused. */
  private static List<Instant> converted(
      SeriesConversion conversion, ZoneId venue, List<Instant> expected) {
    try {
      return conversion
          .asRule(new Exclusions())
          .map(plan -> times(plan, venue))
          .orElseGet(() -> sorted(conversion.asDates(new Exclusions())));
    } catch (InvalidRequest e) {
      return expected;
    }
  }

  private static List<Instant> times(Plan.Recurring plan, ZoneId zone) {
    return new RecurrenceSet(plan, zone)
        .between(NOW, LATER, 700).stream().map(Occurrence::instant).toList();
  }

  private static List<Instant> sorted(List<Instant> instants) {
    return new ArrayList<>(instants).stream().distinct().sorted().toList();
  }

  private static String end(LocalDateTime start, ZoneId zone, Random random) {
    LocalDateTime last = start.plusDays(random.nextInt(500));
    return switch (random.nextInt(4)) {
      case 0 -> ";COUNT=" + (1 + random.nextInt(60));
      case 1 -> ";UNTIL=" + Until.LOCAL.format(last);
      case 2 ->
          ";UNTIL="
              + Until.LOCAL.format(last.atZone(zone).withZoneSameInstant(ZoneOffset.UTC))
              + "Z";
      default -> "";
    };
  }

  private static String any(List<String> texts, Random random) {
    return texts.get(random.nextInt(texts.size()));
  }
}
