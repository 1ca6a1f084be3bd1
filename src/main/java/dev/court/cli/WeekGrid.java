package dev.court.cli;

import dev.court.booking.Venue;
import dev.court.terminal.Cells;
import dev.court.terminal.Screen;
import dev.court.terminal.TextStyle;
import dev.court.terminal.WordWrap;
import dev.court.text.TimeInWords;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Draws a week: days across, half-hours down, only hours with bookings. Bookings at the same time
 * stand one below the other, and the later half-hours of a booking have a bar.
 */
final class WeekGrid {
  private static final String GUTTER = "      ";
  private static final int NARROWEST = 3;
  private static final int ONE_LINE_HEAD = 8;
  private static final DateTimeFormatter DAY = format("EEE d MMM");
  private static final DateTimeFormatter DAY_AND_YEAR = format("EEE d MMM uuuu");

  private final Screen screen;
  private final Venue venue;
  private final LocalDate today;
  private final CellTexts texts;
  private boolean isFirst = true;

  WeekGrid(Screen screen, Venue venue, LocalDate today, CellTexts texts) {
    this.screen = screen;
    this.venue = venue;
    this.today = today;
    this.texts = texts;
  }

  /** Prints a week, with a blank line after the one before; only its title when it is empty. */
  void print(Week week) {
    if (!isFirst) {
      screen.line("");
    }
    isFirst = false;
    title(week);
    if (week.played().isEmpty()) {
      screen.line("  nothing");
      return;
    }
    int width = width(week);
    head(week, width);
    int before = week.hours().get(0);
    for (int hour : week.hours()) {
      if (hour > before + 1) {
        screen.line("  :");
      }
      row(week, LocalTime.of(hour, 0), width);
      row(week, LocalTime.of(hour, (int) Week.ROW.toMinutes()), width);
      before = hour;
    }
    legend(week);
  }

  private void title(Week week) {
    String title =
        "%s - %s, %s"
            .formatted(
                week.first().format(DAY),
                week.first().plusDays(Week.DAYS - 1).format(DAY_AND_YEAR),
                venue.zone());
    WordWrap.print(
        Stream.of(title.split(" ", -1))
            .map(one -> new WordWrap.Chunk(one, TextStyle.NONE))
            .toList(),
        " ",
        screen);
  }

  /** The width of a day without the blank before it: what its widest cell needs, if it fits. */
  private int width(Week week) {
    int needed =
        week.played().stream()
            .mapToInt(one -> texts.widest(one, week.isClash(one)))
            .max()
            .orElse(NARROWEST);
    int natural = Math.max(needed, Cells.width("[Wed 30]"));
    return screen.columns() == 0
        ? natural
        : Math.max(
            NARROWEST,
            Math.min(natural, (screen.columns() - Cells.width(GUTTER) + 1) / Week.DAYS - 1));
  }

  private void head(Week week, int width) {
    if (width >= ONE_LINE_HEAD) {
      head(week, width, "EEE d", "[%s]");
    } else {
      head(week, width, "EEE", "%s");
      head(week, width, "d", ">%s");
    }
  }

  private void head(Week week, int width, String pattern, String ofToday) {
    DateTimeFormatter format = format(pattern);
    StringBuilder line = new StringBuilder(GUTTER);
    for (LocalDate day : week.days()) {
      String text = day.format(format);
      append(line, day.equals(today) ? ofToday.formatted(text) : text, TextStyle.HEADING, width);
    }
    screen.line(line.toString().stripTrailing());
  }

  /** One line for each booking in the fullest cell, and one line at least. */
  private void row(Week week, LocalTime time, int width) {
    List<List<CalendarBooking>> cells =
        week.days().stream().map(day -> week.at(day, time)).toList();
    int height = Math.max(1, cells.stream().mapToInt(List::size).max().orElse(0));
    for (int i = 0; i < height; i++) {
      StringBuilder line = new StringBuilder(i == 0 ? TimeInWords.timeOfDay(time) + " " : GUTTER);
      for (int day = 0; day < Week.DAYS; day++) {
        if (i < cells.get(day).size()) {
          CalendarBooking one = cells.get(day).get(i);
          append(
              line, text(week, one, week.days().get(day), time, width), one.mark().tone(), width);
        } else {
          append(line, "", TextStyle.NONE, width);
        }
      }
      screen.line(line.toString().stripTrailing());
    }
  }

  private String text(Week week, CalendarBooking one, LocalDate day, LocalTime time, int width) {
    LocalDateTime row = day.atTime(time);
    return one.start().isBefore(row)
        ? texts.goingOn(one, week.isClash(one), row, width)
        : texts.fitting(one, week.isClash(one), width);
  }

  private void append(StringBuilder line, String text, TextStyle tone, int width) {
    line.append(screen.paint(text, tone))
        .append(" ".repeat(Math.max(0, width - Cells.width(text)) + 1));
  }

  /** Explains the marks that this week uses. */
  private void legend(Week week) {
    List<WordWrap.Chunk> words =
        new ArrayList<>(
            week.played().stream()
                .map(CalendarBooking::mark)
                .distinct()
                .sorted()
                .map(mark -> new WordWrap.Chunk(mark.explained(), mark.tone()))
                .toList());
    if (week.played().stream().anyMatch(week::isClash)) {
      words.add(new WordWrap.Chunk("* at the same time as another", TextStyle.NONE));
    }
    WordWrap.print(words, "   ", screen);
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
