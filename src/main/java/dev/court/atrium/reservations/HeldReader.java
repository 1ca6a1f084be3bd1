package dev.court.atrium.reservations;

import dev.court.atrium.http.JsonFields;
import dev.court.atrium.http.ServerText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
                    amenityId(item).orElse(null),
                    label(item).map(ServerText::line).orElse(null),
                    start,
                    time(item, "end_time").orElse(null),
                    isCancelled(item)));
  }

  private static Optional<Instant> time(JsonFields item, String name) {
    try {
      return item.text(name).map(text -> OffsetDateTime.parse(text, TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Long> amenityId(JsonFields item) {
    return item.whole("amenity_id")
        .or(() -> item.whole("amenity"))
        .or(() -> amenity(item).flatMap(amenity -> amenity.whole("id")));
  }

  private static Optional<String> label(JsonFields item) {
    return amenity(item)
        .flatMap(amenity -> amenity.text("label").or(() -> amenity.text("name")))
        .or(() -> item.text("amenity_label"))
        .or(() -> item.text("amenity_name"))
        .or(() -> item.text("amenity").filter(text -> item.whole("amenity").isEmpty()));
  }

  private static Optional<JsonFields> amenity(JsonFields item) {
    return item.value("amenity").flatMap(JsonFields::of);
  }

  private static boolean isCancelled(JsonFields item) {
    boolean flag = item.value("is_cancelled").filter(HeldReader::isTrue).isPresent();
    return flag || item.text("status").filter(HeldReader::saysCancelled).isPresent();
  }

  private static boolean isTrue(Object value) {
    return List.of("true", "1").contains(value.toString().toLowerCase(Locale.ROOT));
  }

  private static boolean saysCancelled(String status) {
    return List.of("cancelled", "canceled").contains(status.toLowerCase(Locale.ROOT));
  }
}
