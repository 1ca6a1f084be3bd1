package dev.court.booking;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The times of day that would do too where the preferred one is lost, best first. Each is later
 * than the one before it, since an earlier time opens before anybody knows that the later one is
 * lost.
 */
public record AlternativeTimes(List<LocalTime> times) {
  /** So many at most. */
  public static final int MOST = 6;

  public static final AlternativeTimes NONE = new AlternativeTimes(List.of());

  public AlternativeTimes {
    times = List.copyOf(times);
  }

  /** Those that {@link #toString} wrote; null and nothing stand for none. */
  public static AlternativeTimes of(String text) {
    return text == null || text.isEmpty()
        ? NONE
        : new AlternativeTimes(Arrays.stream(text.split(",", -1)).map(LocalTime::parse).toList());
  }

  public boolean isNone() {
    return times.isEmpty();
  }

  /**
   * The bookings of an occurrence, by time: of its own time, and of those alternatives that are
   * later that day. Where the clocks go forward, two times may be the same.
   */
  List<BookingPart> parts(Occurrence preferred, Duration duration) {
    LocalDate day = preferred.wallClock().toLocalDate();
    ZoneId zone = preferred.start().getZone();
    List<BookingPart> parts = new ArrayList<>();
    parts.add(new BookingPart(preferred, duration, preferred.instant()));
    for (LocalTime time : times) {
      Occurrence other = Occurrence.of(day.atTime(time), zone);
      if (other.instant().isAfter(parts.get(parts.size() - 1).start())) {
        parts.add(new BookingPart(other, duration, preferred.instant()));
      }
    }
    return parts;
  }

  /** Such as ", or 17:30, or 18:00"; empty for none. */
  public String inWords() {
    return times.stream().map(time -> ", or " + time).collect(Collectors.joining());
  }

  /** The one that is tried before that time: another alternative, or the preferred one. */
  public LocalTime before(LocalTime time, LocalTime preferred) {
    return Stream.concat(Stream.of(preferred), times.stream())
        .filter(time::isAfter)
        .reduce(preferred, (one, later) -> later);
  }

  @Override
  public String toString() {
    return times.stream().map(LocalTime::toString).collect(Collectors.joining(","));
  }
}
