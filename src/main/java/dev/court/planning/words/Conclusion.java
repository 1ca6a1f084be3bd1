package dev.court.planning.words;

import dev.court.booking.Quote;
import dev.court.text.TimeInWords;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Says which drafts are whole, and what they mean. */
final class Conclusion {

  private final LocalDate today;

  Conclusion(LocalDateTime now) {
    this.today = now.toLocalDate();
  }

  /** Each meaning once. */
  List<Meaning> of(List<Draft> drafts) {
    return drafts.stream()
        .filter(draft -> lack(draft) == null)
        .flatMap(draft -> draft.isEvery() ? Stream.of(weekly(draft)) : single(draft))
        .distinct()
        .toList();
  }

  /** Why a draft is not whole. */
  static String complaint(Draft draft, String text) {
    String lack = lack(draft);
    String remedy = lack.contains(":") ? "" : ": write it such as " + Vocabulary.EXAMPLES;
    return "%s %s%s".formatted(Quote.of(text), lack, remedy);
  }

  /** Null for nothing. */
  private static String lack(Draft draft) {
    if (draft.time() == null) {
      return "names no time of day";
    }
    if (draft.part() != null && !draft.part().contains(draft.time().time())) {
      return "contradicts itself: %s is not in the %s"
          .formatted(draft.time().time(), Vocabulary.lower(draft.part()));
    }
    return draft.isEvery() ? lackOfWeekly(draft) : lackOfSingle(draft);
  }

  private static String lackOfWeekly(Draft draft) {
    if (draft.date() != null || draft.isNextWeek()) {
      return "names both a date and what comes each week: write from or until before the date";
    }
    if (draft.days().isEmpty()) {
      return "names no day of the week";
    }
    return draft.until() != null && draft.count() != null
        ? "names two ends: leave one of them out"
        : null;
  }

  private static String lackOfSingle(Draft draft) {
    if (draft.from() != null || draft.until() != null || draft.count() != null) {
      return "names a start or an end of what comes back: write every before the day";
    }
    if (draft.date() == null && draft.days().isEmpty()) {
      return "names no day";
    }
    if (draft.date() != null && draft.isNextWeek()) {
      return "names two days: leave one of them out";
    }
    return draft.date() == null || draft.days().isEmpty() ? null : mismatch(draft);
  }

  private static String mismatch(Draft draft) {
    DayOfWeek day = draft.date().getDayOfWeek();
    return draft.days().equals(Set.of(day))
        ? null
        : "contradicts itself: %s is a %s%s"
            .formatted(
                TimeInWords.date(draft.date()),
                day.name().charAt(0),
                Vocabulary.lower(day).substring(1));
  }

  private static Meaning weekly(Draft draft) {
    return new Meaning.Weekly(
        draft.time().nextDay() ? dayAfter(draft.days()) : draft.days(),
        draft.time().time(),
        draft.interval(),
        draft.from(),
        draft.until(),
        draft.count());
  }

  private static Set<DayOfWeek> dayAfter(Set<DayOfWeek> days) {
    var after = EnumSet.noneOf(DayOfWeek.class);
    days.forEach(day -> after.add(day.plus(1)));
    return after;
  }

  /** Several days may be meant once each, or each week. */
  private Stream<Meaning> single(Draft draft) {
    Stream<Meaning> eachWeek =
        draft.days().size() > 1 && !draft.isNextWeek() ? Stream.of(weekly(draft)) : Stream.of();
    return Stream.concat(eachWeek, dates(draft).stream().map(date -> once(date, draft.time())));
  }

  private static Meaning once(LocalDate date, SpokenTime time) {
    LocalTime ofDay = time.time();
    return new Meaning.Once((time.nextDay() ? date.plusDays(1) : date).atTime(ofDay));
  }

  /** The days that it may mean, whatever else it says. */
  List<LocalDate> dates(Draft draft) {
    if (draft.date() != null) {
      return List.of(draft.date());
    }
    List<LocalDate> dates = new ArrayList<>();
    for (DayOfWeek day : draft.days()) {
      dates.addAll(draft.isNextWeek() ? inNextWeek(day) : Vocabulary.coming(day, today));
    }
    return dates;
  }

  /** A week begins on Monday for some, and on Sunday for others. */
  private List<LocalDate> inNextWeek(DayOfWeek day) {
    LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    LocalDate sunday = today.with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
    return Stream.of(monday, sunday)
        .map(first -> first.with(TemporalAdjusters.nextOrSame(day)))
        .distinct()
        .toList();
  }
}
