package dev.court.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Evenings drawn at random on which the person changes schedules and cancels reservations between
 * the runs, books by hand, and shares an occupant id with another account, while the building keeps
 * courts for itself and lists that. {@code -Dcourt.seed=N} plays one of them again, {@code
 * -Dcourt.busy=N} plays N.
 */
@Tag("model")
class BusyEveningsTest {
  private static final int USUAL = 3;
  private static final List<Wish> HOUSES =
      List.of(Wish.house("1,2", "1,2"), Wish.house("1", "1,2"), Wish.house("2,1", "2"));
  private static final List<String> CHANGES =
      List.of(
          "edit 1 --guests 2",
          "edit 1 --court 1",
          "edit 1 --court 2,1",
          "edit 1 --or ",
          "edit 1 --or 17:05",
          "edit 1 --or 17:10",
          "pause 1",
          "resume 1",
          "remove 1 --yes",
          "away 2026-12-02",
          "away remove 1",
          "cancel",
          "cancel",
          "cancel");

  @TempDir Path folder;

  @Test
  void each_reservation_is_known_once_whatever_the_person_does() throws Exception {
    Homes homes = new Homes(folder);
    List<String> complaints = new ArrayList<>();
    for (long seed : Seeds.of("court.busy", USUAL).toArray()) {
      complaints.addAll(complaints(seed, homes));
    }
    assertThat(complaints.size()).as(String.join("\n\n", complaints)).isZero();
  }

  private static List<String> complaints(long seed, Homes homes)
      throws IOException, InterruptedException {
    Random random = new Random(~seed * 0x9E3779B97F4A7C15L);
    Plot drawn = new Plot(seed);
    Plot plot =
        random.nextInt(3) > 0 ? drawn : drawn.wishing(HOUSES.get(random.nextInt(HOUSES.size())));
    Path home = homes.of(plot.world);
    try (ModelEvening evening = new ModelEvening(plot.world, home)) {
      Person person = new Person(evening, random);
      person.block();
      plot.play(evening, person::act);
      List<String> found = new StatedAndHeld(evening).complaints();
      return found.isEmpty()
          ? List.of()
          : List.of("%s\n%s\n%s".formatted(plot, evening.story, String.join("\n", found)));
    } finally {
      Homes.delete(home);
    }
  }

  /** What the person does, and what is wrong afterwards. */
  private static final class Person {
    private final ModelEvening evening;
    private final Random random;
    private final List<Slot> slots;
    private final int oneOf;

    Person(ModelEvening evening, Random random) {
      this.evening = evening;
      this.random = random;
      this.slots = evening.world.wish().slots();
      this.oneOf = 2 + random.nextInt(6);
    }

    /** For hours, from some time before the bookings on, or from their start. */
    void block() {
      if (random.nextInt(3) == 0) {
        Slot slot = slots.get(random.nextInt(slots.size()));
        Instant start = slot.start().minus(Duration.ofMinutes(30L * random.nextInt(3)));
        evening.ledger.blocked(start, slot.amenity(), Duration.ofHours(5), slots);
      }
    }

    void act() {
      if (random.nextInt(4) == 0) {
        Slot slot = slots.get(random.nextInt(slots.size()));
        evening.ledger.plan(
            evening.now().plusMillis(random.nextInt(60_000)),
            () -> evening.ledger.takenByHand(slot, evening.now()));
      }
      if (random.nextInt(oneOf) > 0) {
        return;
      }
      String line = CHANGES.get(random.nextInt(CHANGES.size()));
      if (line.equals("cancel")) {
        cancel();
      } else {
        told(line, evening.court("", line.split(" ", -1)));
      }
    }

    private void cancel() {
      List<StatedBooking> booked =
          evening.bookings().stream()
              .filter(one -> one.isSuccess() && one.reservation() != null)
              .toList();
      if (!booked.isEmpty()) {
        String id = booked.get(random.nextInt(booked.size())).reservation();
        evening.begin(result -> told("cancel " + id, result), "cancel", id, "--yes");
      }
    }

    private void told(String line, CommandLine.Result result) {
      evening.story.tell("$ court " + line + ": " + result);
    }
  }
}
