package dev.court.atrium.reservations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.atrium.http.HttpAnswer;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the building's answer to a cancellation proves. */
class CancelAnswerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "204 |                            | CancelConfirmed",
        "200 |                            | CancelConfirmed",
        "200 | {'id':7,'is_cancelled':true} | CancelConfirmed",
        "200 | {'success':true}           | CancelConfirmed",
        "200 | {'success':false}          | CancelUnclear",
        "200 | {'ok':0}                   | CancelUnclear",
        "202 |                            | CancelUnclear",
        "404 |                            | NoSuchReservation",
        "410 |                            | NoSuchReservation",
        "408 |                            | CancelUnclear",
        "422 | too late                   | CancelRefused",
        "429 |                            | CancelPutOff",
        "401 |                            | CancelUnauthorised",
        "500 |                            | CancelUnclear",
        "503 |                            | CancelUnclear",
      })
  void only_what_is_sure_counts_as_cancelled(int status, String body, String kind) {
    String json = body == null ? "" : body.replace('\'', '"');

    assertThat(CancelAnswer.of(new HttpAnswer(status, Map.of(), json)).getClass().getSimpleName())
        .isEqualTo(kind);
  }
}
