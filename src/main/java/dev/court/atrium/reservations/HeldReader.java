package dev.court.atrium.reservations;

import dev.court.atrium.http.JsonFields;
import dev.court.atrium.http.ServerText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one item of a listing whose shape is not documented. */
final class HeldReader {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private HeldReader() {}

  /** Empty when its start is not known; a time without an offset is none. */
  static Optional<HeldReservation> read(JsonFields item) {
    return time(item, "start_time")
        .map(
            start ->
                new HeldReservation(
                    item.text("id").map(ServerText::line).orElse(null),
                    amenityIds(item).findFirst().orElse(null),
                    label(item).map(ServerText::line).orElse(null),
                    start,
                    time(item, "end_time").orElse(null),
                    Denial.isIn(item)));
  }

  private static Optional<Instant> time(JsonFields item, String name) {
    return item.text(name)
        .flatMap(HeldReader::time)
        .filter(OffsetDateTime.class::isInstance)
        .map(time -> ((OffsetDateTime) time).toInstant());
  }

  /** An {@link OffsetDateTime}, or a {@link LocalDateTime} where there is no offset. */
  static Optional<TemporalAccessor> time(String text) {
    try {
      return Optional.of(TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The numbers of the court; one as a rule. */
  static Stream<Long> amenityIds(JsonFields item) {
    return Stream.of(
            item.whole("amenity_id"),
            item.whole("amenity"),
            amenity(item).flatMap(amenity -> amenity.whole("id")))
        .flatMap(Optional::stream);
  }

  static Optional<String> label(JsonFields item) {
    return amenity(item)
        .flatMap(amenity -> amenity.text("label").or(() -> amenity.text("name")))
        .or(() -> item.text("amenity_label"))
        .or(() -> item.text("amenity_name"))
        .or(() -> item.text("amenity").filter(text -> item.whole("amenity").isEmpty()));
  }

  private static Optional<JsonFields> amenity(JsonFields item) {
    return item.value("amenity").flatMap(JsonFields::of);
  }
}
