package dev.court.run.byhand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.Player.Ran;
import dev.court.WithEvening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The person made a reservation by hand, in the portal, for what court is to book. */
@Tag("any-database")
@Tag("long-on-server")
class HeldAlreadyTest extends WithEvening {
  private static final String HALF_PAST = "2026-12-02T17:30";

  private String byHand(String court, String start, int minutes) {
    return String.valueOf(
        evening
            .player
            .sandbox
            .holdByHand(court, LocalDateTime.parse(start), Duration.ofMinutes(minutes))
            .id());
  }

  /** What was added two days after its opening. */
  private Evening openForLong() {
    return evening.asleepFor(Duration.ofDays(2));
  }

  private Ran court(String line) {
    return evening.player.court(line.split(" ", -1));
  }

  private List<Object> each(String field) {
    return evening.bookings().stream().map(one -> one.get(field)).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void nothing_is_asked_for_when_any_of_the_courts_is_held_before_the_opening(String court) {
    byHand(court, Evening.FIVE, 30);
    evening.wants("1,2");

    Ran ran = evening.runDue().succeeds();

    assertThat(ran.out())
        .isEqualTo(
            "held     Wed 2 Dec 2026 17:00 EST  held already: reservation 481001, Court %s, was made by hand\n"
                .formatted(court));
    assertThat(evening.shots()).isEmpty();
    assertThat(evening.booking())
        .containsEntry("status", "success")
        .containsEntry("booked_court_id", court)
        .containsEntry("reservation_id", "481001")
        .containsEntry("attempts", 0)
        .containsEntry("late_ms", null);
    assertThat(evening.aMinuteLater().out()).isEmpty();
    assertThat(evening.shots()).isEmpty();
  }

  @Test
  void what_has_been_open_for_long_is_looked_at_first() {
    byHand("2", Evening.FIVE, 30);
    openForLong().wants("1,2");

    assertThat(evening.runDue().succeeds().out()).startsWith("held     Wed 2 Dec 2026 17:00");

    assertThat(evening.shots()).isEmpty();
    assertThat(home.resolve("shots").toFile().list()).isEmpty();
  }

  @Test
  void of_two_schedules_one_is_held_and_the_other_is_booked() {
    byHand("1", Evening.FIVE, 30);
    openForLong().wants("1,2").wants("1,2");

    evening.runDue().succeeds();

    assertThat(evening.shots()).hasSize(1);
    assertThat(evening.held()).containsExactlyInAnyOrder("Court 1", "Court 2");
    assertThat(each("status")).containsOnly("success");
    assertThat(each("booked_court_id")).containsExactlyInAnyOrder("1", "2");
  }

  @Test
  void what_one_schedule_has_booked_is_not_made_by_hand_for_another_one() {
    evening.wants("1").runDue().succeeds();
    openForLong().adds("--at", Evening.FIVE, "--court", "1,2");

    evening.runDue().succeeds();

    assertThat(each("reservation_id")).containsExactly("481001", "481002");
  }

  private void eveSharesTheOccupant() {
    court("config set accounts.eve.occupant_id " + evening.player.sandbox.occupantId());
    evening
        .player
        .type(evening.player.sandbox.refreshToken(), "login", "--with-token", "--account", "eve")
        .succeeds();
  }

  /** Its court is taken, by the other account, and the listing does not say for whom. */
  @Test
  void what_another_account_has_booked_is_not_what_a_request_without_an_answer_came_to() {
    evening.wants("1").runDue().succeeds();
    openForLong();
    eveSharesTheOccupant();
    court("add --at 2026-12-02T17:00 --court 1 --account eve").succeeds();
    evening.but("5xx-after=1");

    assertThat(evening.runDue("--account", "eve").code()).isEqualTo(8);

    assertThat(court("list --bookings --all -o json --account eve").rows().get(0))
        .containsEntry("status", "unknown")
        .containsEntry("reservation_id", null);
    assertThat(evening.aMinuteLater().code()).isEqualTo(8);
    assertThat(evening.held()).containsExactly("Court 1");
  }

  @Test
  void a_court_that_is_closed_is_not_what_a_request_without_an_answer_came_to() {
    byHand("1", Evening.FIVE, 300);
    evening.wants("1,2").but("5xx-after=1");

    assertThat(evening.runDue().code()).isEqualTo(8);

    assertThat(evening.booking()).containsEntry("status", "unknown");
  }

  /** The listing may lag, and not show yet what the request came to. */
  @Test
  void what_is_held_on_another_court_is_not_what_a_request_without_an_answer_came_to() {
    evening.wants("1,2").but("drop-answer=99,list-404=99");
    assertThat(evening.runDue().code()).isEqualTo(8);
    evening.player.sandbox.faults().clear();
    evening.player.sandbox.cancel("481001");
    evening.takenBySomebody("1");
    byHand("2", Evening.FIVE, 30);

    assertThat(evening.aMinuteLater().code()).isEqualTo(8);

    assertThat(evening.booking()).containsEntry("status", "unknown");
  }

  /** The other account's booking is none of those that share the courts of this one. */
  @Test
  void what_another_account_with_the_same_occupant_has_booked_is_not_made_by_hand() {
    evening.wants("1").runDue().succeeds();
    openForLong();
    eveSharesTheOccupant();
    court("add --at 2026-12-02T17:00 --court 1,2 --account eve").succeeds();

    evening.runDue("--account", "eve").succeeds();

    assertThat(evening.held()).containsExactlyInAnyOrder("Court 1", "Court 2");
    assertThat(court("list --bookings --all -o json --account eve").rows().get(0))
        .containsEntry("booked_court_id", "2")
        .containsEntry("last_error", null);
  }

  /** The other one was given back in the portal, which court does not know. */
  @Test
  void a_reservation_of_its_own_counts_where_another_account_once_had_that_court() {
    evening.wants("1").runDue().succeeds();
    evening.player.sandbox.cancel("481001");
    openForLong();
    eveSharesTheOccupant();
    court("add --at 2026-12-02T17:00 --court 1 --account eve").succeeds();
    evening.but("5xx-after=1");

    evening.runDue("--account", "eve").succeeds();

    assertThat(court("list --bookings --all -o json --account eve").rows().get(0))
        .containsEntry("status", "success")
        .containsEntry("reservation_id", "481002");
  }

  @Test
  void after_a_restore_each_of_two_accounts_with_one_occupant_has_a_court_of_its_own() {
    openForLong().wants("1,2").runDue().succeeds();
    eveSharesTheOccupant();
    court("add --at 2026-12-02T17:00 --court 1,2 --account eve").succeeds();
    evening.runDue("--account", "eve").succeeds();
    assertThat(evening.goesBack(home, Evening.START.plusSeconds(1), "default", "eve")).isEqualTo(2);

    evening.aMinuteLater().succeeds();

    List<Map<String, Object>> both =
        List.of(
            evening.booking(), court("list --bookings --all -o json --account eve").rows().get(0));
    assertThat(both).extracting("status").containsExactly("success", "success");
    assertThat(both).extracting("booked_court_id").containsExactlyInAnyOrder("1", "2");
    assertThat(evening.shots()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"1, booked", "2, held"})
  void what_another_home_booked_is_on_the_court_that_it_names(String booked, String told)
      throws IOException {
    openForLong();
    court("config set accounts.eve.occupant_id 4711").succeeds();
    Path list =
        Files.writeString(
            home.resolve("list.json"),
            """
            [{"type": "one-off", "desired_time": "2026-12-02T17:00", "court_id": "1",
              "duration": 60, "status": "success"}]
            """);
    court("import %s --account eve".formatted(list)).succeeds();
    byHand(booked, Evening.FIVE, 30);
    court("add --at 2026-12-02T17:00 --court 2,1").succeeds();

    assertThat(evening.runDue("--account", "default").succeeds().out()).startsWith(told);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 2026-12-02T17:00, 60",
    "1, 2026-12-02T17:00, 30",
    "1, 2026-12-02T17:30, 60",
    "1, 2026-12-02T16:00, 60",
    "1, 2026-12-09T17:00, 60"
  })
  void another_court_and_another_time_do_not_count(String court, String start, int minutes) {
    byHand(court, start, minutes);
    openForLong().adds("--at", Evening.FIVE, "--court", "1", "--duration", "60");

    evening.runDue();

    assertThat(evening.shots()).isNotEmpty();
    assertThat(evening.booking().toString()).doesNotContain("held already");
  }

