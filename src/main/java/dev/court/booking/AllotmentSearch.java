package dev.court.booking;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Searches for the best allotment of courts to wishes that compete. It goes through the wishes by
 * their start, and keeps for each way in which the courts can be occupied at that moment the best
 * choice that leads there.
 */
final class AllotmentSearch {
  /** More than two starts on five courts have; beyond that only the best ones are followed. */
  private static final int MOST_STATES = 250;

  private static final int FEWEST_STATES = 4;

  /** A state costs as many steps for each wish as there are wishes; an opening must not wait. */
  private static final int MOST_STEPS = 2_000_000;

  private static final int LOST = Integer.MAX_VALUE;

  private AllotmentSearch() {}

  /**
   * The court of each wish that is won.
   *
   * @param wishes in the order of their precedence
   */
  static Map<Long, String> best(List<CourtWish> wishes) {
    Map<Long, String> all = new HashMap<>();
    groups(wishes).forEach(group -> all.putAll(bestOfGroup(group)));
    return all;
  }

  /** Wishes that do not compete, not even by way of others, have nothing to do with each other. */
  private static List<List<CourtWish>> groups(List<CourtWish> wishes) {
    List<CourtWish> left = new ArrayList<>(wishes);
    List<List<CourtWish>> groups = new ArrayList<>();
    while (!left.isEmpty()) {
      List<CourtWish> group = new ArrayList<>();
      Deque<CourtWish> next = new ArrayDeque<>(List.of(left.remove(0)));
      while (!next.isEmpty()) {
        CourtWish one = next.remove();
        group.add(one);
        List<CourtWish> rivals = left.stream().filter(one::competesWith).toList();
        left.removeAll(rivals);
        next.addAll(rivals);
      }
      groups.add(wishes.stream().filter(group::contains).toList());
    }
    return groups;
  }

  private static Map<Long, String> bestOfGroup(List<CourtWish> group) {
    Map<Map<String, Instant>, Choice> states = Map.of(Map.of(), Choice.none(group.size()));
    for (CourtWish wish : group.stream().sorted(Comparator.comparing(CourtWish::start)).toList()) {
      states = bestOnly(with(wish, group.indexOf(wish), states), mostStates(group.size()));
    }
    Choice best = states.values().stream().min(Choice.BEST_FIRST).orElseThrow();
    Map<Long, String> won = new HashMap<>();
    for (int i = 0; i < group.size(); i++) {
      if (best.ranks[i] != LOST) {
        won.put(group.get(i).id(), group.get(i).courts().get(best.ranks[i]));
      }
    }
    return won;
  }

  private static int mostStates(int wishes) {
    int bearable = MOST_STEPS / (wishes * wishes);
    return Math.max(FEWEST_STATES, Math.min(bearable, MOST_STATES));
  }

  private static Map<Map<String, Instant>, Choice> with(
      CourtWish wish, int index, Map<Map<String, Instant>, Choice> states) {
    Map<Map<String, Instant>, Choice> after = new HashMap<>();
    states.forEach(
        (state, choice) -> {
          Map<String, Instant> occupied = new TreeMap<>(state);
          occupied.values().removeIf(until -> !until.isAfter(wish.start()));
          keep(after, occupied, choice);
          for (int rank = 0; rank < wish.courts().size(); rank++) {
            String court = wish.courts().get(rank);
            if (!occupied.containsKey(court)) {
              Map<String, Instant> then = new TreeMap<>(occupied);
              then.put(court, wish.end());
              keep(after, then, choice.with(index, rank));
            }
          }
        });
    return after;
  }

  private static void keep(
      Map<Map<String, Instant>, Choice> states, Map<String, Instant> state, Choice choice) {
    states.merge(
        state, choice, (one, other) -> Choice.BEST_FIRST.compare(one, other) <= 0 ? one : other);
  }

  private static Map<Map<String, Instant>, Choice> bestOnly(
      Map<Map<String, Instant>, Choice> states, int most) {
    if (states.size() > most) {
      states.values().stream()
          .sorted(Choice.BEST_FIRST)
          .skip(most)
          .toList()
          .forEach(states.values()::remove);
    }
    return states;
  }

  /** What some of the wishes get. */
  private static final class Choice {
    static final Comparator<Choice> BEST_FIRST =
        Comparator.<Choice>comparingInt(choice -> choice.won)
            .reversed()
            .thenComparing(Choice::comparedByWins)
            .thenComparing((one, other) -> Arrays.compare(one.ranks, other.ranks));

    /** For each wish the place of its court among those that would do, or {@link #LOST}. */
    private final int[] ranks;

    private final int won;

    private Choice(int[] ranks, int won) {
      this.ranks = ranks;
      this.won = won;
    }

    static Choice none(int wishes) {
      int[] ranks = new int[wishes];
      Arrays.fill(ranks, LOST);
      return new Choice(ranks, 0);
    }

    Choice with(int index, int rank) {
      int[] more = ranks.clone();
      more[index] = rank;
      return new Choice(more, won + 1);
    }

    private static int comparedByWins(Choice one, Choice other) {
      for (int i = 0; i < one.ranks.length; i++) {
        if ((one.ranks[i] == LOST) != (other.ranks[i] == LOST)) {
          return one.ranks[i] == LOST ? 1 : -1;
        }
      }
      return 0;
    }
  }
}
