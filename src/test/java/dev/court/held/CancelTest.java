package dev.court.held;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.court.Evening;
import dev.court.Player.Ran;
import dev.court.WithEvening;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Atrium holds is listed and cancelled, and what was cancelled is not booked again. */
@Tag("any-database")
@Tag("long-on-server")
class CancelTest extends WithEvening {
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final String ID = "481001";

  private Ran court(String line) {
    return evening.player.court(line.split(" ", -1));
  }

  private void bookedEachWednesday() {
    evening.adds("--on", "we", "--time", "17:00", "--court", "1", "--from", "2026-12-02");
    evening.runDue().succeeds();
  }

  private void bookedOnce() {
    evening.wants("1").runDue().succeeds();
  }

  private long cancellations() {
    return evening.player.sandbox.requests().stream()
        .filter(request -> request.method().equals("DELETE"))
        .count();
  }

  /** Runs go on, and a change of the schedule brings its bookings in line. */
  private void nothingBooksItAgain() {
    int before = evening.shots().size();
    evening.aMinuteLater();
    evening.player.court("edit", "1", "--guests", "2");
    evening.aMinuteLater();
    assertThat(evening.shots()).hasSize(before);
    assertThat(evening.held()).isEmpty();
  }

  @Test
  void what_atrium_holds_is_listed_with_what_it_was_made_for() {
    bookedOnce();
    evening.player.sandbox.holdByHand("2", LocalDateTime.parse("2026-11-28T09:00"), HALF_HOUR);

    assertThat(court("reservations").succeeds().out())
        .isEqualTo(
            """
            RESERVATION  START                  COURT    MIN  MADE BY                STATUS
            481002       Sat 28 Nov 2026 09:00  Court 2  30   by hand                held
            481001       Wed 2 Dec 2026 17:00   Court 1  30   schedule 1, booking 1  held
            """);
    assertThat(court("reservations -o json").rows())
        .extracting(
            one -> one.get("reservation_id"),
            one -> one.get("court_id"),
            one -> one.get("booking_id"))
        .containsExactly(tuple("481002", "2", null), tuple(ID, "1", 1));
  }

  @Test
  void a_listing_that_cannot_be_read_is_temporary_trouble() {
    evening.but("list-404=always");

    court("reservations").failsWith(5, "what Atrium holds could not be read: HTTP 404");
    court("cancel 481001 --yes").failsWith(5, "what Atrium holds could not be read");
  }

  @Test
  void the_time_of_a_series_is_left_out_and_can_be_taken_back_in() {
    bookedEachWednesday();

    Ran ran = court("cancel 481001 --yes").succeeds();

    assertThat(ran.out())
        .isEqualTo("Cancelled reservation 481001, Court 1, Wed 2 Dec 2026 17:00\n");
    assertThat(ran.err())
        .isEqualTo(
            "Schedule 1 leaves that time out; court skip 1 2026-12-02T17:00 --undo takes it back in\n");
    assertThat(evening.booking())
        .containsEntry("status", "cancelled")
        .containsEntry("reservation_id", ID)
        .containsEntry("last_error", "you cancelled its reservation");
    nothingBooksItAgain();
    court("skip 1 2026-12-02T17:00 --undo").succeeds();
    assertThat(evening.booking())
        .containsEntry("status", "pending")
        .containsEntry("reservation_id", null)
        .containsEntry("booked_court_id", null);
    evening.runDue().succeeds();
    assertThat(evening.held()).containsExactly("Court 1");
  }

  @Test
  void the_schedule_of_a_single_time_is_removed_and_can_be_resumed() {
    bookedOnce();

    Ran ran = court("cancel 481001 --yes").succeeds();

    assertThat(ran.err())
        .isEqualTo("Schedule 1 is removed with it; court resume 1 books that time again\n");
    nothingBooksItAgain();
    court("resume 1").succeeds();
    evening.runDue().succeeds();
    assertThat(evening.held()).containsExactly("Court 1");
  }

  @Test
  void what_was_made_by_hand_is_cancelled_and_no_booking_changes() {
    bookedOnce();
    evening.player.sandbox.holdByHand("2", LocalDateTime.parse(Evening.FIVE), HALF_HOUR);

    Ran ran = court("cancel 481002 --yes").succeeds();

    assertThat(ran.out()).contains("Cancelled reservation 481002, Court 2");
    assertThat(ran.err()).isEmpty();
    assertThat(evening.booking()).containsEntry("status", "success");
    assertThat(evening.held()).containsExactly("Court 1");
  }

  @Test
  void the_person_is_asked() {
    bookedOnce();

    court("cancel 481001").failsWith(2, "nobody can be asked here: add --yes");
    Ran no = evening.player.atTerminal("n\n", "cancel", ID);
    long beforeYes = cancellations();
    Ran yes = evening.player.atTerminal("y\n", "cancel", ID);

    assertThat(no.code()).isEqualTo(2);
    assertThat(no.err())
        .startsWith(
            "  reservation 481001, Court 1, Wed 2 Dec 2026 17:00 (schedule 1, booking 1)\nCancel it? [y/N]")
        .contains("nothing was cancelled");
    assertThat(beforeYes).isZero();
    assertThat(yes.succeeds().out()).startsWith("Cancelled reservation 481001");
  }

