package dev.court.run.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many bookings of one opening do not all go to the disk and the database in its last second. */
final class WarmUpPlaceTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 25})
  void few_arm_their_courts_together(int bookings) {
    assertThat(groups(bookings)).isEqualTo(Map.of(SECOND, bookings));
  }

  @Test
  void many_arm_their_courts_in_groups_of_which_the_last_has_a_second() {
    assertThat(groups(50)).isEqualTo(Map.of(SECOND, 25, Duration.ofMillis(1250), 25));
    assertThat(groups(2000)).hasSize(8).containsValue(250).doesNotContainValue(251);
    assertThat(groups(2000).keySet())
        .startsWith(SECOND)
        .endsWith(Duration.ofMillis(2750))
        .hasSize(8);
  }

  @Test
  void far_from_the_database_each_arms_as_much_sooner() {
    assertThat(places(50, Duration.ofMillis(700)))
        .extracting(WarmUpPlace::ready)
        .contains(Duration.ofMillis(1700), Duration.ofMillis(1950))
        .hasSize(50);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 50, 250, 2000, 20_000})
  void each_has_connected_before_it_arms(int bookings) {
    assertThat(places(bookings, Duration.ofMillis(1500)))
        .allSatisfy(
            one -> assertThat(one.early().plus(Duration.ofSeconds(3))).isGreaterThan(one.ready()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 50, 2000, 20_000})
  void each_looks_at_its_connection_often_and_for_the_last_time_before_the_last_moment(
      int bookings) {
    assertThat(places(bookings))
        .extracting(WarmUpPlace::looks)
        .allSatisfy(
            looks -> {
              assertThat(looks.last())
                  .isBetween(Duration.ofMillis(400), Duration.ofMillis(649))
                  .isLessThan(SECOND);
              assertThat(looks.between()).isBetween(Duration.ofMillis(250), SECOND);
            });
  }

  private static Map<Duration, Integer> groups(int bookings) {
    Map<Duration, Integer> groups = new TreeMap<>();
    places(bookings).forEach(one -> groups.merge(one.ready(), 1, Integer::sum));
    return groups;
  }

  private static List<WarmUpPlace> places(int bookings) {
    return places(bookings, Duration.ZERO);
  }

  private static List<WarmUpPlace> places(int bookings, Duration sooner) {
    return IntStream.range(0, bookings).mapToObj(i -> WarmUpPlace.of(i, bookings, sooner)).toList();
  }
}
