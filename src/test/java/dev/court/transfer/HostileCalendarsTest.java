package dev.court.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import dev.court.cli.ExitCodes;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Calendars that were made to take hours or all memory. Each is refused with a reason, which a
 * reader without bounds never says; the time limit only ends the test on such a reader.
 */
@Tag("long")
class HostileCalendarsTest extends WithPlayer {
  /** What a hostile file holds, and the reason that is told. */
  private record Trap(String content, String reason) {}

  private static final String START = "DTSTART:20261202T180000\n";
  private static final String SPARSE =
      "DTSTART:00010101T180000\nRRULE:FREQ=YEARLY;BYYEARDAY=366;BYDAY=MO;COUNT=10000\n";

  /** Its rule is long to follow, and what makes it unreadable comes last. */
  private static final String BROKEN_ZONE =
      """
      BEGIN:VTIMEZONE
      TZID:Club
      BEGIN:STANDARD
      DTSTART:19700101T000000
      RRULE:FREQ=MONTHLY;BYDAY=1SU
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0200
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:never
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0200
      END:DAYLIGHT
      END:VTIMEZONE
      """;

  private static final Map<String, Trap> TRAPS =
      Map.of(
          "a zone of slashes",
          new Trap(
              event("DTSTART;TZID=" + "/".repeat(5_000_000) + ":20261202T180000\n"), "too long"),
          "counted from the year 1",
          new Trap(many(5_000, i -> event(SPARSE)), "has rules that take too long to follow"),
          "a broken zone",
          new Trap(
              BROKEN_ZONE + many(2_000, i -> event("DTSTART;TZID=Club:20261202T180000\n")),
              "its time zone 'Club' is defined in a way that cannot be followed"),
          "many zones",
          new Trap(
              many(500, i -> zone(i) + event("DTSTART;TZID=z" + i + ":20261202T180000\n")),
              "has rules that take too long to follow"),
          "many dates in one event",
          new Trap(
              event(START + many(800, i -> "RDATE:" + "20261203T180000,".repeat(1_000) + "\n")),
              "lists more than 5000 dates (RDATE)"),
          "many dates in many events",
          new Trap(many(10, i -> event(dates())), "has more than 20000 dates"),
          "components in components",
          new Trap("BEGIN:A\n".repeat(400_000), "is nested too deep"),
          "lines without end",
          new Trap("A:\n".repeat(5_000_000), "has more than 500000 lines"),
          "times of every minute",
          new Trap(
              many(
                  400,
                  i -> event("DTSTART;TZID=Europe/Berlin:20261202T180000\nRRULE:" + everyHour())),
              "has rules that take too long to follow"));

  static final Set<String> NAMES = TRAPS.keySet();

  private static String event(String properties) {
    return "BEGIN:VEVENT\n" + properties + "END:VEVENT\n";
  }

  private static String zone(int i) {
    return BROKEN_ZONE.replace("Club", "z" + i).replace("never", "20000101T000000");
  }

  private static String dates() {
    return START + many(3, i -> "RDATE:" + many(1_300, j -> date(i * 1_300 + j) + ",") + "\n");
  }

  private static String date(int i) {
    return java.time.LocalDate.of(2027, 1, 1).plusDays(i).toString().replace("-", "") + "T180000";
  }

  private static String everyHour() {
    return "FREQ=DAILY;BYHOUR="
        + IntStream.range(0, 24).mapToObj(String::valueOf).collect(Collectors.joining(","))
        + "\n";
  }

  private static String many(int count, IntFunction<String> part) {
    return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  @Timeout(value = 300, threadMode = SEPARATE_THREAD)
  void a_trap_is_refused_with_its_reason(String name) {
    Trap trap = TRAPS.get(name);
    String text = "BEGIN:VCALENDAR\nVERSION:2.0\n" + trap.content() + "END:VCALENDAR\n";

    Ran ran = court("import", file("trap.ics", text).toString());

    assertThat(ran.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(ran.err()).contains(trap.reason());
    assertThat(ran.out()).isEmpty();
  }
}
