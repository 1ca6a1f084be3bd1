package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.Interruption;
import dev.court.Player;
import dev.court.json.Json;
import dev.court.sandbox.Reservation;
import dev.court.sandbox.realm.TokenLifetimes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every change that a person can make, at every pause of a run, with every outcome of that run.
 * Afterwards runs go on for a day, and everything is free: what the person took back is not asked
 * for, and what the person wants is booked. A usual build plays one in fifty-three; {@code
 * -Dcourt.changes=all} plays all.
 */
class ChangeOfMindTest {
  private static final String WISH = "2026-12-02T17:00 court 1 30 minutes 1 guest";

  /** Sessions outlive a day here, since they are not what this is about. */
  private static final TokenLifetimes LONG =
      new TokenLifetimes(Duration.ofDays(3), Duration.ofDays(3), Duration.ofDays(9));

  private static final List<Duration> TICKS =
      Stream.of(1, 2, 4, 31, 65, 1440).map(Duration::ofMinutes).toList();

  /** A change, and what is wanted on that Wednesday afterwards; empty for nothing. */
  @SuppressWarnings("ImmutableEnumChecker") // what List.of makes cannot be changed
  enum Change {
    SKIP(List.of("skip 1 2026-12-02")),
    SKIP_AND_BACK(List.of("skip 1 2026-12-02", "skip 1 2026-12-02 --undo"), WISH),
    COURT(List.of("edit 1 --court 2"), "2026-12-02T17:00 court 2 30 minutes 1 guest"),
    TIME(List.of("edit 1 --time 18:00"), "2026-12-02T18:00 court 1 30 minutes 1 guest"),
    LONGER(List.of("edit 1 --duration 60"), "2026-12-02T17:00 court 1 60 minutes 1 guest"),
    SPLIT(
        List.of("edit 1 --duration 60 --strategy split"),
        WISH,
        "2026-12-02T17:30 court 1 30 minutes 1 guest"),
    GUESTS(List.of("edit 1 --guests 2"), "2026-12-02T17:00 court 1 30 minutes 2 guest"),
    NAME(List.of("edit 1 --name ladder"), WISH),
    PAUSE(List.of("pause 1")),
    PAUSE_OVER_IT(List.of("pause 1 --until 2026-12-05")),
    PAUSE_BEFORE_IT(List.of("pause 1 --until 2026-12-01"), WISH),
    PAUSE_AND_ON(List.of("pause 1", "resume 1"), WISH),
    AWAY(List.of("away 2026-12-02")),
    AWAY_BEFORE_IT(List.of("away 2026-11-30..2026-12-01"), WISH),
    AWAY_AND_BACK(List.of("away 2026-12-02", "away remove 1"), WISH),
    REMOVE(List.of("remove 1 --yes")),
    REMOVE_AND_BACK(List.of("remove 1 --yes", "resume 1"), WISH);

    private final List<String> commands;
    private final List<String> wanted;

    Change(List<String> commands, String... wanted) {
      this.commands = commands;
      this.wanted = List.of(wanted);
    }
  }

  /** When the change is made. */
  enum Pause {
    /** The run has claimed the booking and waits for its opening. */
    WAITING,
    /** It waits between two requests, or between two readings. */
    BETWEEN,
    /** A request has arrived, and its outcome is not written yet. */
    ASKING
  }

  /** What goes wrong until the run is over; {@code waits} says whether the run has a pause then. */
  enum Ending {
    BOOKED("", false),
    TAKEN("refuse=always:This amenity is already reserved for the selected time.", false),
    REFUSED("refuse=always:Payment required", true),
    TOO_EARLY("clock=-1h", true),
    UNAUTHORISED("401=always", false),
    THROTTLED("429=always:5s", true),
    LOST_AND_UNREADABLE("drop-request=always,list-404", false),
    LOST_AND_NOT_THERE("drop-request=always", true),
    LOST_BUT_BOOKED("drop-answer=1,list-404", false),
    NOT_SENT("", true);

    private final String faults;
    private final boolean waits;

    Ending(String faults, boolean waits) {
      this.faults = faults;
      this.waits = waits;
    }

    /** The wish of this run is over: a person has to change it to get another try. */
    boolean isLost() {
      return this == TAKEN || this == REFUSED;
    }

    /** A request may have booked, so that nothing else may be asked for before that is settled. */
    boolean isUnclear() {
      return name().startsWith("LOST");
    }

    boolean allows(Pause pause) {
      return switch (pause) {
        case WAITING -> true;
        case BETWEEN -> waits;
        case ASKING -> this != NOT_SENT;
      };
    }
  }

  static List<Arguments> played() {
    List<Arguments> all = all();
    return "all".equals(System.getProperty("court.changes"))
        ? all
        : IntStream.range(0, all.size()).filter(i -> i % 53 == 0).mapToObj(all::get).toList();
  }

