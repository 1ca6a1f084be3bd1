package dev.court.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.court.booking.InvalidRequest;
import dev.court.json.Json;
import dev.court.sandbox.realm.Messages;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BookingTest {
  private static final String FIVE = "2026-12-02T17:00:00-05:00";
  private static final String HALF_PAST = "2026-12-02T17:30:00-05:00";
  private static final String SIX = "2026-12-02T18:00:00-05:00";

  private final SetClock clock = new SetClock("2026-11-25T17:30:00-05:00");
  private final Sandbox sandbox = Sandbox.start(SandboxOptions.at(clock));
  private final SandboxClient client = new SandboxClient(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void books_a_court_that_is_open() {
    HttpResponse<String> answer = client.reserve(8, FIVE, SIX);

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(SandboxClient.json(answer))
        .hasToString(
            "{id=481001, amenity={id=8, label=Court 1}, start_time=2026-12-02T17:00:00-05:00,"
                + " end_time=2026-12-02T18:00:00-05:00, guests=1, is_cancelled=false}");
    assertThat(sandbox.reservations())
        .singleElement()
        .matches(held -> held.holder().equals("133055") && held.court().id().equals("1"));
  }

  @Test
  void opens_to_the_millisecond() {
    clock.set("2026-11-25T16:59:59.999-05:00");
    HttpResponse<String> early = client.reserve(8, FIVE, HALF_PAST);
    clock.set("2026-11-25T17:00:00-05:00");
    HttpResponse<String> onTime = client.reserve(8, FIVE, HALF_PAST);

    assertThat(early.statusCode()).isEqualTo(400);
    assertThat(early.body())
        .isEqualTo(
            "{\"non_field_errors\":"
                + "[\"Reservations can only be made up to 168 hours in advance.\"]}");
    assertThat(onTime.statusCode()).isEqualTo(201);
  }

  @Test
  void releases_the_second_half_hour_half_an_hour_later() {
    clock.set("2026-11-25T17:29:59.999-05:00");
    assertThat(client.reserve(8, FIVE, SIX).statusCode()).isEqualTo(400);

    clock.set("2026-11-25T17:30:00-05:00");
    assertThat(client.reserve(8, FIVE, SIX).statusCode()).isEqualTo(201);
  }

  @Test
  void counts_elapsed_hours_across_a_clock_change() {
    // 168 hours before 12:00 EST on the day after the change stands 13:00 EDT.
    clock.set("2026-10-26T12:59:59.999-04:00");
    assertThat(reserveNoonAfterTheChange().statusCode()).isEqualTo(400);

    clock.set("2026-10-26T13:00:00-04:00");
    assertThat(reserveNoonAfterTheChange().statusCode()).isEqualTo(201);
  }

  private HttpResponse<String> reserveNoonAfterTheChange() {
    return client.reserve(8, "2026-11-02T12:00:00-05:00", "2026-11-02T12:30:00-05:00");
  }

  @Test
  void gives_a_slot_only_once() {
    client.reserve(8, FIVE, SIX);

    HttpResponse<String> overlapping = client.reserve(8, HALF_PAST, SIX);
    HttpResponse<String> other = client.reserve(10, FIVE, SIX);

    assertThat(overlapping.statusCode()).isEqualTo(400);
    assertThat(overlapping.body())
        .isEqualTo("{\"non_field_errors\":[\"%s\"]}".formatted(Messages.TAKEN));
    assertThat(other.statusCode()).isEqualTo(201);
  }

  @Test
  void gives_a_slot_to_one_of_many_at_once() {
    String body = Json.write(SandboxClient.body(8, FIVE, SIX));

    List<CompletableFuture<HttpResponse<String>>> answers =
        IntStream.range(0, 16).mapToObj(i -> client.postAsync(body)).toList();

    assertThat(answers.stream().map(answer -> answer.join().statusCode()))
        .containsOnlyOnce(201)
        .containsOnly(201, 400);
    assertThat(sandbox.reservations()).hasSize(1);
  }

  @Test
  void lets_somebody_else_hold_a_court() {
    sandbox.hold("2", LocalDateTime.parse("2026-12-02T17:00"), Duration.ofMinutes(30));

    assertThat(client.reserve(10, FIVE, SIX).body()).contains(Messages.TAKEN);
    assertThat(client.reserve(10, HALF_PAST, SIX).statusCode()).isEqualTo(201);
    assertThat(sandbox.reservations())
        .extracting(Reservation::holder)
        .containsExactly("133055", Reservation.SOMEBODY);
  }

  @Test
  void refuses_to_hold_what_is_held_or_not_there() {
    LocalDateTime five = LocalDateTime.parse("2026-12-02T17:00");
    sandbox.hold("2", five, Duration.ofHours(1));

    assertThatThrownBy(() -> sandbox.hold("2", five.plusMinutes(30), Duration.ofHours(1)))
        .isInstanceOf(InvalidRequest.class);
    assertThatThrownBy(() -> sandbox.hold("3", five, Duration.ofHours(1)))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage("no court '3': there is 1, 2");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01T17:10:00-05:00, 2026-12-01T17:40:00-05:00, must start and end on the time slots",
    "2026-12-01T17:00:00-05:00, 2026-12-01T17:15:00-05:00, must start and end on the time slots",
    "2026-12-01T17:00:00-05:00, 2026-12-01T16:30:00-05:00, must start and end on the time slots",
    "2026-12-01T17:00:00-05:00, 2026-12-01T17:00:00-05:00, must start and end on the time slots",
    "2026-12-01T17:00:00-05:00, 2026-12-01T18:30:00-05:00, exceeds the maximum",
    "2026-11-25T17:00:00-05:00, 2026-11-25T18:00:00-05:00, in the past"
  })
  void refuses_times_against_the_rules(String start, String end, String words) {
    HttpResponse<String> answer = client.reserve(8, start, end);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith("{\"non_field_errors\":[").contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "amenity_type_id, 10, is a number",
    "amenity_type_id, '\"11\"', is another type",
    "guests, 1, is a number",
    "guests, '\"\"', is empty",
    "amenity_id, '\"8\"', is a text",
    "amenity_id, 9, is no court",
    "amenity_reservation_type, '\"XX\"', is unknown",
    "start_time, '\"2026-12-02T17:00:00-0500\"', has an offset without a colon",
    "start_time, '\"2026-12-02T17:00:00\"', has no offset",
    "start_time, '\"2026-12-32T17:00:00-05:00\"', is no day",
    "end_time, 1764712800, is a number"
  })
  void refuses_a_field_that(String field, String json, String why) {
    Map<String, Object> body = SandboxClient.body(8, FIVE, SIX);
    body.put(field, Json.tree(json));

    HttpResponse<String> answer = client.post(Json.write(body));

    assertThat(answer.statusCode()).as(why).isEqualTo(400);
    assertThat(SandboxClient.json(answer).keySet()).as(why).isEqualTo(Collections.singleton(field));
  }

  @Test
  void names_every_field_that_is_missing() {
    HttpResponse<String> answer = client.post("{}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(SandboxClient.json(answer).keySet())
        .isEqualTo(SandboxClient.body(8, FIVE, SIX).keySet());
    assertThat(answer.body()).contains("\"guests\":[\"This field is required.\"]");
  }

  @Test
  void refuses_what_is_no_json_object() {
    assertThat(client.post("{\"a\":").body()).startsWith("{\"detail\":\"JSON parse error - ");
    assertThat(client.post("[]").body()).startsWith("{\"non_field_errors\":[\"Invalid data.");
    HttpResponse<String> text =
        SandboxClient.send(client.to(SandboxClient.COLLECTION).POST(BodyPublishers.ofString("{}")));
    assertThat(text.statusCode()).isEqualTo(415);
  }

  @Test
  void asks_for_a_token_that_is_good() {
    HttpResponse<String> without =
        SandboxClient.send(
            client.to(SandboxClient.COLLECTION).setHeader("Authorization", "").GET());
    HttpResponse<String> unknown = new SandboxClient(sandbox, "x.y.z").list("");

    assertThat(without.statusCode()).isEqualTo(401);
    assertThat(without.body()).isEqualTo("{\"detail\":\"" + Messages.NO_CREDENTIALS + "\"}");
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(unknown.body()).isEqualTo("{\"detail\":\"" + Messages.INVALID_TOKEN + "\"}");
  }

  @Test
  void takes_a_token_until_it_expires() {
    clock.advance(Duration.ofMinutes(30).minusMillis(1));
    assertThat(client.list("").statusCode()).isEqualTo(200);

    clock.advance(Duration.ofMillis(1));
    assertThat(client.list("").statusCode()).isEqualTo(401);
  }

  @Test
  void keeps_occupants_apart() {
    HttpResponse<String> answer =
        SandboxClient.send(client.to("/my/occupants/133056/amenity-reservations/").GET());

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void wants_the_slash_at_the_end() {
    String path = SandboxClient.COLLECTION.substring(0, SandboxClient.COLLECTION.length() - 1);

    assertThat(SandboxClient.send(client.to(path).GET()).statusCode()).isEqualTo(404);
    assertThat(
            SandboxClient.send(client.to(SandboxClient.COLLECTION).PUT(BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(405);
  }

  @Test
  void cancels_what_is_ours_and_frees_the_slot() {
    Object id = SandboxClient.json(client.reserve(8, FIVE, SIX)).get("id");

    assertThat(client.cancel(id).statusCode()).isEqualTo(204);
    assertThat(client.cancel(id).statusCode()).isEqualTo(404);
    assertThat(sandbox.reservations()).isEmpty();
    assertThat(client.list("").body()).contains("\"is_cancelled\":true");
    assertThat(client.reserve(8, FIVE, SIX).statusCode()).isEqualTo(201);
  }

  @Test
  void cancels_nothing_of_somebody_else() {
    sandbox.hold("1", LocalDateTime.parse("2026-12-02T17:00"), Duration.ofHours(1));
    long id = sandbox.reservations().get(0).id();

    assertThat(client.cancel(id).statusCode()).isEqualTo(404);
    assertThat(sandbox.reservations()).hasSize(1);
  }
}
