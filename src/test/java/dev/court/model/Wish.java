package dev.court.model;

import dev.court.Evening;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the person wants.
 *
 * @param commands what is typed
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
          watch("2"),
          either("1,2", "17:05"),
          either("2", "17:05", "17:10"),
          watching(either("1", "17:05")));

  /**
   * One booking, with its courts in the order of preference.
   *
   * @param others later times that would do in place of the start, in order
   */
  record Wanted(Instant start, List<String> courts, List<Instant> others) {
    Wanted(Instant start, List<String> courts) {
      this(start, courts, List.of());
    }

    List<Slot> slots() {
      return Stream.concat(Stream.of(start), others.stream())
          .flatMap(time -> courts.stream().map(court -> slot(time, court)))
          .toList();
    }

    private static Slot slot(Instant time, String court) {
      return new Slot(time, court.equals("1") ? 8 : 10);
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

  /** Two accounts with one occupant id, each with a wish for the same time. */
  static Wish house(String own, String ofEve) {
    List<String> eve = new ArrayList<>(add(ofEve));
    eve.addAll(List.of("--account", "eve"));
    return new Wish(
        "%s, and eve %s".formatted(own, ofEve),
        List.of(add(own), List.of("config", "set", "accounts.eve.occupant_id", "133055"), eve),
        Stream.of(own, ofEve)
            .map(one -> new Wanted(FIVE, Stream.of(one.split(",", -1)).toList()))
            .toList(),
        false);
  }

  boolean isHouse() {
    return commands.stream().anyMatch(line -> line.contains("eve"));
  }

  private static Wish once(String name, String courts) {
    return new Wish(
        name,
        List.of(add(courts)),
        List.of(new Wanted(FIVE, Stream.of(courts.split(",", -1)).toList())),
        false);
  }

  private static Wish watch(String courts) {
    return watching(once(courts, courts));
  }

  private static Wish watching(Wish once) {
    List<List<String>> lines = new ArrayList<>(once.commands);
    List<String> add = new ArrayList<>(lines.remove(lines.size() - 1));
    add.addAll(List.of("--keep-trying", "1h", "--every", "2m"));
    lines.add(add);
    return new Wish("watch " + once.name, lines, once.bookings, true);
  }

  /** One of several times, which open while the evening lasts. */
  private static Wish either(String courts, String... times) {
    List<String> add = new ArrayList<>(add(courts));
    add.addAll(List.of("--duration", "30", "--or", String.join(",", times)));
    List<Instant> others =
        Stream.of(times)
            .map(time -> Duration.between(LocalTime.of(17, 0), LocalTime.parse(time)))
            .map(FIVE::plus)
            .toList();
    return new Wish(
        courts + " or " + String.join(" or ", times),
        List.of(List.of("config", "set", "slot", "PT5M"), add),
        List.of(new Wanted(FIVE, Stream.of(courts.split(",", -1)).toList(), others)),
        false);
  }

  private static List<String> add(String courts) {
    return List.of("add", "--at", Evening.FIVE, "--court", courts);
  }
}