  /** What goes wrong, how the command ends, what it says, and what is held and known then. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "refuse@cancel=1:Too late to cancel|3|the building does not cancel reservation 481001|Too late to cancel|success",
        "drop-answer@cancel=1|0||Cancelled reservation 481001|cancelled",
        "cut-answer@cancel=1|0||Cancelled reservation 481001|cancelled",
        "5xx-after@cancel=1|0||Cancelled reservation 481001|cancelled",
        "5xx@cancel=1|8|nobody knows whether reservation 481001|HTTP 502|success",
        "drop-request@cancel=1|8|nobody knows whether reservation 481001|portal|success",
        "429@cancel=1|5|was not cancelled, try again|HTTP 429|success",
        "blocked@cancel=1|5|was not cancelled, try again|HTTP 403|success",
        "401@cancel=1|0||Cancelled reservation 481001|cancelled"
      })
  void what_the_building_says_is_told_and_only_what_is_sure_is_recorded(
      String fault, int code, String said, String more, String status) {
    bookedOnce();
    evening.but(fault);

    Ran ran = court("cancel 481001 --yes");

    assertThat(ran.code()).as(ran.err()).isEqualTo(code);
    assertThat(ran.out() + ran.err()).contains(said == null ? "" : said, more);
    assertThat(evening.booking()).containsEntry("status", status);
    assertThat(evening.held()).hasSize(status.equals("success") ? 1 : 0);
    assertThat(court("cancel 481001 --yes").succeeds().out()).startsWith("Cancelled");
    assertThat(evening.booking()).containsEntry("status", "cancelled");
    nothingBooksItAgain();
  }

  @Test
  void a_lost_answer_is_not_told_as_done_when_the_listing_cannot_be_read_again() {
    bookedOnce();
    evening.but("drop-answer@cancel");
    evening.player.clock.once(() -> cancellations() > 0, () -> evening.but("list-404=3"));

    Ran ran = court("cancel 481001 --yes");

    assertThat(ran.code()).isIn(0, 8);
    assertThat(court("cancel 481001 --yes").succeeds().out()).startsWith("Cancelled");
    nothingBooksItAgain();
  }

  /** A process that was killed between the request and its record, or somebody at the portal. */
  @Test
  void what_was_cancelled_elsewhere_is_recorded_by_the_same_command() throws Exception {
    bookedEachWednesday();
    evening.player.sandbox.cancel(ID);
    evening.aMinuteLater();
    assertThat(evening.booking()).containsEntry("status", "success");

    Ran ran = court("cancel 481001 --yes").succeeds();

    assertThat(ran.out()).startsWith("Cancelled before: reservation 481001");
    assertThat(cancellations()).isZero();
    assertThat(evening.booking()).containsEntry("status", "cancelled");
    nothingBooksItAgain();
  }

  @Test
  void what_a_run_is_booking_is_not_cancelled_under_its_hands() {
    evening.wants("1,2");
    List<Ran> said = new ArrayList<>();
    evening.player.clock.once(
        () -> !evening.shots().isEmpty(), () -> said.add(court("cancel 481001 --yes")));

    evening.runDue().succeeds();

    said.get(0).failsWith(5, "a run of court is booking it at this moment: try again in a minute");
    assertThat(evening.booking()).containsEntry("status", "success");
    assertThat(evening.held()).containsExactly("Court 1");
  }

  /** Otherwise the next run would ask for its court again, as soon as that is free. */
  @Test
  void what_is_not_known_to_be_booked_is_cancelled_for_good_too() {
    evening.wants("1,2").but("drop-answer=1,list-404=always");
    assertThat(evening.runDue().code()).isEqualTo(8);
    evening.player.sandbox.faults().clear();
    assertThat(court("reservations").out()).contains("schedule 1, booking 1, unknown");

    court("cancel 481001 --yes").succeeds();

    assertThat(evening.booking()).containsEntry("status", "cancelled");
    nothingBooksItAgain();
  }

  @Test
  void what_is_no_reservation_is_refused_and_nothing_is_asked() {
    bookedOnce();

    court("cancel 481001 9 --yes").failsWith(6, "no reservation 9: court reservations shows");
    court("cancel ../../x --yes").failsWith(6, "no reservation");
    evening.player.clock.set(Instant.parse("2026-12-02T22:10:00Z"));
    evening.player.signIn();
    court("cancel 481001 --yes").failsWith(2, "reservation 481001 has begun or is over");

    assertThat(cancellations()).isZero();
  }

  @Test
  void all_shows_what_was_cancelled() {
    bookedOnce();
    court("cancel 481001 --yes").succeeds();

    assertThat(court("reservations").err()).isEqualTo("Atrium holds nothing for you.\n");
    List<Map<String, Object>> all = court("reservations --all -o json").rows();
    assertThat(all).hasSize(1);
    assertThat(all.get(0)).containsEntry("cancelled", true).containsEntry("booking_id", 1);
  }
}
