package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.booking.AlternativeTimes;
import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.OpenShot;
import dev.court.booking.Outcome;
import dev.court.booking.Schedule;
import dev.court.log.Log;
import dev.court.run.shots.ShotFiles;
import dev.court.schedule.BookingMaterializer;
import dev.court.store.DueBooking;
import dev.court.workspace.LeaseOwner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A claim that another run left. */
@Tag("any-database")
class ClaimRecoveryTest extends WithTransaction {
  private static final Instant UNTIL = Evening.OPENING.plusSeconds(120);

  @BeforeEach
  void a_claimed_booking() {
    wantsWednesday();
    claimedBy("other", UNTIL);
  }

  @Test
  void the_claim_of_a_run_that_lives_is_left_alone() {
    clock.set(Evening.OPENING.plusSeconds(119));

    assertThat(recover(Set.of()).bookings()).isEmpty();
    assertThat(booking().status()).isEqualTo(BookingStatus.IN_FLIGHT);
  }

  /** Its process died, and it left no shot file: it ran on another machine. */
  @ParameterizedTest
  @CsvSource({"PT-10.001S, PENDING", "PT-10S, UNKNOWN", "PT0S, UNKNOWN", "PT1S, UNKNOWN"})
  void a_dead_run_of_another_machine_may_have_sent_from_ten_seconds_before_the_opening(
      Duration sinceOpening, BookingStatus status) {
    clock.set(Evening.OPENING.plus(sinceOpening));

    recover(Set.of("other"));

    assertThat(booking().status()).isEqualTo(status);
    assertThat(booking().openShot()).isEmpty();
  }

  /**
   * What stands last in the shot file, what the booking is then, the court of the shot that is
   * open, and whether this run may take it.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          same | C                          | PENDING |   | yes
          same | C A1                       | PENDING |   | yes
          same | C A1 S1                    | UNKNOWN | 1 | yes
          same | C A1 S1 N                  | PENDING |   | yes
          same | C A1 S1 Rearly             | PENDING |   | yes
          same | C A1 S1 Rtaken             | PENDING |   | yes
          same | C A1 S1 Rtaken A2          | PENDING |   | yes
          same | C A1 S1 Rtaken A2 S2       | UNKNOWN | 2 | yes
          same | C A1 S1 Runclear           | UNKNOWN | 1 | yes
          same | C A1 S1 Runconfirmed       | UNKNOWN | 1 | yes
          same | C A1 S1 Rmismatched        | UNKNOWN | 1 | no
          same | C A1 S1 Runclear S1 Rtaken | UNKNOWN | 1 | no
          same | C A1 S1 Rtaken A2 S2 Rbooked | SUCCESS |   | no
          boot | C                          | PENDING |   | yes
          boot | C A1                       | UNKNOWN | 1 | yes
          boot | C A1 S1                    | UNKNOWN | 1 | yes
          boot | C A1 S1 Rearly             | UNKNOWN | 1 | yes
          boot | C A1 S1 Rtaken             | PENDING |   | yes
          boot | C A1 S1 Rtaken A2          | UNKNOWN | 2 | yes
          boot | C A1 S1 Rbooked            | SUCCESS |   | no
          """)
  void a_shot_file_tells_what_a_dead_run_did(
      String boot, String lines, BookingStatus status, String openCourt, String isDue) {
    wrote(lines);
    clock.set(Evening.OPENING.plusSeconds(1));

    recover(Set.of("other"), boot.equals("same") ? "boot" : "another boot");

    assertThat(booking().status()).isEqualTo(status);
    assertThat(booking().result().openCourt()).isEqualTo(openCourt);
    List<DueBooking> due =
        step(
            transaction ->
                new DueClaims(transaction, RunOptions.DEFAULT, workspace.venue(), name -> true)
                    .find()
                    .due());
    assertThat(due).hasSize(isDue.equals("yes") ? 1 : 0);
  }

  /** A later time is still pending then. Only a loss is passed on to it. */
  @Test
  void what_a_dead_run_won_is_booked_though_another_time_would_have_done() {
    wouldDoToo(LocalTime.of(17, 30));
    wrote("C A1 S1 Rbooked");
    clock.set(Evening.OPENING.plusSeconds(1));

    RecoveredClaims recovered = recover(Set.of("other"));

    assertThat(recovered.report().bookings())
        .singleElement()
        .satisfies(one -> assertThat(one.outcome()).isInstanceOf(Outcome.Won.class));
  }

  private void wouldDoToo(LocalTime time) {
    boolean isMade =
        onDisk(
            store -> {
              Schedule one = store.schedules().find(1, 1).orElseThrow();
              store
                  .schedules()
                  .change(
                      1, one.asked().with(new AlternativeTimes(List.of(time))), workspace.now());
              new BookingMaterializer(workspace.venue(), store, workspace.now()).materializeAll(1);
              return store.bookings().of(one).size() == 2;
            });
    assertThat(isMade).isTrue();
  }

  @Test
  void the_requests_of_a_dead_run_are_in_the_history() {
    wrote("C A1 S1 Rtaken A2 S2");
    clock.set(Evening.OPENING.plusSeconds(1));

    recover(Set.of("other"));

    List<Attempt> attempts = onDisk(store -> store.attempts().of(booking()));
    assertThat(attempts).extracting(Attempt::courtId).containsExactly("1", "2");
    assertThat(attempts).extracting(Attempt::answer).containsExactly("taken", "unclear");
    assertThat(booking().result().attempts()).isEqualTo(2);
  }

