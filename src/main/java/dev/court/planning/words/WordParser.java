package dev.court.planning.words;

import dev.court.booking.Quote;
import dev.court.recurrence.Weekdays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds all ways to read a text from its first word to its last. */
final class WordParser {
  private final List<String> words;
  private final LocalDate today;
  private final DateWords dates;
  private final WeekWords weeks;
  private final List<String> complaints = new ArrayList<>();
  private final List<Draft> drafts = new ArrayList<>();
  private int farthest;

  WordParser(List<String> words, LocalDate today) {
    this.words = words;
    this.today = today;
    this.dates = new DateWords(words, today, complaints::add);
    this.weeks = new WeekWords(words, today);
  }

  /** All that the whole text may mean; still to be judged. */
  List<Draft> drafts() {
    read(0, Draft.EMPTY);
    return drafts;
  }

  private void read(int i, Draft draft) {
    farthest = Math.max(farthest, i);
    if (i == words.size()) {
      drafts.add(draft);
      return;
    }
    String word = words.get(i);
    if (Vocabulary.FILLERS.contains(word)) {
      read(i + 1, draft);
      return;
    }
    dayOfWeek(i, word, draft);
    for (DateWords.DatedWords found : weeks.at(i)) {
      go(found.next(), draft.on(found.date()));
    }
    for (DateWords.DatedWords found : dates.at(i)) {
      go(found.next(), draft.on(found.date()).map(on -> evening(word, on)));
    }
    for (SpokenTime time : ClockWords.read(word)) {
      go(i + 1, draft.with(time));
    }
    part(word).ifPresent(part -> go(i + 1, draft.with(part)));
    repetition(i, word, draft);
    bounds(i, word, draft);
  }

  private void go(int next, Optional<Draft> draft) {
    draft.ifPresent(found -> read(next, found));
  }

  private static Draft evening(String word, Draft draft) {
    return word.equals("tonight") ? draft.with(DayPart.EVENING).orElse(draft) : draft;
  }

  private static Optional<DayPart> part(String word) {
    return List.of(DayPart.values()).stream()
        .filter(part -> Vocabulary.lower(part).equals(word))
        .findFirst();
  }

  private void dayOfWeek(int i, String word, Draft draft) {
    if (word.equals("next")) {
      next(i + 1, draft);
      return;
    }
    if (word.equals("weekend") && draft.isEvery()) {
      read(i + 1, draft.with(Weekdays.weekend()));
      return;
    }
    if (word.equals("weekend")) {
      Weekdays.weekend()
          .forEach(day -> Vocabulary.coming(day, today).forEach(on -> go(i + 1, draft.on(on))));
      return;
    }
    if (word.equals("t") || word.equals("s")) {
      complaints.add("'t' can be tu or th, and 's' sa or su: write two letters");
    }
    Vocabulary.days(word).ifPresent(day -> read(i + 1, draft.with(EnumSet.of(day)).every()));
    range(word).ifPresent(days -> read(i + 1, draft.with(days)));
  }

  /** The next Wednesday is the coming one for some and that of the week after it for others. */
  private void next(int i, Draft draft) {
    String word = i < words.size() ? words.get(i) : "";
    if (word.equals("week")) {
      read(i + 1, draft.nextWeek());
      return;
    }
    Set<DayOfWeek> days =
        word.equals("weekend")
            ? Weekdays.weekend()
            : Vocabulary.day(word).map(Set::of).orElse(Set.of());
    if (days.isEmpty()) {
      complaints.add("'next' needs a day behind it: write it such as next wed 17:00");
    }
    for (DayOfWeek day : days) {
      LocalDate coming = today.with(TemporalAdjusters.next(day));
      go(i + 1, draft.on(coming));
      go(i + 1, draft.on(coming.plusWeeks(1)));
    }
  }

  private static Optional<Set<DayOfWeek>> range(String word) {
    String[] ends = word.split("-", -1);
    Optional<DayOfWeek> first = Vocabulary.day(ends[0]);
    Optional<DayOfWeek> last = Vocabulary.day(ends[ends.length - 1]);
    if (ends.length > 2 || first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Weekdays.range(first.get(), last.get()));
  }

  private void repetition(int i, String word, Draft draft) {
    switch (word) {
      case "every", "each", "weekly" -> everyWhat(i + 1, draft.every());
      case "daily" -> read(i + 1, draft.with(EnumSet.allOf(DayOfWeek.class)).every());
      case "weekdays" -> read(i + 1, draft.with(Weekdays.workingDays()).every());
      case "weekends" -> read(i + 1, draft.with(Weekdays.weekend()).every());
      default -> {}
    }
  }

  private void everyWhat(int i, Draft draft) {
    if (i >= words.size()) {
      read(i, draft);
      return;
    }
    switch (words.get(i)) {
      case "day" -> read(i + 1, draft.with(EnumSet.allOf(DayOfWeek.class)));
      case "weekday" -> read(i + 1, draft.with(Weekdays.workingDays()));
      case "weekend" -> read(i + 1, draft.with(Weekdays.weekend()));
      case "week" -> read(i + 1, draft);
      case "other" -> go(isWeek(i + 1) ? i + 2 : i + 1, draft.everyWeeks(2));
      default -> {
        Vocabulary.number(words.get(i))
            .filter(number -> isWeek(i + 1))
            .ifPresent(number -> go(i + 2, draft.everyWeeks(number)));
        read(i, draft);
      }
    }
  }

  private boolean isWeek(int i) {
    return i < words.size() && words.get(i).matches("weeks?");
  }

  private void bounds(int i, String word, Draft draft) {
    int next = i + 1;
    if (next == words.size()) {
      return;
    }
    if (words.get(next).equals("times")) {
      Vocabulary.number(word).ifPresent(number -> go(next + 1, draft.times(number)));
    }
    boolean starts = Vocabulary.STARTS.contains(word);
    if (starts || Vocabulary.ENDS.contains(word)) {
      farthest = Math.max(farthest, next);
      int at = next + 1 < words.size() && words.get(next).matches("on|from|the") ? next + 1 : next;
      List<DateWords.DatedWords> bounds = dates.at(at);
      if (bounds.isEmpty() && (isKnown(at) || !Character.isDigit(words.get(at).charAt(0)))) {
        complaints.add("'%s' needs a date behind it, such as %s 24 dec".formatted(word, word));
      }
      for (DateWords.DatedWords found : bounds) {
        go(found.next(), starts ? draft.from(found.date()) : draft.until(found.date()));
      }
    }
  }

  /** Why no way leads to the end: a date that is none, else the first word that leads nowhere. */
  String complaint(String text) {
    if (!complaints.isEmpty()) {
      return complaints.get(0);
    }
    if (!drafts.isEmpty()) {
      return Conclusion.complaint(drafts.get(0), text);
    }
    return isKnown(farthest)
        ? "%s says too much with %s: name one day and one time, such as %s"
            .formatted(Quote.of(text), Quote.of(words.get(farthest)), Vocabulary.EXAMPLES)
        : StrangeWord.complaint(words.get(farthest));
  }

  private boolean isKnown(int i) {
    WordParser alone = new WordParser(words.subList(i, i + 1), today);
    return !alone.drafts().isEmpty();
  }
}
