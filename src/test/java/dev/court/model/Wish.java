package dev.court.model;

import dev.court.Evening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
          several("two", "1", "2"),
          several("beside", "1,2", "1"),
          several("crowd", "1,2", "1", "2"),
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

  /** The bookings that want a slot. */
  List<Wanted> wanting(Slot slot) {
    return bookings.stream().filter(one -> one.slots().contains(slot)).toList();
  }

  boolean isWanted(Slot slot) {
    return !wanting(slot).isEmpty();
  }

  /** Whether each of these slots can be for a booking of its own. */
  boolean isEnoughFor(List<Slot> held) {
    return isEnough(bookings, held);
  }

  private static boolean isEnough(List<Wanted> free, List<Slot> held) {
    return held.isEmpty()
        || free.stream()
            .filter(one -> one.slots().contains(held.get(0)))
            .anyMatch(one -> isEnough(without(one, free), held.subList(1, held.size())));
  }

  private static List<Wanted> without(Wanted one, List<Wanted> all) {
    List<Wanted> others = new ArrayList<>(all);
    others.remove(one);
    return others;
  }

  /** Schedules for one time that would like the same courts; the earlier ones go first. */
  private static Wish several(String name, String... courts) {
    return new Wish(
        name,
        Stream.of(courts).map(Wish::add).toList(),
        Stream.of(courts)
            .map(one -> new Wanted(FIVE, Stream.of(one.split(",", -1)).toList()))
            .toList(),
        false);
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
