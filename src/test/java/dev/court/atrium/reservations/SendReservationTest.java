package dev.court.atrium.reservations;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.court.atrium.http.AtriumFixture;
import dev.court.atrium.http.AtriumSettings;
import dev.court.atrium.http.HttpAnswers;
import dev.court.atrium.http.HttpLimits;
import dev.court.atrium.http.HttpTransport;
import dev.court.booking.Answer;
import dev.court.booking.Attempt;
import dev.court.booking.SetupProblem;
import dev.court.booking.SignInNeeded;
import dev.court.secret.Secret;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SendReservationTest {
  @RegisterExtension static final WireMockExtension atrium = AtriumFixture.server();

  private final HttpTransport transport = AtriumFixture.patient();
  private final Reservations reservations =
      ReservationFixture.reservations(AtriumFixture.url(atrium), transport);

  @AfterEach
  void hangUp() {
    transport.close();
  }

  @Test
  void sends_what_the_seed_document_shows() {
    answer(aResponse().withStatus(201).withBody("{\"id\":4711}"));

    ReservationReply reply = reserve();

    assertThat(reply.answer()).isEqualTo(new Answer.Booked("4711"));
    assertThat(reply.httpStatus()).isEqualTo(201);
    assertThat(reply.raw()).isEqualTo("{\"id\":4711}");
    assertThat(reply.sentAt()).isEqualTo(AtriumFixture.NOW);
    assertThat(reply.roundTrip()).isBetween(Duration.ofNanos(1), HttpLimits.DEFAULT.answer());
    atrium.verify(
        1,
        postRequestedFor(urlEqualTo(ReservationFixture.PATH))
            .withHeader("Authorization", equalTo("Bearer " + HttpAnswers.JWT))
            .withHeader("Content-Type", equalTo("application/json"))
            .withHeader("Accept", equalTo("application/json"))
            .withHeader("Cookie", absent())
            .withHeader("Upgrade", absent())
            .withRequestBody(
                equalTo(
                    "{\"amenity_type_id\":\"10\",\"start_time\":\"2025-08-04T07:00:00-04:00\","
                        + "\"amenity_id\":8,\"guests\":\"1\","
                        + "\"end_time\":\"2025-08-04T07:30:00-04:00\","
                        + "\"amenity_reservation_type\":\"TR\"}")));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void a_broken_answer_is_unclear_and_nothing_is_sent_again(Fault fault) {
    answer(aResponse().withStatus(201).withFault(fault));

    ReservationReply reply = reserve();

    assertThat(reply.answer()).isInstanceOf(Answer.Unclear.class);
    assertThat(reply.httpStatus()).isNull();
    assertThat(reply.roundTrip()).isNull();
    assertThat(reply.raw()).isEmpty();
    assertSentOnce();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void nor_is_it_on_a_connection_that_was_used_before(Fault fault) {
    answer(aResponse().withStatus(400).withBody("{\"detail\":\"no\"}"));
    reserve();
    atrium.resetAll();
    answer(aResponse().withStatus(201).withFault(fault));

    assertThat(reserve().answer()).isInstanceOf(Answer.Unclear.class);
    assertSentOnce();
  }

  @Test
  void no_answer_within_the_limit_is_unclear() {
    answer(aResponse().withStatus(201).withBody("{\"id\":1}").withFixedDelay(4_000));

    assertThat(reserveImpatiently().answer())
        .isEqualTo(
            new Answer.Unclear("localhost:%s did not answer in time".formatted(atrium.getPort())));
    assertSentOnce();
  }

  @Test
  void a_body_that_stalls_after_its_headers_is_unclear() {
    answer(aResponse().withStatus(201).withBody("{\"id\":1}").withChunkedDribbleDelay(8, 8_000));

    assertThat(reserveImpatiently().answer()).isInstanceOf(Answer.Unclear.class);
    assertSentOnce();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void a_redirect_is_not_followed(int status) {
    answer(
        aResponse()
            .withStatus(status)
            .withHeader("Location", AtriumFixture.url(atrium) + ReservationFixture.PATH));

    assertThat(reserve().answer())
        .isEqualTo(new Answer.Unclear("HTTP %s to localhost".formatted(status)));
    assertSentOnce();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 407, 408, 425, 429, 500, 502, 503, 504})
  void no_status_makes_the_client_send_again(int status) {
    answer(
        aResponse()
            .withStatus(status)
            .withHeader("Retry-After", "0")
            .withHeader("WWW-Authenticate", "Basic realm=\"x\"")
            .withHeader("Proxy-Authenticate", "Basic realm=\"x\""));

    assertThat(reserve().httpStatus()).isEqualTo(status);
    assertSentOnce();
  }

  @Test
  void an_answer_without_end_is_cut() {
    String endless = "{\"id\":1,\"x\":\"" + "y".repeat(3 << 20);
    answer(aResponse().withStatus(200).withBody(endless));

    ReservationReply reply = reserve();

    assertThat(reply.answer()).isInstanceOf(Answer.Unconfirmed.class);
    assertThat(reply.raw()).hasSize(Attempt.MAX_RAW).startsWith("{\"id\":1");
    assertSentOnce();
  }

  @Test
  void nobody_listening_is_certainly_not_sent() throws IOException {
    int port = portWithNobody();

    ReservationReply reply =
        ReservationFixture.reserve(
            ReservationFixture.reservations("http://127.0.0.1:" + port, transport),
            ReservationFixture.SEVEN_ON_COURT_1,
            AtriumFixture.TOKEN);

    assertThat(reply.answer())
        .isInstanceOf(Answer.NotSent.class)
        .extracting(Answer::reason)
        .asString()
        .startsWith("cannot connect to 127.0.0.1:" + port);
  }

  @Test
  void the_token_shows_nowhere_even_when_the_server_repeats_it() {
    answer(
        aResponse()
            .withStatus(400)
            .withBody("{\"detail\":\"bad token opaque/1 and " + HttpAnswers.JWT + "\"}"));

    Secret opaque = Secret.of("opaque/1");
    PreparedReservation prepared =
        reservations.connection().prepare(ReservationFixture.SEVEN_ON_COURT_1, opaque);
    ReservationReply reply = reservations.connection().send(prepared, Instant.MAX);

    assertThat(reply.raw() + reply + prepared + prepared.request() + reply.answer())
        .contains("bad token [hidden] and [hidden]")
        .doesNotContain("opaque/1", "eyJ");
  }

  @Test
  void control_characters_in_an_answer_do_not_reach_the_history() {
    answer(aResponse().withStatus(400).withBody("a\u0000b\u001b[2Jc\nd\te"));

    assertThat(reserve().raw()).isEqualTo("a b [2Jc\nd\te");
  }

  @Test
  void a_token_that_cannot_be_one_is_refused_without_quoting_it() {
    assertThatThrownBy(
            () ->
                reservations
                    .connection()
                    .prepare(ReservationFixture.SEVEN_ON_COURT_1, Secret.of("abc\r\nX-Evil: 1")))
        .isInstanceOf(SignInNeeded.class)
        .hasNoCause()
        .extracting(Throwable::getMessage)
        .asString()
        .doesNotContain("abc", "Evil");
  }

  @Test
  void without_an_occupant_id_it_says_where_to_find_one() {
    AtriumSettings s = AtriumFixture.settings(AtriumFixture.url(atrium));
    AtriumSettings nobody = new AtriumSettings(s.apiUrl(), s.authUrl(), "my-tfc", null, "10", "TR");

    assertThatThrownBy(
            () ->
                new Reservations(nobody, AnswerPatterns.DEFAULT, transport)
                    .connection()
                    .prepare(ReservationFixture.SEVEN_ON_COURT_1, AtriumFixture.TOKEN))
        .isInstanceOf(SetupProblem.class)
        .hasMessageContaining("COURT_OCCUPANT_ID");
  }

  @Test
  void what_is_fired_twice_is_sent_twice_as_it_was_prepared() {
    answer(aResponse().withStatus(400).withBody("{\"detail\":\"not yet released\"}"));
    PreparedReservation prepared =
        reservations.connection().prepare(ReservationFixture.SEVEN_ON_COURT_1, AtriumFixture.TOKEN);

    reservations.connection().send(prepared, Instant.MAX);
    ReservationReply second = reservations.connection().send(prepared, Instant.MAX);

    assertThat(second.answer()).isEqualTo(new Answer.TooEarly("not yet released"));
    atrium.verify(
        2,
        postRequestedFor(urlEqualTo(ReservationFixture.PATH))
            .withRequestBody(matching(".*\"amenity_id\":8.*")));
  }

  private static ReservationReply reserveImpatiently() {
    try (HttpTransport impatient = AtriumFixture.impatient()) {
      return ReservationFixture.reserve(
          ReservationFixture.reservations(AtriumFixture.url(atrium), impatient),
          ReservationFixture.SEVEN_ON_COURT_1,
          AtriumFixture.TOKEN);
    }
  }

  private void answer(ResponseDefinitionBuilder response) {
    atrium.stubFor(post(urlEqualTo(ReservationFixture.PATH)).willReturn(response));
  }

  private ReservationReply reserve() {
    return ReservationFixture.reserve(
        reservations, ReservationFixture.SEVEN_ON_COURT_1, AtriumFixture.TOKEN);
  }

  private void assertSentOnce() {
    atrium.verify(1, postRequestedFor(urlEqualTo(ReservationFixture.PATH)));
  }

  private static int portWithNobody() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
