package dev.court.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Cuts a JSON array into the texts of its entries. */
final class Items {
  private Items() {}

  static List<Json.Item> cut(JsonParser parser, String text) throws IOException {
    // A duplicate name concerns one entry, and is reported when that entry is read.
    parser.disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      throw trouble(text.isBlank() ? "is empty" : "is no list", parser);
    }
    List<Json.Item> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(next(parser, items.size(), text));
    }
    refuseMore(parser);
    return List.copyOf(items);
  }

  private static Json.Item next(JsonParser parser, int index, String text) throws IOException {
    JsonLocation start = parser.currentTokenLocation();
    parser.skipChildren();
    parser.finishToken();
    int end = (int) parser.currentLocation().getCharOffset();
    return new Json.Item(
        index,
        start.getLineNr(),
        start.getColumnNr(),
        text.substring((int) start.getCharOffset(), end));
  }

  private static void refuseMore(JsonParser parser) throws IOException {
    if (parser.nextToken() != null) {
      throw trouble("goes on after the end of the list", parser);
    }
  }

  private static JsonException trouble(String what, JsonParser parser) {
    JsonLocation place = parser.currentTokenLocation();
    return new JsonException(what, place.getLineNr(), place.getColumnNr(), null);
  }
}
