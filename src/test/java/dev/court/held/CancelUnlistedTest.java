package dev.court.held;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.HomeDatabase;
import dev.court.Player.Ran;
import dev.court.WithEvening;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is cancelled is no longer in the listing, or not written down, or is somebody else's. */
@Tag("any-database")
@Tag("long-on-server")
class CancelUnlistedTest extends WithEvening {
  private static final String NOTE =
      "note: Atrium does not list reservation 481001 any more: it may be cancelled already\n";

  @BeforeEach
  void is_booked() {
    evening.wants("1").runDue().succeeds();
  }

  private Ran court(String line) {
    return evening.player.court(line.split(" ", -1));
  }

  private long listings() {
    return evening.player.sandbox.requests().stream()
        .filter(request -> request.method().equals("GET"))
        .filter(request -> request.path().contains("amenity-reservations"))
        .count();
  }

  private void outcomeIsWritten() {
    HomeDatabase.execute(
        home,
        "UPDATE bookings SET status = 'success', reservation_id = '481001', booked_court_id = '1'");
  }

  private void droppedFromTheListing() {
    evening.player.sandbox.cancel("481001");
    evening.but("list-empty=always");
  }

  @Test
  void what_the_building_dropped_from_its_listing_is_written_down_after_a_question() {
    droppedFromTheListing();

    Ran no = evening.player.atTerminal("n\n", "cancel", "481001");
    assertThat(no.err())
        .startsWith(
            NOTE + "  reservation 481001, Court 1, Wed 2 Dec 2026 17:00 (schedule 1, booking 1)\n");
    assertThat(evening.booking()).containsEntry("status", "success");

    Ran yes = court("cancel 481001 --yes").succeeds();

    assertThat(yes.out())
        .isEqualTo("Cancelled before: reservation 481001, Court 1, Wed 2 Dec 2026 17:00\n");
    assertThat(yes.err()).startsWith(NOTE);
    assertThat(evening.booking()).containsEntry("status", "cancelled");
    assertThat(court("cancel 481001 --yes").succeeds().out()).startsWith("Cancelled before");
  }

  /** A listing may be wrong, and the building knows better. */
  @Test
  void what_is_not_listed_and_held_all_the_same_is_cancelled() {
    evening.but("list-empty=always");

    assertThat(court("cancel 481001 --yes").succeeds().out()).startsWith("Cancelled reservation");

    assertThat(evening.held()).isEmpty();
    assertThat(evening.booking()).containsEntry("status", "cancelled");
  }

  @Test
  void what_is_not_listed_and_kept_by_the_building_stays_booked() {
    evening.but("list-empty=always").but("refuse@cancel=1:Too late to cancel");

    Ran ran = court("cancel 481001 --yes");

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err()).startsWith(NOTE).contains("Too late to cancel");
    assertThat(evening.booking()).containsEntry("status", "success");
    assertThat(evening.held()).hasSize(1);
  }

  @Test
  void a_listing_that_is_not_whole_proves_nothing() {
    evening.but("list-404=always");

    court("cancel 481001 --yes").failsWith(5, "what Atrium holds could not be read");
    evening.player.sandbox.faults().clear();
    court("cancel 77 --yes").failsWith(6, "no reservation 77");

    assertThat(evening.booking()).containsEntry("status", "success");
  }

  @Test
  void a_listing_that_was_read_in_part_proves_nothing() {
    for (int i = 0; i < 10; i++) {
      evening.player.sandbox.holdByHand(
          "2", LocalDateTime.parse("2026-12-03T08:00").plusHours(i), Duration.ofMinutes(30));
    }
    long before = listings();
    evening.player.clock.once(() -> listings() > before, () -> evening.but("list-404=always"));

    court("cancel 481001 --yes")
        .failsWith(5, "what Atrium holds could not be read to its end: HTTP 404");

    assertThat(evening.booking()).containsEntry("status", "success");
  }

  @Test
  void a_database_that_fails_after_the_building_has_cancelled_is_told_with_the_way_on() {
    HomeDatabase.execute(
        home, "ALTER TABLE bookings ADD CONSTRAINT refused CHECK (status <> 'cancelled')");

    Ran ran = court("cancel 481001 --yes");

    ran.failsWith(
        7, "court: reservation 481001 is cancelled, but that could not be written down (");
    assertThat(ran.err()).endsWith("): the same command once more writes it down\n");
    assertThat(ran.err()).hasLineCount(1);
    assertThat(evening.held()).isEmpty();
    HomeDatabase.execute(home, "ALTER TABLE bookings DROP CONSTRAINT refused");
    assertThat(court("cancel 481001 --yes").succeeds().out()).startsWith("Cancelled before");
    assertThat(evening.booking()).containsEntry("status", "cancelled");
  }

  /** A run writes its outcome down while the question waits. */
  @Test
  void whose_booking_it_is_is_read_again_after_the_yes() {
    HomeDatabase.execute(
        home,
        "UPDATE bookings SET status = 'failed', reservation_id = NULL, booked_court_id = NULL");

    Ran ran = evening.player.atTerminal(this::outcomeIsWritten, "y\n", "cancel", "481001");

    assertThat(ran.succeeds().err()).contains("(by hand)", "Schedule 1 is removed with it");
    assertThat(evening.booking()).containsEntry("status", "cancelled");
  }
}
