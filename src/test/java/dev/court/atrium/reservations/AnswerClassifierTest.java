package dev.court.atrium.reservations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.atrium.http.HttpAnswer;
import dev.court.atrium.http.HttpAnswers;
import dev.court.booking.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswerClassifierTest {
  private static final ReservationRequest ASKED = ReservationFixture.SEVEN_ON_COURT_1;

  private final AnswerClassifier answers = new AnswerClassifier(AnswerPatterns.DEFAULT);

  @ParameterizedTest
  @ValueSource(
      ints = {
        100, 102, 300, 301, 302, 303, 304, 307, 308, 408, 500, 502, 503, 504, 511, 599, 0, 999
      })
  void answers_that_do_not_say_whether_it_was_booked_are_unclear(int status) {
    assertThat(read(status, "{\"detail\":\"already reserved\"}"))
        .isInstanceOf(Answer.Unclear.class);
  }

  @Test
  void a_redirect_names_the_site_only_since_its_address_may_hold_a_token() {
    Answer answer =
        answers.read(
            HttpAnswers.of(302, "", "Location", "https://login.example/auth?state=s3cret#t"),
            ASKED);

    assertThat(answer).isEqualTo(new Answer.Unclear("HTTP 302 to login.example"));
    assertThat(answers.read(HttpAnswers.of(307, "", "Location", "/my other place"), ASKED).reason())
        .isEqualTo("HTTP 307 to another address");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          401 | {"detail":"Given token not valid for any token type","code":"token_not_valid"}
          401 | ``
          401 | <html><title>401 Authorization Required</title></html>
          403 | {"detail":"Given token not valid for any token type","code":"token_not_valid"}
          403 | {"detail":"Authentication credentials were not provided."}
          403 | {"detail":"Invalid token."}
          403 | {"detail":"Token is expired"}
          403 | {"code":"not_authenticated"}
          """)
  void trouble_with_the_token_is_unauthorised(int status, String body) {
    assertThat(read(status, body)).isInstanceOf(Answer.Unauthorised.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"detail\":\"You do not have permission to perform this action.\"}",
        "{\"detail\":\"Pick up the access fob at the desk.\"}",
      })
  void a_403_about_anything_else_is_a_refusal(String body) {
    assertThat(read(403, body)).isInstanceOf(Answer.Refused.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          403 | <html><title>Access denied</title></html>
          403 | <html><title>This site is not available, or not yet</title></html>
          403 | ''
          403 | RBAC: access denied
          404 | <!DOCTYPE html><h1>Not found</h1>
          400 | <html><center>The plain HTTP request was sent to HTTPS port</center></html>
          """)
  void what_a_proxy_turned_away_is_no_refusal(int status, String body) {
    assertThat(read(status, body)).isInstanceOf(Answer.NotNow.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 503, 200})
  void a_challenge_is_no_refusal_and_no_lost_answer(int status) {
    HttpAnswer answer =
        new HttpAnswer(
            status, Map.of("cf-mitigated", List.of("challenge")), "<html>Just a moment</html>");

    assertThat(answers.read(answer, ASKED)).isInstanceOf(Answer.NotNow.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          400 | {"non_field_errors":["This amenity is already reserved for the selected time."]}
          400 | {"detail":"Court is already booked"}
          400 | {"start_time":["This slot has already been taken."]}
          400 | ["The selected time is not available."]
          403 | {"detail":"This time slot is no longer available."}
          409 | {"message":"CONFLICT with another reservation"}
          409 | {"errors":[{"title":"x","detail":"Overlaps an existing reservation"}]}
          422 | {"error":{"time":{"slot":["isn’t available"]}}}
          400 | This time is fully booked
          400 | "Time unavailable"
          """)
  void a_refusal_that_says_so_is_taken(int status, String body) {
    assertThat(read(status, body)).isInstanceOf(Answer.Taken.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          400 | {"non_field_errors":["Reservations can only be made up to 168 hours in advance."]}
          400 | {"detail":"Reservations can only be made up to 7 days in advance."}
          400 | {"detail":"You cannot book more than seven days ahead"}
          400 | {"start_time":["Too far in the future."]}
          400 | {"start_time":["Cannot be reserved this far in advance."]}
          400 | {"detail":"Too early"}
          403 | {"detail":"This time slot cannot be reserved yet."}
          400 | {"detail":"Reservations for this day open at 7:00 am"}
          400 | {"detail":"The booking window opens on Monday"}
          409 | {"detail":"You can only reserve a week in advance"}
          400 | {"end_time":["This half-hour is not released."]}
          400 | {"detail":"Choose a time within the next 7 days"}
          """)
  void a_refusal_that_says_so_is_too_early(int status, String body) {
    assertThat(read(status, body)).isInstanceOf(Answer.TooEarly.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Not available yet",
        "This time is not available until it is released 7 days before",
        "Unavailable: reservations open 168 hours before the start"
      })
  void what_reads_both_ways_is_too_early_so_that_no_court_is_given_up(String text) {
    assertThat(read(400, "{\"detail\":\"" + text + "\"}")).isInstanceOf(Answer.TooEarly.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Reservations must be made at least 2 hours in advance.",
        "Reservations can only be made at least 2 hours in advance.",
        "You cannot make more than 2 reservations in 7 days.",
        "You have reached the maximum of 3 reservations within 7 days.",
        "Reservations cannot be made in the past.",
        "Reservations must start and end on the time slots.",
        "You cannot book before signing the waiver.",
        "The facility opens at 8 am.",
        "Your account is suspended.",
        "The service is temporarily unavailable.",
        "Not found."
      })
  void a_refusal_in_other_words_is_kept_word_for_word(String text) {
    assertThat(read(400, "{\"detail\":\"" + text + "\"}"))
        .isEqualTo(new Answer.Refused("HTTP 400: " + text));
  }

  @Test
  void a_429_is_throttled_for_as_long_as_it_says() {
    String body = "{\"detail\":\"Request was throttled.\"}";

    assertThat(answers.read(HttpAnswers.of(429, body, "Retry-After", "30"), ASKED))
        .isEqualTo(
            new Answer.Throttled(
                "HTTP 429: Request was throttled.", Optional.of(Duration.ofSeconds(30))));
    assertThat(answers.read(HttpAnswers.of(429, ""), ASKED))
        .isEqualTo(new Answer.Throttled("HTTP 429", Optional.empty()));
  }

  @Test
  void a_503_is_unclear_even_when_it_says_how_long_to_wait() {
    assertThat(answers.read(HttpAnswers.of(503, "", "Retry-After", "30"), ASKED))
        .isEqualTo(new Answer.Unclear("HTTP 503"));
  }

  @Test
  void people_can_add_words() {
    AnswerPatterns more = new AnswerPatterns(List.of("ausgebucht"), List.of("nur \\d+ Tage"));
    AnswerClassifier extended = new AnswerClassifier(AnswerPatterns.DEFAULT.and(more));

    assertThat(extended.read(HttpAnswers.of(400, "Heute AUSGEBUCHT"), ASKED))
        .isInstanceOf(Answer.Taken.class);
    assertThat(extended.read(HttpAnswers.of(400, "nur 7 Tage vorher"), ASKED))
        .isInstanceOf(Answer.TooEarly.class);
    assertThat(extended.read(HttpAnswers.of(400, "Already booked"), ASKED))
        .isInstanceOf(Answer.Taken.class);
  }

  private Answer read(int status, String body) {
    return answers.read(HttpAnswers.of(status, body == null ? "" : body), ASKED);
  }
}
