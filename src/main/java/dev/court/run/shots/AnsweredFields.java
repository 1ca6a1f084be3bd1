package dev.court.run.shots;

import dev.court.booking.Attempt;
import java.time.Instant;
import java.util.List;

/** The fields of an answer's line, in the order in which they stand. */
final class AnsweredFields {
  private static final String NONE = "";

  private AnsweredFields() {}

  static List<String> of(ShotLine.Settled line) {
    Attempt attempt = line.attempt();
    return List.of(
        "R",
        attempt.answer(),
        text(line.reservationId()),
        attempt.courtId(),
        Long.toString(attempt.sentAt().toEpochMilli()),
        Long.toString(attempt.lateMs()),
        text(attempt.clockLeadMs()),
        text(attempt.roundTripMs()),
        text(attempt.httpStatus()),
        attempt.raw());
  }

  static ShotLine.Settled read(List<String> fields, long bookingId) {
    Attempt attempt =
        new Attempt(
            bookingId,
            0,
            fields.get(3),
            Instant.ofEpochMilli(Long.parseLong(fields.get(4))),
            Long.parseLong(fields.get(5)),
            number(fields.get(6)),
            number(fields.get(7)),
            fields.get(1),
            fields.get(8).isEmpty() ? null : Integer.valueOf(fields.get(8)),
            fields.get(9));
    return new ShotLine.Settled(attempt, fields.get(2).isEmpty() ? null : fields.get(2));
  }

  private static String text(Object value) {
    return value == null ? NONE : value.toString();
  }

  private static Long number(String field) {
    return field.isEmpty() ? null : Long.valueOf(field);
  }
}
