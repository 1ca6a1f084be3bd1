package dev.court.sandbox;

import dev.court.booking.TennisCourt;
import dev.court.booking.Venue;
import dev.court.json.Json;
import dev.court.json.JsonException;
import dev.court.sandbox.http.HttpReply;
import dev.court.sandbox.http.Refusal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads the body of a request for a court. It is as strict about types as the one example that is
 * known: the real service may refuse what a lenient reader would accept.
 */
final class BookingForm {
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d");
  private static final String REQUIRED = "This field is required.";
  private static final String NO_STRING = "Not a valid string, or blank.";

  private final Venue venue;
  private final Map<?, ?> fields;
  private final Map<String, List<String>> errors = new LinkedHashMap<>();

  private BookingForm(Venue venue, Map<?, ?> fields) {
    this.venue = venue;
    this.fields = fields;
  }

  /**
   * What the body asks for.
   *
   * @throws Refusal naming every field that is wrong
   */
  static SlotRequest read(String body, Venue venue) {
    if (parse(body) instanceof Map<?, ?> fields) {
      return new BookingForm(venue, fields).slotRequest();
    }
    throw Refusal.ofRule("Invalid data. Expected a dictionary.");
  }

  private static Object parse(String body) {
    try {
      return Json.tree(body);
    } catch (JsonException e) {
      throw new Refusal(HttpReply.detail(400, "JSON parse error - " + e.getMessage()), e);
    }
  }

  private SlotRequest slotRequest() {
    choice("amenity_type_id", "10");
    choice("amenity_reservation_type", "TR");
    TennisCourt court = court();
    SlotRequest slotRequest =
        new SlotRequest(court, time("start_time"), time("end_time"), text("guests"));
    if (!errors.isEmpty()) {
      throw new Refusal(HttpReply.json(400, errors));
    }
    return slotRequest;
  }

  private void choice(String field, String only) {
    String value = text(field);
    if (value != null && !value.equals(only)) {
      wrong(field, "\"%s\" is not a valid choice.".formatted(value));
    }
  }

  private TennisCourt court() {
    Object value = fields.get("amenity_id");
    if (value instanceof Integer || value instanceof Long) {
      long id = ((Number) value).longValue();
      for (TennisCourt court : venue.courts()) {
        if (court.amenityId() == id) {
          return court;
        }
      }
    }
    wrong("amenity_id", value == null ? REQUIRED : "Invalid pk or not an integer.");
    return null;
  }

  private ZonedDateTime time(String field) {
    String value = text(field);
    try {
      if (value != null && TIME.matcher(value).matches()) {
        return OffsetDateTime.parse(value).atZoneSameInstant(venue.zone());
      }
    } catch (DateTimeException e) {
      // A day or an hour that does not exist is refused like any other text.
    }
    errors.putIfAbsent(field, List.of("Datetime has wrong format."));
    return null;
  }

  private String text(String field) {
    Object value = fields.get(field);
    if (value instanceof String text && !text.isBlank()) {
      return text;
    }
    wrong(field, value == null ? REQUIRED : NO_STRING);
    return null;
  }

  private void wrong(String field, String text) {
    errors.put(field, List.of(text));
  }
}
