package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.court.Evening;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.OpenShot;
import dev.court.booking.Outcome;
import dev.court.booking.SetupProblem;
import dev.court.log.Log;
import dev.court.run.shots.ShotFiles;
import dev.court.store.DueBooking;
import dev.court.store.HeldClaim;
import dev.court.store.UnknownBookings;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run takes. */
@Tag("any-database")
class DueClaimsTest extends WithTransaction {
  private static final RunOptions OTHER_SCHEDULE =
      new RunOptions(Duration.ofSeconds(75), Duration.ofSeconds(60), 2L);

  private ShotFiles shots;

  @BeforeEach
  void a_booking() {
    shots = new ShotFiles(home, "boot", Log.NONE);
    wantsWednesday();
  }

  @ParameterizedTest
  @CsvSource({"PT-75S, 0", "PT-74.999S, 1", "PT0S, 1", "PT48H, 1", "PT168H, 0"})
  void a_booking_is_due_from_a_little_before_its_opening_to_its_start(
      Duration sinceOpening, int due) {
    clock.set(Evening.OPENING.plus(sinceOpening));

    assertThat(find(RunOptions.DEFAULT)).hasSize(due);
  }

  @Test
  void a_run_for_one_schedule_leaves_the_others_alone() {
    assertThat(find(OTHER_SCHEDULE)).isEmpty();
  }

  @Test
  void a_claimed_booking_is_claimed_by_no_other_run() {
    List<DueBooking> due = find(RunOptions.DEFAULT);

    assertThat(claim(due, "this run")).hasSize(1);
    assertThat(claim(due, "another run")).isEmpty();
    assertThat(booking().status()).isEqualTo(BookingStatus.IN_FLIGHT);
  }

  @Test
  void a_claim_is_in_the_shot_file_too() {
    claim(find(RunOptions.DEFAULT), "this run");

    assertThat(home.resolve("shots").resolve("1")).hasContent("\nC\tthis run\tboot");
  }

  @Test
  void a_claim_without_its_shot_file_is_not_made() throws IOException {
    Files.createFile(home.resolve("shots"));

    assertThatThrownBy(() -> claim(find(RunOptions.DEFAULT), "this run"))
        .isInstanceOf(SetupProblem.class)
        .hasMessageContaining("cannot write")
        .hasMessageContaining("shots");
    assertThat(booking().status()).isEqualTo(BookingStatus.PENDING);
  }

  @Test
  void an_unknown_booking_is_due_when_its_court_can_be_asked_again() {
    claimedBy("dead", Evening.OPENING.plusSeconds(120));
    settled(new Outcome.Unresolved("lost", OpenShot.at("1")), Evening.OPENING);

    assertThat(find(RunOptions.DEFAULT)).hasSize(1);

    claimedBy("dead", Evening.OPENING.plusSeconds(120));
    settled(new Outcome.Unresolved("taken", new OpenShot("1", false)), UnknownBookings.NEVER);

    assertThat(find(RunOptions.DEFAULT)).isEmpty();
  }

  @Test
  void a_claim_lasts_a_minute_longer_than_the_last_request() {
    claim(find(RunOptions.DEFAULT), "this run");

    List<HeldClaim> held = onDisk(store -> store.claims().held(1));
    assertThat(held).extracting(HeldClaim::until).containsOnly(Evening.OPENING.plusSeconds(120));
  }

  private void settled(Outcome outcome, Instant next) {
    OutcomeMapper mapper = new OutcomeMapper(workspace.venue(), clock.instant());
    Booking after = mapper.settled(booking(), outcome, List.of());
    onDisk(store -> store.claims().trySettle(after, "dead", next));
  }

  private List<DueBooking> find(RunOptions options) {
    return step(
        transaction ->
            new DueClaims(transaction, options, workspace.venue(), name -> true).find().due());
  }

  private List<DueBooking> claim(List<DueBooking> due, String run) {
    return step(
        transaction ->
            new DueClaims(transaction, RunOptions.DEFAULT, workspace.venue(), name -> true)
                .claim(due, run, shots)
                .held());
  }
}
