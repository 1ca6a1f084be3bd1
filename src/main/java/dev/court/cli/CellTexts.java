package dev.court.cli;

import dev.court.booking.Booking;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.terminal.Cells;
import dev.court.terminal.Screen;
import dev.court.text.TimeInWords;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of a booking in a cell of the calendar: as much as fits. */
final class CellTexts {
  private static final String GOES_ON = "|";
  private static final String CLASH = "*";
  private final Phrases phrases;
  private final Function<ScheduledBooking, String> owner;

  /**
   * The texts of one calendar.
   *
   * @param owner the name of the person it is for; empty where it is one person's calendar
   */
  CellTexts(Venue venue, Function<ScheduledBooking, String> owner) {
    this.phrases = new Phrases(venue);
    this.owner = owner;
  }

  /** The longest text that fits, else the mark alone. */
  String fitting(CalendarBooking one, boolean clash, int width) {
    List<String> all = from(one, clash);
    return all.stream()
        .filter(text -> Cells.width(text) <= width)
        .findFirst()
        .orElse(all.get(all.size() - 1));
  }

  /** A bar. The second line also has the name, when the first line had no room for it. */
  String goingOn(CalendarBooking one, boolean clash, LocalDateTime row, int width) {
    String name = Screen.clean(nameOf(one));
    String named = GOES_ON + " " + name;
    boolean isSecond = !one.start().isBefore(row.minus(Week.ROW));
    boolean isSaid = name.isEmpty() || fitting(one, clash, width).endsWith(name);
    return isSecond && !isSaid && Cells.width(named) <= width ? named : GOES_ON;
  }

  int widest(CalendarBooking one, boolean clash) {
    return Cells.width(from(one, clash).get(0));
  }

  /** All texts for a booking, the longest first. */
  private List<String> from(CalendarBooking one, boolean clash) {
    Booking booking = one.what().booking();
    String mark = one.mark().letter() + (clash ? CLASH : "");
    String name = nameOf(one);
    String booked = booking.result().bookedCourtId();
    String ids = booked == null ? booking.courts().toString() : booked;
    String court =
        booked == null && booking.courts().courtIds().size() > 1 ? ids : phrases.court(ids);
    String time = isOffGrid(one.start()) ? TimeInWords.timeOfDay(one.start()) + " " : "";
    return List.of(
            mark + " " + time + court + (name.isEmpty() ? "" : " " + name),
            mark + " " + time + court,
            mark + " " + time + ids,
            mark + " " + ids,
            mark + ids,
            mark)
        .stream()
        .map(Screen::clean)
        .toList();
  }

  /** The person, where there are several, and the name of the schedule. */
  private String nameOf(CalendarBooking one) {
    String name = one.what().schedule().asked().name();
    return Stream.of(owner.apply(one.what()), name == null ? "" : name)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(": "));
  }

  private static boolean isOffGrid(LocalDateTime start) {
    return start.getMinute() % Week.ROW.toMinutes() != 0;
  }
}
