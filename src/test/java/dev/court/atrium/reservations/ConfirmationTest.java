package dev.court.atrium.reservations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.atrium.http.HttpAnswers;
import dev.court.booking.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asked for is amenity 8, from 07:00 to 07:30 in New York, which is 11:00 to 11:30 in UTC. */
final class ConfirmationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          200 | {"id":4711,"guests":"1"}                                      | 4711
          201 | {"id":"a-7"}                                                  | a-7
          201 | {"id":12345678901234567890}                                   | 12345678901234567890
          201 | {"id":5,"detail":"see you there"}                             | 5
          201 | {"id":5,"errors":[],"error":null}                             | 5
          201 | {"id":5,"is_cancelled":false,"cancelled_at":null}             | 5
          201 | {"id":5,"status":"confirmed"}                                 | 5
          201 | {"id":5,"status":"pending","success":true}                    | 5
          201 | {"id":5,"start_time":"2025-08-04T07:00:00-04:00"}             | 5
          201 | {"id":5,"start_time":"2025-08-04T11:00:00Z"}                  | 5
          201 | {"id":5,"start_time":"2025-08-04T13:00:00.000+0200"}          | 5
          201 | {"id":5,"start_time":"2025-08-04T07:00:00"}                   | 5
          201 | {"id":5,"start_time":"2025-08-04 11:00:00"}                   | 5
          201 | {"id":5,"start_time":null,"end_time":"soon","amenity":null}   | 5
          201 | {"id":5,"end_time":"2025-08-04T07:29:59-04:00"}               | 5
          201 | {"id":5,"amenity_id":8}                                       | 5
          201 | {"id":5,"amenity_id":"8"}                                     | 5
          201 | {"id":5,"amenity":8}                                          | 5
          201 | {"id":5,"amenity":{"id":8,"label":"Lawn"}}                    | 5
          201 | {"id":5,"amenity":{"id":77,"label":"court  1"}}               | 5
          201 | {"id":5,"amenity":"Court 1"}                                  | 5
          201 | {"id":5,"errors":{},"error":""}                               | 5
          201 | {"id":5,"start_time":"2025-08-04T11:00:00.000000Z"}           | 5
          201 | {"id":5,"start_time":"2025-08-04T07:00:00.123456-04:00"}      | 5
          201 | {"data":{"id":5,"start_time":"2025-08-04T11:00:00Z"}}         | 5
          201 | {"success":true,"reservation":{"id":5,"amenity":{"id":8},"start_time":"2025-08-04T07:00"}} | 5
          """)
  void an_id_that_nothing_speaks_against_is_booked(int status, String body, String id) {
    assertThat(read(status, body)).isEqualTo(new Answer.Booked(id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          201 | {}
          201 | {"id":null}
          201 | {"id":""}
          201 | {"id":" "}
          201 | {"id":0}
          201 | {"id":"0"}
          201 | {"id":true}
          201 | {"id":{"nested":1}}
          204 | ``
          200 | ` `
          202 | {"id":5}
          202 | {"detail":"queued"}
          206 | {"id":5}
          299 | {"id":5}
          200 | []
          200 | [{"id":1}]
          200 | {"count":1,"results":[{"id":1}]}
          200 | "ok"
          200 | true
          200 | null
          200 | OK
          200 | {"id":1
          200 | {"id":1}{"id":2}
          200 | {"id":1,"id":2}
          200 | {"detail":"This court is taken."}
          200 | {"errors":["nope"]}
          200 | {"id":5,"errors":["nope"]}
          200 | {"id":5,"error":"nope"}
          200 | {"id":5,"error":true}
          201 | {"id":5,"is_cancelled":true}
          201 | {"id":5,"is_cancelled":"True"}
          201 | {"id":5,"is_cancelled":1}
          201 | {"id":5,"cancelled":true}
          201 | {"id":5,"cancelled_at":"2025-07-28T11:00:00Z"}
          201 | {"id":5,"status":"rejected"}
          201 | {"id":5,"status":"CANCELED"}
          201 | {"id":5,"status":"wait-list"}
          201 | {"id":5,"state":"Waitlisted"}
          201 | {"id":5,"status":"queued"}
          201 | {"id":5,"success":false}
          201 | {"data":{"id":5}}
          201 | {"data":{"id":5,"start_time":"soon"}}
          201 | {"data":{"start_time":"2025-08-04T11:00:00Z"}}
          201 | {"success":false,"data":{"id":5,"start_time":"2025-08-04T11:00:00Z"}}
          201 | {"data":{"id":5,"start_time":"2025-08-04T11:00:00Z","is_cancelled":true}}
          201 | {"user":{"id":5,"start_time":"2025-08-04T11:00:00Z"}}
          """)
  void a_success_that_does_not_say_so_may_have_booked(int status, String body) {
    assertThat(read(status, body)).isInstanceOf(Answer.Unconfirmed.class);
    assertThat(read(status, body).reason()).contains("HTTP " + status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><title>Welcome to the hotel</title></html>",
        "  <html>{\"id\":5}</html>"
      })
  void a_page_comes_from_a_proxy_and_is_no_success(String body) {
    assertThat(read(200, body)).isInstanceOf(Answer.Unclear.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          201 | {"id":5,"start_time":"2025-08-04T08:00:00-04:00"}         | another start
          201 | {"id":5,"start_time":"2025-08-04T07:00:00Z"}              | another start
          201 | {"id":5,"start_time":"2025-08-04T08:00:00"}               | another start
          201 | {"id":5,"end_time":"2025-08-04T08:00:00-04:00"}           | another end
          201 | {"id":5,"amenity_id":10}                                  | amenity 10
          201 | {"id":5,"amenity_id":"10"}                                | amenity 10
          201 | {"id":5,"amenity":10}                                     | amenity 10
          201 | {"id":5,"amenity":{"id":10,"label":"Court 2"}}            | amenity 10
          201 | {"id":5,"amenity_id":8,"amenity":{"id":10}}               | amenity 10
          201 | {"id":5,"amenity_id":10,"is_cancelled":true}              | amenity 10
          201 | {"data":{"id":5,"start_time":"2025-08-04T12:00:00Z"}}     | another start
          202 | {"id":5,"amenity_id":10,"start_time":"2025-08-05T07:00Z"} | amenity 10
          """)
  void another_court_or_time_is_no_success(int status, String body, String what) {
    Answer answer = read(status, body);

    assertThat(answer).isInstanceOf(Answer.Mismatched.class);
    assertThat(((Answer.Mismatched) answer).reservationId()).isEqualTo("5");
    assertThat(answer.reason()).contains("HTTP " + status, what).hasLineCount(1);
  }

  private static Answer read(int status, String body) {
    return Confirmation.read(
        HttpAnswers.of(status, body == null ? "" : body), ReservationFixture.SEVEN_ON_COURT_1);
  }
}
