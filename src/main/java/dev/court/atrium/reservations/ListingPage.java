package dev.court.atrium.reservations;

import dev.court.atrium.http.JsonFields;
import dev.court.json.Json;
import dev.court.json.JsonException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One page of a listing.
 *
 * @param held the reservations that were understood
 * @param notUnderstood how many items were not
 * @param next the address of the next page, as the server wrote it
 * @param count how many items all pages have; empty when the listing does not say
 */
record ListingPage(
    List<HeldReservation> held, int notUnderstood, Optional<String> next, Optional<Long> count) {

  /** Reads {@code {"results": [...], "next": ...}} or a bare array; empty for anything else. */
  static Optional<ListingPage> parse(String body) {
    try {
      Object tree = Json.tree(body);
      return tree instanceof List<?> list
          ? Optional.of(of(list, Optional.empty(), Optional.empty()))
          : JsonFields.of(tree).flatMap(ListingPage::of);
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  private static Optional<ListingPage> of(JsonFields fields) {
    return fields
        .list("results")
        .map(results -> of(results, fields.text("next"), fields.whole("count")));
  }

  private static ListingPage of(List<?> items, Optional<String> next, Optional<Long> count) {
    List<HeldReservation> held =
        items.stream()
            .map(item -> JsonFields.of(item).flatMap(HeldReader::read).orElse(null))
            .filter(Objects::nonNull)
            .toList();
    return new ListingPage(held, items.size() - held.size(), next, count);
  }
}
