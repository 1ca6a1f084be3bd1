package dev.court.notification;

import static dev.court.notification.NotificationDecision.NEW;
import static dev.court.notification.NotificationDecision.PRESSING;
import static dev.court.notification.NotificationDecision.REMINDER;
import static dev.court.notification.NotificationDecision.REPEATED;
import static dev.court.notification.NotificationDecision.TOO_EARLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.Wednesday;
import dev.court.booking.BookingStatus;
import dev.court.booking.Incident;
import dev.court.booking.OpenShot;
import dev.court.booking.Outcome;
import dev.court.booking.SetupProblem;
import dev.court.booking.SignInNeeded;
import dev.court.booking.TemporaryTrouble;
import dev.court.store.DueBooking;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether a person is told of an event. */
class NotificationPolicyTest {
  private static final Instant NOW = Evening.OPENING;
  private static final Wednesday PENDING = Wednesday.pending();
  private static final Wednesday UNKNOWN = PENDING.is(BookingStatus.UNKNOWN).failing("no answer");

  static List<Arguments> outcomes() {
    Outcome watching = new Outcome.Watching("taken", NOW.plusSeconds(600));
    Outcome downAgain = new Outcome.TryAgain("down", Duration.ZERO);
    return List.of(
        Arguments.of(PENDING, new Outcome.Won("1", "481001"), NEW),
        Arguments.of(PENDING, new Outcome.Lost("taken"), NEW),
        Arguments.of(PENDING, new Outcome.Missed("no run came"), NEW),
        Arguments.of(
            PENDING, new Outcome.PassedOn(new Outcome.Lost("taken"), "17:30 is next"), NEW),
        Arguments.of(PENDING, new Outcome.Unresolved("no answer", OpenShot.at("1")), NEW),
        Arguments.of(PENDING, new Outcome.TokenNotAccepted("signed out"), NEW),
        Arguments.of(PENDING, new Outcome.SignInRequired("signed out"), NEW),
        Arguments.of(PENDING, downAgain, NEW),
        Arguments.of(PENDING.failing("throttled"), downAgain, NEW),
        Arguments.of(PENDING.failing("down"), downAgain, REPEATED),
        Arguments.of(PENDING, new Outcome.NotReleased("early"), NEW),
        Arguments.of(PENDING.failing("early"), new Outcome.NotReleased("early"), REPEATED),
        Arguments.of(PENDING, watching, NEW),
        Arguments.of(PENDING.failing("other words").watched(), watching, REPEATED),
        Arguments.of(PENDING.failing("taken").watched(), downAgain, NEW),
        Arguments.of(PENDING.failing("taken").watched(), new Outcome.Lost("taken", true), NEW),
        Arguments.of(UNKNOWN, new Outcome.Unresolved("no answer", OpenShot.at("1")), REPEATED),
        Arguments.of(UNKNOWN, new Outcome.Won("1", null), NEW),
        Arguments.of(UNKNOWN, new Outcome.TryAgain("no answer", Duration.ZERO), NEW),
        Arguments.of(
            PENDING.is(BookingStatus.IN_FLIGHT),
            new Outcome.Unresolved("a run ended", OpenShot.at("1")),
            NEW));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void an_outcome_is_told_when_it_says_what_the_booking_did_not_say_before(
      Wednesday before, Outcome outcome, NotificationDecision decision) {
    Wednesday after = before.is(outcome.status()).failing(outcome.reason());

    assertThat(NotificationPolicy.outcome(outcome, before.booking(), after.booking()))
        .isEqualTo(decision);
  }

  @Test
  void the_table_of_outcomes_has_them_all() {
    assertThat(outcomes().stream().<Object>map(row -> row.get()[1].getClass()))
        .containsAll(Arrays.asList(Outcome.class.getPermittedSubclasses()));
  }

  @ParameterizedTest
  @CsvSource({
    "'',        NEW",
    "PT1M,      REPEATED",
    "PT11H59M,  REPEATED",
    "PT12H,     REMINDER",
    "PT72H,     REMINDER"
  })
  void an_obstacle_is_told_again_after_twelve_hours(
      String toldBefore, NotificationDecision decision) {
    Optional<Instant> toldAt =
        toldBefore.isEmpty()
            ? Optional.empty()
            : Optional.of(NOW.minus(Duration.parse(toldBefore)));

    assertThat(NotificationPolicy.obstacle(toldAt, List.of(), NOW)).isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource({"PT-1M, PRESSING", "PT0S, PRESSING", "PT4M59S, PRESSING", "PT5M, REPEATED"})
  void an_obstacle_is_told_each_run_while_a_booking_has_just_become_due(
      Duration dueFor, NotificationDecision decision) {
    DueBooking due = PENDING.due(NOW.minus(dueFor));

    assertThat(obstacleToldAMinuteAgo(due)).isEqualTo(decision);
  }

  @Test
  void an_obstacle_is_told_each_run_while_a_booking_was_just_added() {
    DueBooking added =
        new DueBooking(PENDING.addedAt(NOW.minusSeconds(299)), NOW.minusSeconds(3600));
    DueBooking older =
        new DueBooking(PENDING.addedAt(NOW.minusSeconds(300)), NOW.minusSeconds(3600));

    assertThat(obstacleToldAMinuteAgo(added)).isEqualTo(PRESSING);
    assertThat(obstacleToldAMinuteAgo(older)).isEqualTo(REPEATED);
  }

  private static NotificationDecision obstacleToldAMinuteAgo(DueBooking due) {
    return NotificationPolicy.obstacle(Optional.of(NOW.minusSeconds(60)), List.of(due), NOW);
  }

  static Stream<Arguments> incidents() {
    Incident first = Incident.first("sign-in", "ended", NOW.minus(Duration.ofMinutes(9)));
    Incident told = first.told("ended", NOW.minus(Duration.ofHours(2)));
    Incident yesterday = first.told("ended", NOW.minus(Duration.ofHours(24)));
    Incident justTold = first.told("ended", NOW.minus(Duration.ofMinutes(59)));
    Incident back = justTold.over().seen(NOW);
    Incident backLater = told.over().seen(NOW);
    return Stream.of(
        Arguments.of("first seen", first, IncidentKind.SIGN_IN, "ended", NEW),
        Arguments.of("told before", told, IncidentKind.SIGN_IN, "ended", REPEATED),
        Arguments.of("other reason", told, IncidentKind.SIGN_IN, "refused", NEW),
        Arguments.of("other reason at once", justTold, IncidentKind.SETUP, "else", REPEATED),
        Arguments.of("a day later", yesterday, IncidentKind.SETUP, "ended", REMINDER),
        Arguments.of("back at once", back, IncidentKind.BOOKING, "ended", REPEATED),
        Arguments.of("back later", backLater, IncidentKind.BOOKING, "ended", NEW),
        Arguments.of("may pass", first, IncidentKind.TEMPORARY, "down", TOO_EARLY),
        Arguments.of("does not pass", aMinuteOlder(first), IncidentKind.TEMPORARY, "down", NEW),
        Arguments.of("delays", first, IncidentKind.TEMPORARY_WHEN_DUE, "down", NEW),
        Arguments.of("other words", told, IncidentKind.TEMPORARY_WHEN_DUE, "slow", REPEATED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("incidents")
  void an_incident_is_told_once_then_daily(
      String what,
      Incident incident,
      IncidentKind kind,
      String reason,
      NotificationDecision decision) {
    assertThat(NotificationPolicy.incident(incident, kind, reason, NOW)).isEqualTo(decision);
  }

  private static Incident aMinuteOlder(Incident incident) {
    return Incident.first(incident.subject(), incident.reason(), incident.since().minusSeconds(60));
  }

  @Test
  void a_problem_is_an_incident_of_its_kind() {
    assertThat(IncidentKind.of(new SignInNeeded("ended"), true)).isEqualTo(IncidentKind.SIGN_IN);
    assertThat(IncidentKind.of(new SetupProblem("no id"), false)).isEqualTo(IncidentKind.SETUP);
    assertThat(IncidentKind.of(new TemporaryTrouble("down"), false))
        .isEqualTo(IncidentKind.TEMPORARY);
    assertThat(IncidentKind.of(new TemporaryTrouble("down"), true))
        .isEqualTo(IncidentKind.TEMPORARY_WHEN_DUE);
  }

  @Test
  void a_session_end_is_told_once_for_all_openings_that_the_warning_covers() {
    Instant opening = NOW.plus(Duration.ofHours(11));
    DueBooking due = PENDING.due(opening);

    assertThat(NotificationPolicy.sessionEnd(due, Optional.empty())).isEqualTo(NEW);
    assertThat(NotificationPolicy.sessionEnd(due, Optional.of(opening))).isEqualTo(NEW);
    assertThat(NotificationPolicy.sessionEnd(due, Optional.of(opening.plusMillis(1))))
        .isEqualTo(REPEATED);
  }

  @Test
  void a_session_end_is_told_again_for_a_schedule_that_was_added_after_the_warning() {
    Instant warnedAt = NOW.minus(Duration.ofHours(1));
    Optional<Instant> coveredUntil = Optional.of(warnedAt.plus(NotificationPolicy.EXPIRY_HORIZON));

    assertThat(NotificationPolicy.sessionEnd(addedAt(warnedAt), coveredUntil)).isEqualTo(REPEATED);
    assertThat(NotificationPolicy.sessionEnd(addedAt(warnedAt.plusMillis(1)), coveredUntil))
        .isEqualTo(NEW);
  }

  private static DueBooking addedAt(Instant createdAt) {
    return new DueBooking(PENDING.addedAt(createdAt), NOW.plusSeconds(60));
  }

  @Test
  void a_problem_in_place_of_bookings_is_told_if_one_of_them_would_be() {
    assertThat(NotificationPolicy.commonProblem(List.of(REPEATED, NEW))).isEqualTo(NEW);
    assertThat(NotificationPolicy.commonProblem(List.of(REPEATED, REPEATED))).isEqualTo(REPEATED);
  }
}
