package dev.court.atrium.reservations;

import dev.court.atrium.http.HtmlText;
import dev.court.atrium.http.HttpAnswer;
import dev.court.atrium.http.JsonFields;
import dev.court.atrium.http.ServerText;
import dev.court.booking.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Weighs an answer that says that a request for a court went well. It is believed when it names a
 * reservation and nothing in it speaks against the one asked for. The API is not published, so what
 * is missing speaks against nothing.
 */
final class Confirmation {
  private static final Set<Integer> DONE = Set.of(200, 201);
  private static final List<String> ERRORS = List.of("non_field_errors", "error", "errors");
  private static final List<Object> NO_ERROR = List.of("", false, List.of(), Map.of());

  /** An API may put what it made into an object of its own. */
  private static final List<String> WRAPPERS =
      List.of("data", "reservation", "amenity_reservation", "result");

  private final HttpAnswer answer;
  private final ReservationRequest asked;

  private Confirmation(HttpAnswer answer, ReservationRequest asked) {
    this.answer = answer;
    this.asked = asked;
  }

  /**
   * The meaning of an answer.
   *
   * @param answer with a status of 2xx
   */
  static Answer read(HttpAnswer answer, ReservationRequest asked) {
    // A page comes from a proxy in between, and the request may not have reached the API.
    return HtmlText.isPage(answer.body())
        ? new Answer.Unclear(answer.reason())
        : new Confirmation(answer, asked).read();
  }

  private Answer read() {
    Optional<JsonFields> whole = JsonFields.parse(answer.body());
    Optional<JsonFields> fields = whole.map(Confirmation::unwrapped);
    boolean isDenied =
        Stream.of(whole, fields).flatMap(Optional::stream).anyMatch(Confirmation::isDenied);
    Optional<String> other = fields.flatMap(one -> Contradiction.of(one, asked));
    if (other.isPresent()) {
      return new Answer.Mismatched(
          fields.flatMap(Confirmation::id).orElse(null), ServerText.line(mismatch(other.get())));
    }
    return fields
        .filter(one -> DONE.contains(answer.status()))
        .filter(one -> !isDenied)
        .flatMap(Confirmation::id)
        .<Answer>map(Answer.Booked::new)
        .orElseGet(() -> new Answer.Unconfirmed(ServerText.line(unconfirmed(isDenied))));
  }

  private String mismatch(String other) {
    return "HTTP %s, but for %s".formatted(answer.status(), other);
  }

  private String unconfirmed(boolean isDenied) {
    String words = answer.reason();
    if (isDenied) {
      return "booked and denied in one answer: " + words;
    }
    return "the answer does not say what was booked: " + words;
  }

  /** What is wrapped is a reservation when it says its time; an id alone may be anything's. */
  private static JsonFields unwrapped(JsonFields whole) {
    return whole.text("id").isPresent()
        ? whole
        : WRAPPERS.stream()
            .flatMap(name -> whole.value(name).flatMap(JsonFields::of).stream())
            .filter(one -> one.text("start_time").flatMap(HeldReader::time).isPresent())
            .findFirst()
            .orElse(whole);
  }

  private static boolean isDenied(JsonFields fields) {
    return Denial.isIn(fields)
        || ERRORS.stream()
            .flatMap(name -> fields.value(name).stream())
            .anyMatch(error -> !NO_ERROR.contains(error));
  }

  /** Numbers of reservations begin at 1. */
  static Optional<String> id(JsonFields fields) {
    return fields.text("id").filter(id -> !id.strip().equals("0")).map(ServerText::line);
  }
}
