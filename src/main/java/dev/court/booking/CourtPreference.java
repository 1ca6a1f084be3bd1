package dev.court.booking;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * The courts to try, best first.
 *
 * @param courtIds at least one, none twice
 */
public record CourtPreference(List<String> courtIds) {

  public CourtPreference {
    courtIds = List.copyOf(courtIds);
    if (courtIds.isEmpty() || new LinkedHashSet<>(courtIds).size() != courtIds.size()) {
      throw new InvalidRequest(
          "courts %s: name each court once, best first, such as 1,2"
              .formatted(Quote.of(String.join(",", courtIds))));
    }
  }

  /**
   * Reads {@code 1,2}.
   *
   * @throws InvalidRequest when nothing, or a court twice, is named
   */
  public static CourtPreference parse(String text) {
    return new CourtPreference(
        Arrays.stream(text.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList());
  }

  /** The same courts with {@code courtId} tried first, if it is among them. */
  public CourtPreference preferring(String courtId) {
    if (!courtIds.contains(courtId)) {
      return this;
    }
    return new CourtPreference(
        Stream.concat(Stream.of(courtId), courtIds.stream().filter(id -> !id.equals(courtId)))
            .toList());
  }

  public String first() {
    return courtIds.get(0);
  }

  @Override
  public String toString() {
    return String.join(",", courtIds);
  }
}
