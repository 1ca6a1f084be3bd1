package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.TestClock;
import dev.court.Wednesday;
import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.OpenShot;
import dev.court.booking.Outcome;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.booking.Watch;
import dev.court.sandbox.SandboxOptions;
import dev.court.store.UnknownBookings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an outcome makes of the booking for Wednesday. */
class OutcomeMapperTest {
  private static final Instant NOW = Evening.OPENING.plusSeconds(2);
  private static final Venue VENUE = SandboxOptions.at(new TestClock(NOW)).venue();
  private static final Booking PENDING = Wednesday.pending().booking();
  private static final Outcome LOST = new Outcome.Lost("taken", true);

  static List<Arguments> outcomes() {
    Instant later = NOW.plusSeconds(600);
    return List.of(
        Arguments.of(new Outcome.Won("2", "481001"), BookingStatus.SUCCESS, null, NOW),
        Arguments.of(LOST, BookingStatus.FAILED, "taken", NOW),
        Arguments.of(
            new Outcome.Unresolved("no answer", OpenShot.at("1")),
            BookingStatus.UNKNOWN,
            "no answer",
            NOW.plusSeconds(30)),
        Arguments.of(
            new Outcome.Unresolved("taken", new OpenShot("1", false)),
            BookingStatus.UNKNOWN,
            "taken",
            UnknownBookings.NEVER),
        Arguments.of(new Outcome.Watching("taken", later), BookingStatus.PENDING, "taken", later),
        Arguments.of(
            new Outcome.TryAgain("down", Duration.ofMinutes(2)),
            BookingStatus.PENDING,
            "down",
            NOW.plusSeconds(120)),
        Arguments.of(new Outcome.SignInRequired("ended"), BookingStatus.PENDING, "ended", NOW));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void an_outcome_gives_status_reason_and_next_try(
      Outcome outcome, BookingStatus status, String reason, Instant nextTry) {
    Booking settled = at(NOW).settled(PENDING, outcome, List.of());

    assertThat(settled.status()).isEqualTo(status);
    assertThat(settled.result().lastError()).isEqualTo(reason);
    assertThat(at(NOW).nextTry(PENDING, outcome)).isEqualTo(nextTry);
  }

  @ParameterizedTest
  @CsvSource({
    "0, PT30S",
    "59, PT30S",
    "60, PT5M",
    "119, PT5M",
    "120, PT30M",
    "239, PT30M",
    "240, PT1H",
    "5000, PT1H"
  })
  void a_court_in_doubt_is_asked_for_more_and_more_seldom(int attempts, Duration pause) {
    Booking often = Wednesday.pending().asked(attempts).booking();
    Outcome unclear = new Outcome.Unresolved("queued", OpenShot.at("1"));

    assertThat(at(NOW).nextTry(often, unclear)).isEqualTo(NOW.plus(pause));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void nothing_is_asked_again_before_the_opening(Outcome outcome) {
    Instant early = Evening.OPENING.minusSeconds(700);

    assertThat(at(early).nextTry(PENDING, outcome)).isAfterOrEqualTo(Evening.OPENING);
  }

  @Test
  void a_reservation_is_kept_with_its_court() {
    Booking settled = at(NOW).settled(PENDING, new Outcome.Won("2", "481001"), List.of());

    assertThat(settled.result().bookedCourtId()).isEqualTo("2");
    assertThat(settled.result().reservationId()).isEqualTo("481001");
  }

  @Test
  void the_court_of_an_open_shot_is_kept_until_it_is_booked() {
    Outcome unclear = new Outcome.Unresolved("no answer", OpenShot.at("1"));
    Outcome down = new Outcome.TryAgain("down", Duration.ZERO);

    Booking open = at(NOW).settled(PENDING, unclear, List.of());

    assertThat(open.openShot()).contains(OpenShot.at("1"));
    assertThat(OutcomeMapper.stillOpen(open, down))
        .isEqualTo(new Outcome.Unresolved("down", OpenShot.at("1")));
    assertThat(OutcomeMapper.stillOpen(PENDING, down)).isEqualTo(down);
    assertThat(at(NOW).settled(open, new Outcome.Won("1", "481001"), List.of()).openShot())
        .isEmpty();
  }

  @Test
  void attempts_are_counted_on_and_the_first_one_says_how_late_it_was() {
    Booking once = at(NOW).settled(PENDING, LOST, List.of(attempt(12), attempt(40)));
    Booking again = at(NOW).settled(once, LOST, List.of(attempt(700)));

    assertThat(again.result().attempts()).isEqualTo(3);
    assertThat(again.result().lateMs()).isEqualTo(12);
  }

  @Test
  void a_long_reason_is_cut() {
    Outcome wordy = new Outcome.Lost("x".repeat(2_000));

    assertThat(at(NOW).settled(PENDING, wordy, List.of()).result().lastError())
        .hasSizeLessThanOrEqualTo(500);
  }

  @Test
  void trouble_in_between_does_not_end_a_watch_and_a_loss_does() {
    Booking watched = Wednesday.pending().watched().booking();
    Outcome down = new Outcome.TryAgain("down", Duration.ZERO);

    assertThat(at(NOW).settled(watched, down, List.of()).result().watched()).isTrue();
    assertThat(at(NOW).settled(watched, LOST, List.of()).result().watched()).isFalse();
    assertThat(at(NOW).settled(PENDING, down, List.of()).result().watched()).isFalse();
  }

  @Test
  void a_court_that_was_taken_is_watched_if_the_person_asked_for_that() {
    ScheduledBooking watching =
        Wednesday.pending().watching(new Watch(Duration.ofHours(1), Duration.ofMinutes(10)));

    assertThat(at(NOW).watchedIfTaken(watching, LOST))
        .isEqualTo(new Outcome.Watching("taken", NOW.plusSeconds(600)));
    assertThat(at(NOW).watchedIfTaken(Wednesday.pending().scheduled(), LOST)).isEqualTo(LOST);
  }

  @Test
  void a_court_that_was_refused_or_whose_watch_is_over_is_lost() {
    ScheduledBooking watching =
        Wednesday.pending().watching(new Watch(Duration.ofHours(1), Duration.ofMinutes(10)));
    Outcome refused = new Outcome.Lost("payment required");

    assertThat(at(NOW).watchedIfTaken(watching, refused)).isEqualTo(refused);
    assertThat(at(Evening.OPENING.plusSeconds(3600)).watchedIfTaken(watching, LOST))
        .isEqualTo(LOST);
  }

  /** How many requests earlier runs have sent, and how long the booking waits after another. */
  @ParameterizedTest
  @CsvSource({
    "0,   PT0S, PT0S,  PT0S",
    "0,   PT2M, PT2M,  PT0S",
    "0,   PT9H, PT1H,  PT0S",
    "12,  PT0S, PT0S,  PT5M",
    "24,  PT0S, PT0S,  PT30M",
    "60,  PT0S, PT5M,  PT30M",
    "120, PT0S, PT30M, PT30M",
    "120, PT9H, PT1H,  PT30M"
  })
  void trouble_that_lasts_is_tried_more_and_more_seldom(
      int attempts, Duration asked, Duration afterTrouble, Duration afterRefusedToken) {
    Booking booking =
        PENDING.with(
            BookingStatus.PENDING, new Booking.Result(null, null, attempts, null, 0L, false, null));

    assertThat(at(NOW).nextTry(booking, new Outcome.TryAgain("down", asked)))
        .isEqualTo(NOW.plus(afterTrouble));
    assertThat(at(NOW).nextTry(booking, new Outcome.SignInRequired("refused")))
        .isEqualTo(NOW.plus(afterRefusedToken));
  }

  @Test
  void the_last_hour_before_the_start_is_not_waited_away() {
    Booking booking =
        PENDING.with(
            BookingStatus.PENDING, new Booking.Result(null, null, 200, null, 0L, false, null));
    Instant now = Evening.START.minusSeconds(4000);

    assertThat(at(now).nextTry(booking, new Outcome.TryAgain("down", Duration.ZERO)))
        .isEqualTo(now.plusSeconds(30));
  }

  /** How long after the opening it was not released, and when it is tried again. */
  @ParameterizedTest
  @CsvSource({
    "PT2S,    PT32S",
    "PT4M59S, PT5M29S",
    "PT5M,    PT30M",
    "PT29M,   PT30M",
    "PT30M,   PT1H",
  })
  void what_is_not_released_is_tried_by_the_next_run_and_then_at_each_release(
      Duration now, Duration next) {
    Instant at = Evening.OPENING.plus(now);

    assertThat(at(at).nextTry(PENDING, new Outcome.NotReleased("early")))
        .isEqualTo(Evening.OPENING.plus(next));
  }

  private static OutcomeMapper at(Instant now) {
    return new OutcomeMapper(VENUE, now);
  }

  private static Attempt attempt(long lateMs) {
    return new Attempt(1, 1, "1", NOW, lateMs, null, 5L, "taken", 409, "{}");
  }
}