  private static List<Arguments> all() {
    List<Arguments> all = new ArrayList<>();
    for (Change change : Change.values()) {
      for (Pause pause : Pause.values()) {
        Arrays.stream(Ending.values())
            .filter(ending -> ending.allows(pause))
            .forEach(ending -> all.add(Arguments.of(change, pause, ending)));
      }
    }
    return all;
  }

  @TempDir Path home;

  @ParameterizedTest
  @MethodSource("played")
  void what_was_taken_back_is_not_booked_later_and_what_is_wanted_is(
      Change change, Pause pause, Ending ending) {
    try (Player player = new Player(home, Evening.OPENING.minusSeconds(50), LONG)) {
      player.signIn();
      type(player, "add --on we --time 17:00 --from 2026-12-02 --court 1");

      runWith(player, change, pause, ending);
      Set<String> before = Set.copyOf(shots(player));
      List<String> heldBefore = held(player);
      List<String> later = aDayGoesBy(player);

      List<String> wanted = change.wanted;
      assertThat(later).as("asked for later").isSubsetOf(allowed(change, ending));
      if (!isExcused(change, ending, heldBefore, before)) {
        assertThat(held(player)).as("held: " + bookings(player)).containsAll(wanted);
      }
    }
  }

  /** A shot that is open is followed at its court as it was, also with other guests. */
  private static List<String> allowed(Change change, Ending ending) {
    return change == Change.GUESTS && ending.isUnclear()
        ? List.of(WISH, change.wanted.get(0))
        : change.wanted;
  }

  /**
   * What the run booked before the change stays, what it lost stays lost unless the change asks for
   * something else, and where a request may have booked, nothing else is asked for at that time.
   */
  private static boolean isExcused(
      Change change, Ending ending, List<String> held, Set<String> asked) {
    boolean isSameWish = change.wanted.contains(WISH);
    boolean isSameTime = change != Change.TIME;
    return (ending.isLost() && isSameWish)
        || (held.contains(WISH) && isSameTime)
        || (ending.isUnclear() && !isSameWish && isSameTime && asked.contains(WISH));
  }

  private static void runWith(Player player, Change change, Pause pause, Ending ending) {
    player.sandbox.faults().add(ending.faults);
    if (ending == Ending.NOT_SENT) {
      player.with("COURT_API_URL", "http://127.0.0.1:9/api/v1");
    }
    List<String> made = new ArrayList<>();
    Runnable changing =
        () ->
            change.commands.forEach(
                line -> {
                  type(player, line);
                  made.add(line);
                });
    at(player, pause, changing);
    assertThat(player.court("run-due").code()).isNotIn(1, 2, 7);
    assertThat(made).as("the pause was there").isEqualTo(change.commands);
    player.sandbox.faults().clear();
    player.with("COURT_API_URL", player.sandbox.apiUrl().toString()).waitingBy(player.clock);
  }

  private static void at(Player player, Pause pause, Runnable changing) {
    switch (pause) {
      case WAITING -> player.waitingBy(new Interruption(player.clock, Instant.MIN, changing));
      case BETWEEN -> player.waitingBy(new Interruption(player.clock, Evening.OPENING, changing));
      default -> player.clock.once(() -> !shots(player).isEmpty(), changing);
    }
  }

  /** Returns what was asked for. */
  private static List<String> aDayGoesBy(Player player) {
    int before = shots(player).size();
    Instant over = player.clock.instant();
    for (Duration tick : TICKS) {
      player.clock.set(over.plus(tick));
      assertThat(player.court("run-due").code()).isNotIn(1, 2, 7);
    }
    List<String> all = shots(player);
    return all.subList(before, all.size());
  }

  private static void type(Player player, String line) {
    player.court(line.split(" ", -1)).succeeds();
  }

  private static List<Map<String, Object>> bookings(Player player) {
    return player.court("list", "--bookings", "--all", "--to", "2026-12-03", "-o", "json").rows();
  }

  private static List<String> held(Player player) {
    return player.sandbox.reservations().stream()
        .filter(one -> !one.holder().equals(Reservation.SOMEBODY))
        .map(
            one ->
                words(
                    one.start().toLocalDateTime(),
                    one.end().toLocalDateTime(),
                    one.court().id(),
                    one.guests()))
        .toList();
  }

  private static List<String> shots(Player player) {
    return player.sandbox.requests().stream()
        .filter(request -> request.method().equals("POST"))
        .filter(request -> request.path().contains("amenity-reservations"))
        .map(request -> shot(request.body()))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static String shot(String body) {
    Map<String, Object> json = (Map<String, Object>) Json.tree(body);
    return words(
        LocalDateTime.parse(json.get("start_time").toString().substring(0, 19)),
        LocalDateTime.parse(json.get("end_time").toString().substring(0, 19)),
        json.get("amenity_id").equals(8) ? "1" : "2",
        json.get("guests").toString());
  }

  private static String words(LocalDateTime start, LocalDateTime end, String court, String guests) {
    return "%s court %s %s minutes %s guest"
        .formatted(start, court, Duration.between(start, end).toMinutes(), guests);
  }
}
