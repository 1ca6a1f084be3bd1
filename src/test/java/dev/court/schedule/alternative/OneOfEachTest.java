package dev.court.schedule.alternative;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Wednesday;
import dev.court.booking.AlternativeTimes;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Occurrence;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several times of an occurrence are shown as one, of years of occurrences too. */
class OneOfEachTest {
  private static final int DAYS = 1_000;
  private static final ScheduledBooking WEDNESDAY = Wednesday.pending().scheduled();

  @Test
  void years_of_occurrences_are_looked_through_a_few_times_and_not_once_for_each() {
    CountedList bookings = new CountedList(fiveOrSix(DAYS));

    assertThat(OneOfEach.of(bookings)).hasSize(DAYS);

    assertThat(bookings.looks).isLessThan(10 * bookings.size());
  }

  /** What was lost at five still names five, where half past four is preferred by now. */
  @Test
  void what_names_the_time_that_was_preferred_before_is_of_the_same_occurrence() {
    ScheduledBooking lost = of(at("2026-12-02T17:00", "2026-12-02T17:00"), BookingStatus.FAILED);
    ScheduledBooking waits = of(at("2026-12-02T18:00", "2026-12-02T16:30"), BookingStatus.PENDING);
    ScheduledBooking other = of(at("2026-12-03T17:00", "2026-12-03T17:00"), BookingStatus.FAILED);

    assertThat(OneOfEach.of(List.of(lost, waits, other))).containsExactly(waits, other);
  }

  private static List<ScheduledBooking> fiveOrSix(int days) {
    List<ScheduledBooking> all = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      LocalDateTime five = LocalDateTime.parse("2026-12-02T17:00").plusDays(day);
      all.add(of(at(five.toString(), five.toString()), BookingStatus.FAILED));
      all.add(of(at(five.plusHours(1).toString(), five.toString()), BookingStatus.SUCCESS));
    }
    return all;
  }

  private static Booking at(String start, String preferred) {
    ZoneId zone = ZoneId.of("America/New_York");
    Occurrence occurrence = Occurrence.of(LocalDateTime.parse(start), zone);
    Booking booking = WEDNESDAY.booking();
    return new Booking(
        occurrence.instant().getEpochSecond(),
        booking.scheduleId(),
        occurrence,
        booking.opening(),
        booking.courts(),
        booking.duration(),
        booking.guests(),
        booking.status(),
        booking.result(),
        Occurrence.of(LocalDateTime.parse(preferred), zone).instant());
  }

  private static ScheduledBooking of(Booking booking, BookingStatus status) {
    Schedule once = WEDNESDAY.schedule();
    return new ScheduledBooking(
        new Schedule(
            once.id(),
            once.accountId(),
            once.asked().with(AlternativeTimes.of("17:00,18:00")),
            null,
            false,
            once.createdAt(),
            once.uid(),
            once.away()),
        booking.with(status, booking.result()));
  }

  /** Counts how often somebody looks at one of its elements. */
  private static final class CountedList extends AbstractList<ScheduledBooking> {
    private final List<ScheduledBooking> all;
    private int looks;

    CountedList(List<ScheduledBooking> all) {
      this.all = all;
    }

    @Override
    public ScheduledBooking get(int index) {
      looks++;
      return all.get(index);
    }

    @Override
    public int size() {
      return all.size();
    }
  }
}
