package dev.court.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Evenings drawn at random on which the person also books by hand, at random instants. {@code
 * -Dcourt.seed=N} plays one of them again. {@code -Dcourt.byhand=N} plays N, and then also asserts
 * that what was seen in time was seen at all, which a machine that is too busy to answer may miss.
 */
@Tag("model")
class HandMadeEveningsTest {
  private static final int USUAL = 4;

  /** What is seen later than that has no time to be written down before the opening. */
  private static final Duration IN_TIME = Duration.ofMillis(600);

  @TempDir Path folder;

  @Test
  void what_is_held_already_is_so_and_no_booking_takes_what_another_one_got() throws Exception {
    Homes homes = new Homes(folder);
    List<String> complaints = new ArrayList<>();
    for (long seed : Seeds.of("court.byhand", USUAL).toArray()) {
      complaints.addAll(complaints(seed, homes));
    }
    assertThat(complaints.size()).as(String.join("\n\n", complaints)).isZero();
  }

  private static List<String> complaints(long seed, Homes homes)
      throws IOException, InterruptedException {
    Plot plot = new Plot(seed);
    Random random = new Random(~seed * 0x9E3779B97F4A7C15L);
    Path home = homes.of(plot.world);
    try (ModelEvening evening = new ModelEvening(plot.world, home)) {
      plot.world.wish().slots().stream()
          .filter(slot -> random.nextBoolean())
          .forEach(slot -> plan(evening, slot, random.nextInt(300_000)));
      plot.play(evening);
      List<String> found = about(evening);
      return found.isEmpty()
          ? List.of()
          : List.of("%s\n%s\n%s".formatted(plot, evening.story, String.join("\n", found)));
    } finally {
      Homes.delete(home);
    }
  }

  private static void plan(ModelEvening evening, Slot slot, int afterMs) {
    evening.ledger.plan(
        ModelEvening.FIRST.plusMillis(afterMs),
        () -> evening.ledger.takenByHand(slot, evening.now()));
  }

  private static List<String> about(ModelEvening evening) {
    StatedAndHeld said = new StatedAndHeld(evening);
    List<String> found = new ArrayList<>(said.complaints());
    evening.bookings().stream()
        .filter(HandMadeEveningsTest::isHeldAlready)
        .filter(one -> one.attempts() > 0 || !isByHand(evening, one))
        .forEach(one -> found.add("not made by hand: " + one));
    if (Long.getLong("court.byhand") != null
        && evening.deaths() == 0
        && evening.world.wish().bookings().size() == 1) {
      said.ours().forEach(got -> aboutBeside(evening, got, found));
    }
    return found;
  }

  /** Something was asked for, though the person was seen to hold a court for that time. */
  private static void aboutBeside(ModelEvening evening, Ledger.Holding got, List<String> found) {
    Shot first =
        evening.building.shots().stream()
            .filter(shot -> shot.slot().start().equals(got.slot().start()))
            .findFirst()
            .orElseThrow();
    evening.building.listings().stream()
        .filter(listing -> listing.by() == first.by())
        .filter(listing -> !listing.at().plus(IN_TIME).isAfter(first.at()))
        .filter(listing -> isShown(evening, listing, got))
        .findFirst()
        .ifPresent(listing -> found.add("%s was booked beside %s".formatted(got, listing)));
  }

  private static boolean isShown(
      ModelEvening evening, Building.ReadListing listing, Ledger.Holding got) {
    return evening.ledger.byHand().stream()
        .filter(listing.shown()::contains)
        .map(hand -> hand.slot().start())
        .anyMatch(got.slot().start()::equals);
  }

  private static boolean isHeldAlready(StatedBooking one) {
    return one.lastError() != null && one.lastError().startsWith("held already");
  }

  private static boolean isByHand(ModelEvening evening, StatedBooking one) {
    return evening.ledger.byHand().stream()
        .anyMatch(
            hand ->
                hand.slot().equals(one.slot())
                    && Long.toString(hand.id()).equals(one.reservation()));
  }
}
