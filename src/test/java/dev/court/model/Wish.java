package dev.court.model;

import dev.court.Evening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the person wants.
 *
 * @param commands the lines of {@code court add}
 * @param bookings what comes of it
 * @param isWatch whether a court that is taken is asked for again, for longer than the evening
 */
record Wish(String name, List<List<String>> commands, List<Wanted> bookings, boolean isWatch) {
  private static final Instant FIVE = Evening.START;

  static final List<Wish> ALL =
      List.of(
          once("1,2", "1,2"),
          once("1,2", "1,2"),
          once("2,1", "2,1"),
          once("1", "1"),
          new Wish(
              "two",
              List.of(add("1"), add("2")),
              List.of(new Wanted(FIVE, List.of("1")), new Wanted(FIVE, List.of("2"))),
              false),
          watch("1,2"),
          watch("2"));

  /** One booking, with its courts in the order of preference. */
  record Wanted(Instant start, List<String> courts) {
    List<Slot> slots() {
      return courts.stream().map(court -> new Slot(start, court.equals("1") ? 8 : 10)).toList();
    }
  }

  List<Slot> slots() {
    return bookings.stream().flatMap(one -> one.slots().stream()).distinct().toList();
  }

  /** The booking that a slot is wanted for. */
  Wanted of(Slot slot) {
    return find(slot).orElseThrow();
  }

  /** The same; empty for a slot that nobody wants. */
  Optional<Wanted> find(Slot slot) {
    return bookings.stream().filter(one -> one.slots().contains(slot)).findFirst();
  }

  private static Wish once(String name, String courts) {
    return new Wish(
        name,
        List.of(add(courts)),
        List.of(new Wanted(FIVE, Stream.of(courts.split(",", -1)).toList())),
        false);
  }

  private static Wish watch(String courts) {
    Wish once = once("watch", courts);
    List<String> line = new ArrayList<>(once.commands.get(0));
    line.addAll(List.of("--keep-trying", "1h", "--every", "2m"));
    return new Wish("watch " + courts, List.of(line), once.bookings, true);
  }

  private static List<String> add(String courts) {
    return List.of("add", "--at", Evening.FIVE, "--court", courts);
  }
}
