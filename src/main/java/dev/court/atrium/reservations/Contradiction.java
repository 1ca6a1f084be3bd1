package dev.court.atrium.reservations;

import dev.court.atrium.http.JsonFields;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.stream.Stream;

/** What an answer says of a reservation that is not the one asked for. */
final class Contradiction {
  /** Some systems let a slot end a second before the next one. */
  private static final Duration ABOUT = Duration.ofMinutes(1);

  private Contradiction() {}

  /**
   * The reservation in few words, such as "another start: 2026-12-02T18:00-05:00"; empty when
   * nothing contradicts. A court is another one by its number alone, unless it has the right name:
   * then the number may not be the court's.
   */
  static Optional<String> of(JsonFields said, ReservationRequest asked) {
    return Stream.of(
            court(said, asked),
            time(said, "start_time", asked.start()).map("another start: "::concat),
            time(said, "end_time", asked.end()).map("another end: "::concat))
        .flatMap(Optional::stream)
        .reduce((one, other) -> one + ", " + other);
  }

  private static Optional<String> court(JsonFields said, ReservationRequest asked) {
    boolean isNamedSo =
        HeldReader.label(said)
            .filter(label -> HeldReservation.isSameName(label, asked.court().name()))
            .isPresent();
    return HeldReader.amenityIds(said)
        .filter(id -> id != asked.court().amenityId() && !isNamedSo)
        .findFirst()
        .map(id -> "another court: amenity %s".formatted(id));
  }

  private static Optional<String> time(JsonFields said, String name, ZonedDateTime asked) {
    return said.text(name)
        .filter(text -> HeldReader.time(text).filter(time -> !isAbout(time, asked)).isPresent());
  }

  /** A time without an offset may be the venue's or UTC. */
  private static boolean isAbout(TemporalAccessor said, ZonedDateTime asked) {
    if (said instanceof OffsetDateTime time) {
      return isAbout(time.toInstant(), asked);
    }
    LocalDateTime local = (LocalDateTime) said;
    return isAbout(local.atZone(asked.getZone()).toInstant(), asked)
        || isAbout(local.toInstant(ZoneOffset.UTC), asked);
  }

  private static boolean isAbout(Instant said, ZonedDateTime asked) {
    return Duration.between(said, asked).abs().compareTo(ABOUT) < 0;
  }
}
