package dev.court.ics;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.court.booking.InvalidRequest;
import dev.court.transfer.CalendarPrograms;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Damaged calendars, for a second each. The seed is new in each run and stands in the report;
 * {@code -Dcourt.calendars.seed=N} runs that one again.
 */
class MutatedCalendarsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T17:00:00Z");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final long SECONDS = Long.getLong("court.calendars.seconds", 1);

  private static final String EVENT =
      """
      BEGIN:VEVENT
      UID:damaged
      DTSTART:20261203T180000
      RRULE:FREQ=WEEKLY
      EXDATE:20261210T180000
      SUMMARY:x
      END:VEVENT
      """;

  private static final Pattern FENCE = Pattern.compile("(?im)^\\s*(BEGIN|END)\\s*[:;]");

  private final List<byte[]> calendars = CalendarPrograms.all();

  /** Runs a round with seed after seed until the time is over. */
  private static void repeat(TestReporter reporter, Consumer<Random> round) {
    Long wanted = Long.getLong("court.calendars.seed");
    long seed = wanted == null ? System.nanoTime() : wanted;
    reporter.publishEntry("first seed", String.valueOf(seed));
    Instant end = Instant.now().plus(Duration.ofSeconds(SECONDS));
    do {
      try {
        round.accept(new Random(seed));
      } catch (Throwable e) {
        throw new AssertionError("-Dcourt.calendars.seed=" + seed, e);
      }
      seed++;
    } while (wanted == null && Instant.now().isBefore(end));
  }

  private static List<CalendarEntry> read(byte[] file) {
    return new CalendarFile(NEW_YORK, NOW).read(file);
  }

  private byte[] any(Random random) {
    return calendars.get(random.nextInt(calendars.size()));
  }

  @Test
  void whatever_is_wrong_is_a_reason_in_one_line(TestReporter reporter) {
    repeat(reporter, this::checkReasons);
  }

  private void checkReasons(Random random) {
    byte[] file = new CalendarMutator(random).mutated(any(random), any(random));
    try {
      assertThat(CalendarFile.isCalendar(file)).isIn(true, false);
      read(file).stream()
          .filter(CalendarEntry.Unreadable.class::isInstance)
          .map(entry -> ((CalendarEntry.Unreadable) entry).reason())
          .forEach(MutatedCalendarsTest::checkReason);
    } catch (InvalidRequest e) {
      checkReason(e.getMessage());
    }
  }

  private static void checkReason(String reason) {
    assertThat(reason).hasSizeBetween(5, 400).doesNotContainPattern("\\p{Cc}");
  }

  /** The rule that gives calendars their worth: one bad event does not cost the others. */
  @Test
  void a_damaged_event_costs_no_other(TestReporter reporter) {
    repeat(reporter, this::checkOthers);
  }

  private void checkOthers(Random random) {
    String text = new String(any(random), ISO_8859_1).strip();
    if (!text.endsWith("END:VCALENDAR")) {
      return;
    }
    int end = text.lastIndexOf("END:VCALENDAR");
    String before = text.substring(0, end);
    String after = text.substring(end);

    List<CalendarEntry> alone = others(before + after);
    List<CalendarEntry> together = others(before + damaged(random) + after);

    assertThat(together).isEqualTo(alone);
  }

  /** Damages the lines after the UID, and makes no lines that begin or end a component. */
  private static String damaged(Random random) {
    StringBuilder text = new StringBuilder(EVENT);
    int first = EVENT.indexOf("DTSTART");
    CalendarMutator mutator = new CalendarMutator(random);
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      int at = first + random.nextInt(text.lastIndexOf("\nEND") - first);
      String token = mutator.token();
      if (!token.matches("(?s)(BEGIN|END|METHOD|UID|RECURRENCE).*")) {
        text.insert(at, token.endsWith("\n") ? "\n" + token : token);
      }
    }
    return hasOneComponent(text.toString()) ? text.toString() : EVENT;
  }

  private static boolean hasOneComponent(String text) {
    return FENCE.matcher(text.replaceAll("(\r\n|\n|\r)[ \t]", "")).results().count() == 2;
  }

  /** The results of all events but the damaged one. */
  private static List<CalendarEntry> others(String file) {
    return read(file.getBytes(ISO_8859_1)).stream()
        .filter(entry -> !(entry instanceof CalendarEntry.Play play && isDamaged(play.series())))
        .filter(entry -> !(entry instanceof CalendarEntry.Cancelled one && isDamaged(one.series())))
        .filter(entry -> entry.place().number() <= events(file) - (isDamaged(file) ? 1 : 0))
        .toList();
  }

  private static boolean isDamaged(String text) {
    return text.contains("damaged");
  }

  private static int events(String file) {
    return file.split("BEGIN:VEVENT", -1).length - 1;
  }
}
