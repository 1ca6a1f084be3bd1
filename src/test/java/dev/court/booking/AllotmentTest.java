package dev.court.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times are counted in half hours; a wish is written as its courts, and its time if it matters. */
class AllotmentTest {
  private static final Instant NOON = Instant.parse("2026-12-02T17:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # holds        | wishes                        | courts to ask for
                         | 1,2                           | 1,2
                         | 1,2 ; 1                       | 2 ; 1
                         | 1 ; 1 ; 1,2                   | 1 ; - ; 2
                         | 1,2 ; 1 ; 1                   | 2 ; 1 ; -
                         | 1,2 ; 1,2                     | 1 ; 2
                         | 2,1 ; 1,2                     | 2 ; 1
                         | 1,2 ; 2,1 ; 2,1               | 1 ; 2 ; -
                         | 1,2,3 ; 2                     | 1,3 ; 2
                         | 1,2 ; 2,3 ; 1                 | 2 ; 3 ; 1
          1              | 1,2                           | 2
          1              | 1                             | -
          1 ; 2          | 1,2 ; 2                       | - ; -
          1@1-2          | 1@0-1 ; 1,2@0-2               | 1 ; 2
                         | 1,2@0-2 ; 1@1-2               | 2 ; 1
                         | 1@0-2 ; 1@0-1 ; 1@1-2         | - ; 1 ; 1
                         | 1@0-2 ; 1@1-3                 | 1 ; -
                         | 1,2@0-2 ; 1,2@1-3 ; 1,2@2-4   | 1 ; 2 ; 1
                         | 1,2@0-1 ; 1,2@1-2             | 1,2 ; 1,2
          """)
  void each_wish_gets_the_courts_that_no_other_one_needs(
      String holds, String wishes, String courts) {
    List<CourtWish> settled = wishes(holds == null ? "" : holds, 100);
    List<CourtWish> open = wishes(wishes, 0);

    Allotment allotment = Allotment.of(settled, open);

    assertThat(
            open.stream()
                .map(allotment::courts)
                .map(ids -> ids.isEmpty() ? "-" : String.join(",", ids))
                .collect(Collectors.joining(" ; ")))
        .isEqualTo(courts);
  }

  @Test
  void what_keeps_a_wish_from_a_court_is_known() {
    List<CourtWish> open = wishes("1,2 ; 1 ; 1", 0);

    Allotment allotment = Allotment.of(List.of(), open);

    assertThat(allotment.keeper(open.get(2), "1")).contains(open.get(1));
    assertThat(allotment.keeper(open.get(1), "1")).isEmpty();
  }

  /**
   * Every list of up to four wishes for three courts at one time, against all possible ways. What
   * the courts are called makes no difference, so the first wish has them in one order only.
   */
  @Test
  void as_many_as_possible_are_won_and_then_the_first_ones() {
    List<List<String>> orders = orders();
    List<List<String>> first = List.of(List.of("1"), List.of("1", "2"), List.of("1", "2", "3"));
    long compared = 0;
    for (int count = 1; count <= 4; count++) {
      int[] digits = new int[count];
      do {
        List<CourtWish> open =
            IntStream.range(0, digits.length)
                .mapToObj(i -> wish(i, (i == 0 ? first : orders).get(digits[i]), 0, 1))
                .toList();
        assertBest(open);
        compared++;
      } while (isAdvanced(digits, first.size(), orders.size()));
    }
    assertThat(compared).isEqualTo(3 * (1 + 15 + 225 + 3_375));
  }

  /** The same for wishes that overlap in part. */
  @Test
  void times_that_overlap_in_part_are_allotted_as_well_as_possible() {
    List<CourtWish> kinds = new ArrayList<>();
    for (String courts : List.of("1", "2", "1,2", "2,1,3")) {
      for (int[] time : new int[][] {{0, 1}, {0, 2}, {1, 2}, {1, 3}}) {
        kinds.add(wish(0, List.of(courts.split(",", -1)), time[0], time[1]));
      }
    }
    for (int count = 2; count <= 3; count++) {
      int[] digits = new int[count];
      do {
        assertBest(
            IntStream.range(0, digits.length).mapToObj(i -> of(i, kinds.get(digits[i]))).toList());
      } while (isAdvanced(digits, kinds.size(), kinds.size()));
    }
  }

  @Test
  void many_wishes_for_many_courts_take_no_time() {
    List<String> courts = IntStream.range(0, 8).mapToObj(Integer::toString).toList();
    List<CourtWish> open =
        IntStream.range(0, 40).mapToObj(i -> wish(i, courts, i % 2, i % 2 + 2)).toList();

    Allotment allotment = Allotment.of(List.of(), open);

    assertThat(open.stream().filter(one -> !allotment.courts(one).isEmpty())).hasSize(8);
  }

  private static void assertBest(List<CourtWish> open) {
    Allotment allotment = Allotment.of(List.of(), open);
    int[] got =
        open.stream()
            .mapToInt(
                one ->
                    allotment.courts(one).stream().findFirst().map(one.courts()::indexOf).orElse(9))
            .toArray();
    int[] best = new TryingEverything(open).best();
    if (!Arrays.equals(got, best)) {
      assertThat(got).as(open.toString()).isEqualTo(best);
    }
  }

  /** The places of the courts that the wishes get among those that would do; 9 for none. */
  private static final class TryingEverything {
    private final List<CourtWish> open;
    private final int[] way;
    private int[] best;

    TryingEverything(List<CourtWish> open) {
      this.open = open;
      this.way = new int[open.size()];
    }

    int[] best() {
      tryFrom(0);
      return best;
    }

    private void tryFrom(int index) {
      if (index == way.length) {
        if (best == null || worth(way) < worth(best)) {
          best = way.clone();
        }
        return;
      }
      way[index] = 9;
      tryFrom(index + 1);
      for (int rank = 0; rank < open.get(index).courts().size(); rank++) {
        way[index] = rank;
        if (isFree(index)) {
          tryFrom(index + 1);
        }
      }
    }

    private boolean isFree(int index) {
      for (int i = 0; i < index; i++) {
        if (way[i] != 9 && court(i).equals(court(index)) && open.get(i).meets(open.get(index))) {
          return false;
        }
      }
      return true;
    }

    private String court(int index) {
      return open.get(index).courts().get(way[index]);
    }

    /** The fewest lost, then the last ones lost, then the best courts for the first ones. */
    private static long worth(int[] way) {
      long lost = 0;
      long which = 0;
      long ranks = 0;
      for (int rank : way) {
        lost += rank == 9 ? 1 : 0;
        which = which * 2 + (rank == 9 ? 1 : 0);
        ranks = ranks * 10 + rank;
      }
      return lost * 1_000_000 + which * 10_000 + ranks;
    }
  }

  private static boolean isAdvanced(int[] digits, int baseOfFirst, int base) {
    for (int i = 0; i < digits.length; i++) {
      digits[i] = (digits[i] + 1) % (i == 0 ? baseOfFirst : base);
      if (digits[i] != 0) {
        return true;
      }
    }
    return false;
  }

  /** Each order of one to three courts. */
  private static List<List<String>> orders() {
    List<List<String>> orders = new ArrayList<>();
    for (String a : List.of("1", "2", "3")) {
      orders.add(List.of(a));
      for (String b : List.of("1", "2", "3")) {
        if (!a.equals(b)) {
          orders.add(List.of(a, b));
          String c = "" + (6 - Integer.parseInt(a) - Integer.parseInt(b));
          orders.add(List.of(a, b, c));
        }
      }
    }
    return orders;
  }

  private static List<CourtWish> wishes(String text, long firstId) {
    List<String> parts = text.isBlank() ? List.of() : List.of(text.split(";", -1));
    return IntStream.range(0, parts.size())
        .mapToObj(i -> wish(firstId + i, parts.get(i).strip()))
        .toList();
  }

  private static CourtWish wish(long id, String text) {
    String[] courtsAndTime = text.split("@", -1);
    String[] time =
        courtsAndTime.length == 1 ? new String[] {"0", "1"} : courtsAndTime[1].split("-", -1);
    return wish(
        id,
        List.of(courtsAndTime[0].split(",", -1)),
        Integer.parseInt(time[0]),
        Integer.parseInt(time[1]));
  }

  private static CourtWish wish(long id, List<String> courts, int start, int end) {
    return new CourtWish(
        id, courts, NOON.plusSeconds(1800L * start), NOON.plusSeconds(1800L * end));
  }

  private static CourtWish of(long id, CourtWish kind) {
    return new CourtWish(id, kind.courts(), kind.start(), kind.end());
  }

  /** It is made before an opening, which must not wait for it. */
  @Test
  void hundreds_of_wishes_are_allotted_in_no_time() {
    Random random = new Random(5);
    List<CourtWish> wishes = new ArrayList<>();
    for (int id = 0; id < 2_000; id++) {
      List<String> courts =
          new ArrayList<>(List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10"));
      Collections.shuffle(courts, random);
      Instant start = Instant.parse("2027-01-01T17:00:00Z").plusSeconds(1800L * random.nextInt(12));
      wishes.add(
          new CourtWish(id, courts, start, start.plusSeconds(1800L * (1 + random.nextInt(2)))));
    }

    Allotment allotment =
        assertTimeout(Duration.ofMinutes(1), () -> Allotment.of(List.of(), wishes));

    assertThat(wishes).filteredOn(one -> !allotment.courts(one).isEmpty()).hasSizeGreaterThan(80);
  }
}
