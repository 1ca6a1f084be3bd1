package dev.court.atrium.reservations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.atrium.http.AtriumSettings;
import dev.court.atrium.http.HttpLimits;
import dev.court.atrium.http.HttpTransport;
import dev.court.atrium.realm.LogoutAnswer;
import dev.court.atrium.realm.Realm;
import dev.court.atrium.realm.RefreshAnswer;
import dev.court.atrium.realm.TokenSet;
import dev.court.booking.Answer;
import dev.court.booking.TennisCourt;
import dev.court.log.Log;
import dev.court.sandbox.Fault;
import dev.court.sandbox.FaultKind;
import dev.court.sandbox.ReceivedRequest;
import dev.court.sandbox.Sandbox;
import dev.court.sandbox.SandboxOptions;
import dev.court.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Properties;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against the stand-in Atrium, at the opening of five o'clock on the second of December. */
final class AgainstSandboxTest {
  private static final TennisCourt COURT_1 = new TennisCourt("1", 8, "Court 1");
  private static final LocalDateTime FIVE = LocalDateTime.parse("2026-12-02T17:00");
  private static final Instant OPENING = Instant.parse("2026-11-25T22:00:00Z");

  private final Sandbox sandbox = Sandbox.start(SandboxOptions.at(() -> OPENING));
  private final AtriumSettings settings =
      new AtriumSettings(
          sandbox.apiUrl(), sandbox.authUrl(), "my-tfc", sandbox.occupantId(), "10", "TR");
  private final HttpTransport transport =
      new HttpTransport(() -> OPENING, new Properties(), HttpLimits.DEFAULT, Log.NONE);
  private final Reservations reservations =
      new Reservations(settings, AnswerPatterns.DEFAULT, transport);
  private final Realm realm = new Realm(settings, transport);
  private final Secret token = Secret.of(sandbox.accessToken());

  @AfterEach
  void stop() {
    transport.close();
    sandbox.close();
  }

  @Test
  void books_and_finds_it_in_the_listing() {
    Answer answer = reserve(FIVE);

    assertThat(answer).isInstanceOf(Answer.Booked.class);
    assertThat(held())
        .singleElement()
        .satisfies(
            held -> {
              assertThat(held.match(five())).isEqualTo(HeldReservation.Match.OURS);
              assertThat(answer).isEqualTo(new Answer.Booked(held.id()));
            });
  }

  @Test
  void hears_that_somebody_was_faster() {
    sandbox.hold("1", FIVE, Duration.ofMinutes(30));

    assertThat(reserve(FIVE)).isInstanceOf(Answer.Taken.class);
  }

  @Test
  void hears_that_it_is_too_early() {
    assertThat(reserve(FIVE.plusMinutes(30))).isInstanceOf(Answer.TooEarly.class);
  }

  @Test
  void hears_that_the_token_is_not_accepted() {
    ReservationReply reply = ReservationFixture.reserve(reservations, five(), Secret.of("x.y.z"));

    assertThat(reply.answer()).isInstanceOf(Answer.Unauthorised.class);
    assertThat(reservations.list(Secret.of("x.y.z"))).isInstanceOf(Listing.TokenRefused.class);
  }

  @Test
  void reads_the_listing_over_several_pages() {
    for (int hours = 1; hours <= 12; hours++) {
      reserve(FIVE.minusHours(hours));
    }

    assertThat(held()).hasSize(12).extracting(HeldReservation::id).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {
        "DROP_REQUEST",
        "DROP_ANSWER",
        "CUT_ANSWER",
        "TRUNCATE",
        "ERROR",
        "ERROR_AFTER",
        "HTML"
      })
  void whatever_goes_wrong_is_no_booking_and_sent_once(FaultKind kind) {
    reservations.connection().sample(token, Duration.ofSeconds(10));
    sandbox.faults().add(Fault.of(kind));

    assertThat(reserve(FIVE)).isInstanceOfAny(Answer.Unclear.class, Answer.Unconfirmed.class);
    assertThat(posts()).hasSize(1);
  }

