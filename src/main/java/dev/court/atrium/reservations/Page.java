package dev.court.atrium.reservations;

import dev.court.atrium.http.Fields;
import dev.court.json.Json;
import dev.court.json.JsonException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One page of a listing.
 *
 * @param held what was understood
 * @param notUnderstood how many more there are
 * @param next the address of the next page, as it was given
 * @param count how many there are on all pages, where the listing says so
 */
record Page(
    List<HeldReservation> held, int notUnderstood, Optional<String> next, Optional<Long> count) {

  /** Reads {@code {"results": [...], "next": ...}} or a bare array; empty for anything else. */
  static Optional<Page> parse(String body) {
    try {
      Object tree = Json.tree(body);
      return tree instanceof List<?> list
          ? Optional.of(of(list, Optional.empty(), Optional.empty()))
          : Fields.of(tree).flatMap(Page::of);
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  private static Optional<Page> of(Fields fields) {
    return fields
        .list("results")
        .map(results -> of(results, fields.text("next"), fields.whole("count")));
  }

  private static Page of(List<?> items, Optional<String> next, Optional<Long> count) {
    List<HeldReservation> held =
        items.stream()
            .map(item -> Fields.of(item).flatMap(HeldReader::read).orElse(null))
            .filter(Objects::nonNull)
            .toList();
    return new Page(held, items.size() - held.size(), next, count);
  }
}
