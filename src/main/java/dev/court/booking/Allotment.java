package dev.court.booking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which court each wish of one account asks for, so that no two of them ask for the same court at
 * the same time. As many wishes as possible are won; where not all can be, the earlier one in the
 * list goes first; and then each gets the best court that is left, in the order of the list.
 */
public final class Allotment {
  private final List<CourtWish> wishes = new ArrayList<>();
  private final Map<Long, String> allotted = new HashMap<>();

  private Allotment() {}

  /**
   * Allots courts.
   *
   * @param settled what holds its first court already, or may hold it: it keeps that court
   * @param open wishes in the order of their precedence
   */
  public static Allotment of(List<CourtWish> settled, List<CourtWish> open) {
    Allotment allotment = new Allotment();
    allotment.wishes.addAll(settled);
    settled.forEach(one -> allotment.allotted.put(one.id(), one.courts().get(0)));
    List<CourtWish> free = open.stream().map(one -> one.without(allotment.notFor(one))).toList();
    allotment.wishes.addAll(open);
    allotment.allotted.putAll(AllotmentSearch.best(free));
    return allotment;
  }

  /**
   * The courts that a wish may ask for, best first: the one that is allotted to it, and then those
   * that no other wish has been allotted at that time. Empty when it has nothing to win.
   */
  public List<String> courts(CourtWish wish) {
    Optional<String> first = Optional.ofNullable(allotted.get(wish.id()));
    return first.isEmpty()
        ? List.of()
        : Stream.concat(first.stream(), wish.without(notFor(wish)).courts().stream())
            .distinct()
            .toList();
  }

  /** A wish as one that keeps the court it was allotted; empty when it was allotted none. */
  public Optional<CourtWish> settled(CourtWish wish) {
    List<String> courts = courts(wish);
    return courts.isEmpty()
        ? Optional.empty()
        : Optional.of(new CourtWish(wish.id(), courts, wish.start(), wish.end()));
  }

  /** The wish that keeps another one from a court; empty when none does. */
  public Optional<CourtWish> keeper(CourtWish wish, String courtId) {
    return wishes.stream()
        .filter(other -> other.id() != wish.id() && other.meets(wish))
        .filter(other -> courtId.equals(allotted.get(other.id())))
        .findFirst();
  }

  private List<String> notFor(CourtWish wish) {
    return wish.courts().stream().filter(court -> keeper(wish, court).isPresent()).toList();
  }
}
