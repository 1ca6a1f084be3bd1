package dev.court.planning.words;

import dev.court.booking.Occurrence;
import dev.court.booking.Quote;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Chooses between the meanings of a text, where that can be done without a guess. */
final class ReadingChoice {
  private final LocalDateTime now;
  private final ZoneId zone;

  ReadingChoice(LocalDateTime now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  TimeReading of(String text, List<Meaning> meanings) {
    List<Meaning> left = ahead(meanings);
    if (left.size() > 1) {
      return ambiguous("%s can mean several times".formatted(Quote.of(text)), left.stream());
    }
    return left.get(0) instanceof Meaning.Once once
        ? once(once)
        : new TimeReading.Understood(left.get(0).options());
  }

  /** What is over is not meant where something else is ahead. */
  private List<Meaning> ahead(List<Meaning> meanings) {
    List<Meaning> ahead =
        meanings.stream()
            .sorted(Comparator.comparing(ReadingChoice::start))
            .filter(meaning -> !(meaning instanceof Meaning.Once once) || once.isAfter(now))
            .toList();
    return ahead.isEmpty() ? meanings : ahead;
  }

  private static LocalDateTime start(Meaning meaning) {
    return meaning instanceof Meaning.Once once ? once.at() : LocalDateTime.MIN;
  }

  /** A time that the clocks leave out is none; of one that comes twice, the first can be had. */
  private TimeReading once(Meaning.Once once) {
    Occurrence occurrence = once.occurrence(zone);
    if (occurrence.clockChange() != Occurrence.ClockChange.GAP) {
      return new TimeReading.Understood(once.options());
    }
    LocalDateTime after = occurrence.start().toLocalDateTime();
    Duration gap = Duration.between(once.at(), after);
    return ambiguous(
        "%s does not exist: the clocks go forward that day".formatted(once.words()),
        Stream.of(once.at().minus(gap), after).map(Meaning.Once::new));
  }

  private static TimeReading ambiguous(String why, Stream<? extends Meaning> meanings) {
    return new TimeReading.Ambiguous(why, meanings.map(Meaning::words).toList());
  }
}