  @Test
  void a_booking_that_was_open_before_stays_open_though_nothing_left() {
    wrote("C A1 S1");
    recover(Set.of("other"));
    claimedBy("third", UNTIL);
    shots("boot").begin(booking(), "third");

    recover(Set.of("third"));

    assertThat(booking().status()).isEqualTo(BookingStatus.UNKNOWN);
    assertThat(booking().openShot()).contains(OpenShot.at("1"));
  }

  /** A power cut may leave blocks of zeros, and a full disk the beginning of a line. */
  @ParameterizedTest
  @ValueSource(strings = {"", "\0\0\0\0", "S\t1\t17", "R\ttaken\t", "A", "\t\t\n\n"})
  void what_is_no_whole_line_does_not_hide_the_claim_behind_it(String garbage) throws IOException {
    Files.createDirectories(home.resolve("shots"));
    Files.writeString(home.resolve("shots").resolve("1"), garbage);
    wrote("C A1");
    clock.set(Evening.OPENING.plusSeconds(1));

    recover(Set.of("other"));

    assertThat(booking().status()).isEqualTo(BookingStatus.PENDING);
  }

  @Test
  void a_shot_file_of_another_run_tells_nothing() {
    shots("boot").begin(booking(), "third");
    clock.set(Evening.OPENING.plusSeconds(1));

    recover(Set.of("other"));

    assertThat(booking().status()).isEqualTo(BookingStatus.UNKNOWN);
  }

  /** Its clock or ours is wrong, or it was stopped: it may go on at any moment. */
  @Test
  void a_run_that_certainly_lives_keeps_its_claim_beyond_its_end() {
    recover(Set.of("other"));
    claimedBy("alive", UNTIL);
    clock.set(UNTIL.plusSeconds(3600));

    assertThat(recover(Set.of()).bookings()).isEmpty();
  }

  @Test
  void a_claim_that_is_over_is_believed_no_longer() {
    clock.set(UNTIL.plusMillis(1));

    recover(Set.of());

    assertThat(booking().status()).isEqualTo(BookingStatus.UNKNOWN);
    assertThat(booking().result().lastError()).isEqualTo("a run ended in the middle of booking");
  }

  /** Without the words of that answer nobody could tell what may be held instead. */
  @Test
  void what_an_answer_in_doubt_said_outlives_the_run_that_heard_it() throws IOException {
    ShotFiles shots = shots("boot");
    shots.begin(booking(), "other");
    shots.of(booking()).shooting("1", Evening.OPENING);
    shots
        .of(booking())
        .answered(
            new Attempt(
                1, 1, "1", Evening.OPENING, 0, null, 1L, "mismatched", 201, "{\"amenity_id\":10}"),
            null);
    clock.set(Evening.OPENING.plusSeconds(1));

    recover(Set.of("other"));

    assertThat(booking().result().lastError())
        .isEqualTo(
            "a run ended in the middle of booking after an answer in doubt: mismatched, HTTP 201,"
                + " {\"amenity_id\":10}");
  }

  @Test
  void what_became_unknown_is_returned_as_it_was_before() {
    clock.set(Evening.OPENING);

    RecoveredClaims recovered = recover(Set.of("other"));

    assertThat(recovered.bookings())
        .extracting(Booking::status)
        .containsOnly(BookingStatus.IN_FLIGHT);
    assertThat(recovered.inFlight(booking()).status()).isEqualTo(BookingStatus.IN_FLIGHT);
  }

  /** Writes what a run wrote that died then: {@code Rtaken} is an answer. */
  private void wrote(String lines) {
    ShotFiles shots = shots("boot");
    String court = null;
    for (String line : lines.split(" ", -1)) {
      court = line.matches("[AS].") ? line.substring(1) : court;
      wrote(shots, line, court);
    }
  }

  private void wrote(ShotFiles shots, String line, String court) {
    try {
      switch (line.charAt(0)) {
        case 'C' -> shots.begin(booking(), "other");
        case 'A' -> shots.of(booking()).arm(court);
        case 'S' -> shots.of(booking()).shooting(court, Evening.OPENING);
        case 'N' -> shots.of(booking()).unsent();
        default -> shots.of(booking()).answered(attempt(court, line.substring(1)), null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Attempt attempt(String court, String word) {
    String answer = word.equals("early") ? "too early" : word;
    return new Attempt(1, 1, court, Evening.OPENING, 0, null, 5L, answer, 409, "{\"a\":\n\t1}");
  }

  private ShotFiles shots(String boot) {
    return new ShotFiles(home, boot, Log.NONE);
  }

  private RecoveredClaims recover(Set<String> dead) {
    return recover(dead, "boot");
  }

  private RecoveredClaims recover(Set<String> dead, String boot) {
    return step(
        transaction ->
            new ClaimRecovery(
                    transaction,
                    new LeaseOwner("this run", boot, dead::contains, "alive"::equals),
                    shots(boot),
                    new OutcomeMapper(workspace.venue(), clock.instant()),
                    change(transaction),
                    new RunLog(Log.NONE))
                .recover());
  }
}
