package dev.court.recurrence;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads the text of a rule. The parser of ical4j is not used: it accepts texts that ical4j then
 * does not follow, such as COUNT=0, INTERVAL=0, a part that stands twice, or COUNT beside UNTIL.
 */
final class RuleParser {
  private static final String PREFIX = "RRULE:";
  private static final int LONGEST = 2000;
  private static final Pattern NOT_PRINTABLE_ASCII = Pattern.compile("[^\\x20-\\x7e]");
  private static final Pattern BLANKS = Pattern.compile(" *([:;=,]) *");

  private RuleParser() {}

  static RecurrenceRule parse(String text) {
    Map<RulePart, String> parts = split(body(text));
    if (parts.containsKey(RulePart.COUNT) && parts.containsKey(RulePart.UNTIL)) {
      throw new InvalidRequest("COUNT and UNTIL both end the rule: keep one of them");
    }
    return new RecurrenceRule(interval(parts), by(parts), end(parts));
  }

  private static String body(String text) {
    String stripped = text.strip();
    if (stripped.length() > LONGEST) {
      throw new InvalidRequest(
          "a rule of %s characters is too long: at most %s are taken"
              .formatted(stripped.length(), LONGEST));
    }
    if (NOT_PRINTABLE_ASCII.matcher(stripped).find()) {
      throw new InvalidRequest(
          "%s is no rule: it takes plain letters, digits and = ; , + - in one line"
              .formatted(Quote.of(stripped)));
    }
    String upper = BLANKS.matcher(stripped.toUpperCase(Locale.ROOT)).replaceAll("$1");
    return upper.startsWith(PREFIX) ? upper.substring(PREFIX.length()) : upper;
  }

  private static Map<RulePart, String> split(String body) {
    if (body.isEmpty()) {
      throw new InvalidRequest("the rule is empty: write one such as FREQ=WEEKLY;BYDAY=WE");
    }
    var parts = new EnumMap<RulePart, String>(RulePart.class);
    // Some calendar programs end a rule with a semicolon.
    for (String piece : body.replaceFirst(";$", "").split(";", -1)) {
      RulePart part = part(piece);
      if (parts.put(part, piece.substring(piece.indexOf('=') + 1)) != null) {
        throw new InvalidRequest("%s is there twice: say it once".formatted(part));
      }
    }
    return parts;
  }

  private static RulePart part(String piece) {
    int equals = piece.indexOf('=');
    if (equals < 0) {
      throw new InvalidRequest(
          "%s is no part of a rule: write NAME=VALUE, with a ; between parts"
              .formatted(Quote.of(piece)));
    }
    String name = piece.substring(0, equals);
    return RulePart.named(name)
        .orElseThrow(
            () ->
                new InvalidRequest(
                    "no part %s in a rule: there is %s"
                        .formatted(Quote.of(name), RulePart.names())));
  }

  private static Interval interval(Map<RulePart, String> parts) {
    return new Interval(
        frequency(parts.get(RulePart.FREQ)),
        RulePart.INTERVAL.number(parts.getOrDefault(RulePart.INTERVAL, "1")),
        weekStart(parts.get(RulePart.WKST)));
  }

  private static Frequency frequency(String text) {
    if (text == null) {
      throw new InvalidRequest("FREQ is missing: add FREQ=DAILY, WEEKLY, MONTHLY or YEARLY");
    }
    return Arrays.stream(Frequency.values())
        .filter(frequency -> frequency.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidRequest(
                    "FREQ=%s is not taken: use DAILY, WEEKLY, MONTHLY or YEARLY"
                        .formatted(Quote.of(text))));
  }

  /** Monday where the rule has no WKST (RFC 5545, 3.3.10), whatever the locale of the host is. */
  private static DayOfWeek weekStart(String text) {
    return text == null
        ? DayOfWeek.MONDAY
        : Weekdays.ofCode(text)
            .orElseThrow(
                () ->
                    new InvalidRequest(
                        "WKST=%s: use MO, TU, WE, TH, FR, SA or SU".formatted(Quote.of(text))));
  }

  private static ByParts by(Map<RulePart, String> parts) {
    var numbers = new EnumMap<RulePart, List<Integer>>(RulePart.class);
    parts.forEach(
        (part, list) -> {
          if (part.listsNumbers()) {
            numbers.put(part, part.numbers(list));
          }
        });
    // Every occurrence starts on a whole minute, so BYSECOND=0 changes nothing.
    numbers.remove(RulePart.BYSECOND);
    String days = parts.get(RulePart.BYDAY);
    return new ByParts(numbers, days == null ? List.of() : days(days));
  }

  private static List<NthWeekday> days(String list) {
    return Arrays.stream(list.split(",", -1)).map(NthWeekday::parse).distinct().sorted().toList();
  }

  private static RuleEnd end(Map<RulePart, String> parts) {
    if (parts.containsKey(RulePart.COUNT)) {
      return new RuleEnd.Count(RulePart.COUNT.number(parts.get(RulePart.COUNT)));
    }
    return parts.containsKey(RulePart.UNTIL)
        ? Until.parse(parts.get(RulePart.UNTIL))
        : new RuleEnd.Never();
  }
}
