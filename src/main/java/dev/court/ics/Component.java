package dev.court.ics;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A component of a calendar file: the lines from BEGIN to END (RFC 5545, 3.6).
 *
 * @param name in upper case, such as VEVENT
 * @param line of its BEGIN, from 1
 * @param blocks the components within it
 */
record Component(String name, int line, List<ContentLine> lines, List<Component> blocks) {

  private static final String OUTSIDE = "";

  /** A calendar, its zone and the zone's observances are three. */
  private static final int DEEPEST = 20;

  /**
   * The components of a file, as blocks of one without a name: some files have events outside of a
   * VCALENDAR.
   *
   * @throws InvalidRequest when it is no calendar, or not a whole one
   */
  static Component file(byte[] content) {
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
    return file;
  }

  private static void take(ContentLine line, Deque<Component> open) {
    switch (line.name()) {
      case "BEGIN" -> {
        Component block =
            new Component(
                line.componentName(), line.number(), new ArrayList<>(), new ArrayList<>());
        if (open.size() > DEEPEST) {
          throw new InvalidRequest("line %s is nested too deep".formatted(line.number()));
        }
        open.peek().blocks().add(block);
        open.push(block);
      }
      case "END" -> {
        if (open.size() == 1 || !line.componentName().equals(open.peek().name())) {
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

  /** The components of a kind, at any depth. */
  Stream<Component> within(String kind) {
    return blocks.stream()
        .flatMap(block -> block.name().equals(kind) ? Stream.of(block) : block.within(kind));
  }

  /** Whether the lines are the same; their place in the file may differ. */
  boolean saysTheSameAs(Component other) {
    return content().equals(other.content());
  }

  private List<String> content() {
    return lines.stream().map(line -> line.name() + line.rest()).toList();
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
