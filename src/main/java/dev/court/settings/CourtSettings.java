package dev.court.settings;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import dev.court.booking.TennisCourt;
import dev.court.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the setting {@code courts}: the name that people use, and the id that Atrium uses. */
final class CourtSettings {
  private static final List<TennisCourt> STANDARD =
      List.of(new TennisCourt("1", 8, "Court 1"), new TennisCourt("2", 10, "Court 2"));
  private static final String EXAMPLE = "{\"1\": {\"amenity_id\": 8, \"name\": \"Court 1\"}}";

  /** Without comma and blank, which separate the courts in a list. */
  private static final String ID = "[^,\\s\\p{Cntrl}]{1,40}";

  private CourtSettings() {}

  /**
   * Reads the courts.
   *
   * @param setting the value in {@code config.json}; null for the default
   */
  static List<TennisCourt> read(Object setting) {
    if (setting == null) {
      return STANDARD;
    }
    if (setting instanceof Map<?, ?> map && !map.isEmpty()) {
      return map.entrySet().stream()
          .map(entry -> court(String.valueOf(entry.getKey()), entry.getValue()))
          .toList();
    }
    throw new InvalidRequest("must be like " + EXAMPLE);
  }

  /** As the setting may stand in {@code config.json}, in one line. */
  static String json(List<TennisCourt> courts) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (TennisCourt court : courts) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("amenity_id", court.amenityId());
      fields.put("name", court.name());
      all.put(court.id(), fields);
    }
    return Json.write(all);
  }

  static String words(List<TennisCourt> courts) {
    return courts.stream()
        .map(court -> "%s = %s (%s)".formatted(court.id(), court.name(), court.amenityId()))
        .collect(Collectors.joining(", "));
  }

  private static TennisCourt court(String id, Object value) {
    if (id.matches(ID)
        && value instanceof Map<?, ?> fields
        && (fields.get("amenity_id") instanceof Integer
            || fields.get("amenity_id") instanceof Long)) {
      Object name = fields.get("name");
      long amenityId = ((Number) fields.get("amenity_id")).longValue();
      return new TennisCourt(id, amenityId, name == null ? "Court " + id : name.toString());
    }
    throw new InvalidRequest("court %s must be like %s".formatted(Quote.of(id), EXAMPLE));
  }
}