  @Test
  void a_connection_that_was_hung_up_on_does_not_make_it_send_twice() {
    sandbox.faults().add(Fault.of(FaultKind.HANG_UP).next(1));
    reserve(FIVE.minusHours(1));

    reserve(FIVE);

    assertThat(posts()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void throttled_hears_for_how_long() {
    sandbox.faults().add(Fault.of(FaultKind.THROTTLE).lasting(Duration.ofSeconds(3)));

    assertThat(reserve(FIVE))
        .isInstanceOfSatisfying(
            Answer.Throttled.class,
            throttled -> assertThat(throttled.retryAfter()).contains(Duration.ofSeconds(3)));
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {"LIST_404", "LIST_405"})
  void a_building_without_a_listing_is_not_readable(FaultKind kind) {
    sandbox.faults().add(Fault.of(kind));

    assertThat(reservations.list(token)).isInstanceOf(Listing.NotReadable.class);
  }

  @Test
  void reads_the_clock_of_the_server() {
    sandbox.faults().add(Fault.of(FaultKind.CLOCK).lasting(Duration.ofSeconds(7)));

    assertThat(
            reservations
                .connection()
                .sample(token, Duration.ofSeconds(10))
                .clock()
                .lead()
                .orElseThrow()
                .proven())
        .isBetween(Duration.ofSeconds(6), Duration.ofSeconds(7));
  }

  @Test
  void refreshes_again_and_again_with_what_it_was_given_last() {
    TokenSet first = fresh(Secret.of(sandbox.refreshToken()));
    TokenSet second = fresh(first.refreshToken());

    assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
    assertThat(second.accessExpiry()).isEqualTo(OPENING.plus(Duration.ofMinutes(30)));
    assertThat(Realm.expiryOf(second.refreshToken())).contains(second.refreshExpiry());
    assertThat(ReservationFixture.reserve(reservations, five(), second.accessToken()).answer())
        .isInstanceOf(Answer.Booked.class);
  }

  @Test
  void a_refresh_token_that_was_used_ends_the_session() {
    Secret once = Secret.of(sandbox.refreshToken());
    TokenSet winner = fresh(once);

    assertThat(realm.refresh(once)).isInstanceOf(RefreshAnswer.SessionEnded.class);
    assertThat(realm.refresh(winner.refreshToken())).isInstanceOf(RefreshAnswer.SessionEnded.class);
  }

  @Test
  void a_session_that_was_logged_out_is_over() {
    Secret refreshToken = Secret.of(sandbox.refreshToken());

    assertThat(realm.logout(refreshToken)).isEqualTo(new LogoutAnswer.LoggedOut());
    assertThat(realm.refresh(refreshToken)).isInstanceOf(RefreshAnswer.SessionEnded.class);
  }

  @Test
  void a_client_that_the_realm_does_not_know_is_rejected() {
    AtriumSettings other =
        new AtriumSettings(settings.apiUrl(), settings.authUrl(), "other", "1", "10", "TR");

    assertThat(new Realm(other, transport).refresh(Secret.of(sandbox.refreshToken())))
        .isInstanceOf(RefreshAnswer.ClientRejected.class);
  }

  private Answer reserve(LocalDateTime start) {
    return ReservationFixture.reserve(reservations, request(start), token).answer();
  }

  private static ReservationRequest five() {
    return request(FIVE);
  }

  private static ReservationRequest request(LocalDateTime start) {
    ZonedDateTime inNewYork = start.atZone(SandboxOptions.at(() -> OPENING).venue().zone());
    return new ReservationRequest(COURT_1, inNewYork, Duration.ofMinutes(30), "1");
  }

  private List<HeldReservation> held() {
    return assertThat(reservations.list(token))
        .asInstanceOf(InstanceOfAssertFactories.type(Listing.Complete.class))
        .actual()
        .reservations();
  }

  private TokenSet fresh(Secret refreshToken) {
    return assertThat(realm.refresh(refreshToken))
        .asInstanceOf(InstanceOfAssertFactories.type(RefreshAnswer.Fresh.class))
        .actual()
        .tokens();
  }

  private List<ReceivedRequest> posts() {
    return sandbox.requests().stream().filter(one -> one.method().equals("POST")).toList();
  }
}
