package dev.court.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.court.text.Excerpt;
import java.util.stream.Collectors;

/** Explains an error of Jackson's in one line. */
final class Explanation {
  private static final int LONGEST_QUOTE = 80;
  private static final int LONGEST = 200;

  private Explanation() {}

  static JsonException of(JacksonException e, String text) {
    if (text.isBlank()) {
      return new JsonException("is empty", 1, 1, e);
    }
    JsonLocation place = e.getLocation();
    return place == null
        ? new JsonException(what(e), 1, 1, e)
        : new JsonException(what(e), place.getLineNr(), place.getColumnNr(), e);
  }

  private static String what(JacksonException e) {
    if (e instanceof JsonEOFException) {
      return "ends in the middle";
    }
    if (e instanceof JsonMappingException mapping) {
      return ofMapping(mapping);
    }
    return "is no JSON: " + oneLine(e.getOriginalMessage(), LONGEST);
  }

  private static String ofMapping(JsonMappingException e) {
    if (e instanceof InvalidFormatException format) {
      return "%s cannot be '%s'"
          .formatted(path(e), oneLine(String.valueOf(format.getValue()), LONGEST_QUOTE));
    }
    if (e instanceof ValueInstantiationException && e.getCause() != null) {
      return "%s: %s"
          .formatted(path(e), oneLine(String.valueOf(e.getCause().getMessage()), LONGEST));
    }
    return path(e) + " is missing, or of another kind than expected";
  }

  /** Such as {@code courts[0].amenity_id}. */
  private static String path(JsonMappingException e) {
    String path = e.getPath().stream().map(Explanation::step).collect(Collectors.joining());
    return path.isEmpty() ? "it" : path.startsWith(".") ? path.substring(1) : path;
  }

  private static String step(JsonMappingException.Reference reference) {
    return reference.getFieldName() == null
        ? "[" + reference.getIndex() + "]"
        : "." + reference.getFieldName();
  }

  private static String oneLine(String message, int longest) {
    String line = message.lines().findFirst().orElse("");
    return Excerpt.marked(line, longest);
  }
}
