package dev.court.planning.words;

import dev.court.booking.Occurrence;
import dev.court.planning.PlanOptions;
import dev.court.text.TimeInWords;
import dev.court.text.WordList;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;

/** One meaning of a text. */
sealed interface Meaning {

  /** The words that have this meaning and no other. */
  String words();

  PlanOptions options();

  /** Once. */
  record Once(LocalDateTime at) implements Meaning {
    @Override
    public String words() {
      return TimeInWords.minute(at.atZone(ZoneOffset.UTC));
    }

    @Override
    public PlanOptions options() {
      return PlanOptions.at(at.toString());
    }

    boolean isAfter(LocalDateTime now) {
      return at.isAfter(now);
    }

    Occurrence occurrence(ZoneId zone) {
      return Occurrence.of(at, zone);
    }
  }

  /**
   * Each week.
   *
   * @param interval null for each week
   * @param from null for today
   * @param until null for no last day
   * @param count null for no end
   */
  record Weekly(
      Set<DayOfWeek> days,
      LocalTime time,
      Integer interval,
      LocalDate from,
      LocalDate until,
      Integer count)
      implements Meaning {
    @Override
    public String words() {
      return "every%s %s %s%s%s%s"
          .formatted(
              interval == null ? "" : " " + interval + " weeks on",
              WordList.of(days.stream().map(Weekly::shortName).toList()),
              time,
              from == null ? "" : " from " + from,
              until == null ? "" : " until " + until,
              count == null ? "" : " " + count + " times");
    }

    @Override
    public PlanOptions options() {
      return new PlanOptions(
          null,
          null,
          text(from),
          String.join(",", days.stream().map(Weekly::shortName).toList()),
          time.toString(),
          interval,
          text(until),
          count);
    }

    private static String text(LocalDate date) {
      return date == null ? null : date.toString();
    }

    private static String shortName(DayOfWeek day) {
      return day.name().substring(0, 2).toLowerCase(Locale.ROOT);
    }
  }
}
