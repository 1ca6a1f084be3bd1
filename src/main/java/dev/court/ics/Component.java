package dev.court.ics;

import dev.court.booking.InvalidRequest;
import dev.court.text.Quote;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A component of a calendar file: the lines from BEGIN to END (RFC 5545, 3.6).
 *
 * @param name in upper case, such as VEVENT
 * @param line of its BEGIN, from 1
 * @param blocks the components within it
 */
record Component(String name, int line, List<ContentLine> lines, List<Component> blocks) {

  private static final String OUTSIDE = "";

  /**
   * The VCALENDAR components of a file.
   *
   * @throws InvalidRequest when it is no calendar, or not a whole one
   */
  static List<Component> calendars(byte[] content) {
    Component file = new Component(OUTSIDE, 1, new ArrayList<>(), new ArrayList<>());
    Deque<Component> open = new ArrayDeque<>(List.of(file));
    for (ContentLine line : Unfolding.lines(content)) {
      take(line, open);
    }
    if (open.size() > 1) {
      throw new InvalidRequest(
          "ends in the middle: %s, begun on line %s, has no end"
              .formatted(Quote.of(open.peek().name()), open.peek().line()));
    }
    return file.all("VCALENDAR");
  }

  private static void take(ContentLine line, Deque<Component> open) {
    switch (line.name()) {
      case "BEGIN" -> {
        Component block =
            new Component(
                line.componentName(), line.number(), new ArrayList<>(), new ArrayList<>());
        open.peek().blocks().add(block);
        open.push(block);
      }
      case "END" -> {
        if (!line.componentName().equals(open.peek().name())) {
          throw new InvalidRequest(
              "line %s ends %s where %s is to be ended"
                  .formatted(
                      line.number(),
                      Quote.of(line.componentName()),
                      open.size() == 1 ? "nothing" : Quote.of(open.peek().name())));
        }
        open.pop();
      }
      default -> open.peek().lines().add(line);
    }
  }

  List<Component> all(String kind) {
    return blocks.stream().filter(block -> block.name().equals(kind)).toList();
  }

  List<ContentLine> properties(String property) {
    return lines.stream().filter(line -> line.name().equals(property)).toList();
  }

  Optional<ContentLine> property(String property) {
    return lines.stream().filter(line -> line.name().equals(property)).findFirst();
  }

  /** A TEXT property; empty when it is missing or unreadable, because no plan depends on it. */
  String text(String property) {
    try {
      return property(property).map(ContentLine::text).orElse("");
    } catch (InvalidRequest e) {
      return "";
    }
  }
}