  @Test
  void what_is_held_for_longer_counts() {
    byHand("1", "2026-12-02T16:30", 90);
    openForLong().wants("1,2");

    assertThat(evening.runDue().succeeds().out()).startsWith("held");
  }

  @Test
  void what_is_longer_than_a_person_can_reserve_is_the_buildings_own() {
    byHand("1", "2026-12-02T06:00", 16 * 60);
    evening.wants("1,2");

    assertThat(evening.runDue().succeeds().out())
        .startsWith("booked   Wed 2 Dec 2026 17:00 EST  Court 2");
    assertThat(evening.aMinuteLater().out()).isEmpty();
  }

  @Test
  void what_was_cancelled_in_the_portal_does_not_count() {
    evening.player.sandbox.cancel(byHand("1", Evening.FIVE, 30));
    openForLong().wants("1");

    assertThat(evening.runDue().succeeds().out()).startsWith("booked");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list-404=always", "list-empty=always", "5xx@list=always"})
  void a_listing_that_cannot_be_read_changes_nothing(String fault) {
    byHand("1", Evening.FIVE, 30);
    openForLong().wants("1,2").but(fault);

    assertThat(evening.runDue().out()).startsWith("booked   Wed 2 Dec 2026 17:00 EST  Court 2");

    assertThat(evening.shots()).hasSize(2);
  }

  @Test
  void what_was_asked_for_once_is_asked_for_again() {
    openForLong().wants("1").but("5xx=always");
    evening.runDue();
    evening.player.sandbox.faults().clear();
    byHand("1", Evening.FIVE, 30);
    int before = evening.shots().size();

    evening.after(Duration.ofMinutes(20));

    assertThat(evening.shots()).hasSizeGreaterThan(before);
    assertThat(evening.booking().toString()).doesNotContain("held already");
  }

  @Test
  void both_halves_of_a_split_hour_are_held_by_one_reservation_and_given_back_together() {
    byHand("1", Evening.FIVE, 60);
    openForLong();
    evening.adds("--at", Evening.FIVE, "--court", "1,2", "--duration", "60", "--strategy", "split");

    evening.runDue().succeeds();

    assertThat(evening.shots()).isEmpty();
    assertThat(each("status")).containsExactly("success", "success");
    court("cancel 481001 --yes").succeeds();
    assertThat(each("status")).containsExactly("cancelled", "cancelled");
  }

  @Test
  void of_a_split_hour_each_half_is_held_by_itself() {
    byHand("2", HALF_PAST, 30);
    openForLong();
    evening.adds("--at", Evening.FIVE, "--court", "1,2", "--duration", "60", "--strategy", "split");

    evening.runDue().succeeds();

    assertThat(evening.shots()).hasSize(1);
    assertThat(each("booked_court_id")).containsExactly("1", "2");
    assertThat(each("attempts")).containsExactly(1, 0);
  }

  @ParameterizedTest
  @CsvSource({"2026-12-02T17:00, success, cancelled", "2026-12-02T17:30, cancelled, success"})
  void of_several_times_any_one_that_is_held_ends_the_occurrence(
      String start, String first, String second) {
    byHand("1", start, 30);
    openForLong().adds("--at", Evening.FIVE, "--or", "17:30", "--court", "1,2");

    assertThat(evening.runDue().succeeds().out()).startsWith("held     Wed 2 Dec 2026 17:");

    assertThat(evening.shots()).isEmpty();
    assertThat(each("status")).containsExactly(first, second);
    assertThat(evening.aMinuteLater().out()).isEmpty();
    assertThat(evening.shots()).isEmpty();
  }

  /** The preferred time is in trouble, so that the other one has its turn when it opens. */
  @Test
  void another_time_that_was_put_off_before_anything_was_sent_ends_the_occurrence_too()
      throws IOException {
    evening.adds("--at", Evening.FIVE, "--or", "17:30", "--court", "1");
    Path inTheWay = Files.createDirectories(home.resolve("shots").resolve("1"));
    assertThat(evening.asleepFor(Duration.ofMinutes(2)).runDue().code()).isEqualTo(7);
    Files.delete(inTheWay);
    byHand("1", Evening.FIVE, 30);

    assertThat(evening.asleepFor(Duration.ofSeconds(28 * 60 + 30)).runDue().succeeds().out())
        .startsWith("held     Wed 2 Dec 2026 17:00");

    assertThat(evening.shots()).isEmpty();
    assertThat(each("status")).containsExactly("success", "cancelled");
  }

  @Test
  void each_command_says_it_in_plain_words() {
    byHand("2", Evening.FIVE, 30);
    openForLong().wants("1,2").runDue().succeeds();
    String words = "held already: reservation 481001, Court 2, was made by hand";

    assertThat(court("list --bookings --from 2026-01-01").out()).contains(words);
    assertThat(court("show 1").out()).contains(words);
    assertThat(court("history").out()).contains(words);
    assertThat(evening.booking()).containsEntry("last_error", words);
    assertThat(court("reservations").out()).contains("by hand, held for schedule 1, booking 1");
  }

  @Test
  void it_is_cancelled_with_its_reservation_and_asked_for_when_it_is_taken_back() {
    byHand("1", Evening.FIVE, 30);
    openForLong().wants("1").runDue().succeeds();

    assertThat(court("cancel 481001 --yes").succeeds().err())
        .isEqualTo("Schedule 1 is removed with it; court resume 1 books that time again\n");
    assertThat(evening.booking()).containsEntry("status", "cancelled");
    assertThat(evening.held()).isEmpty();
    court("resume 1").succeeds();

    assertThat(evening.runDue().succeeds().out()).startsWith("booked");
    assertThat(evening.held()).containsExactly("Court 1");
  }
}
