package dev.court.transfer;

import dev.court.booking.TennisCourt;
import dev.court.booking.Venue;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the courts that a text names. */
final class CourtNames {
  private final Venue venue;

  CourtNames(Venue venue) {
    this.venue = venue;
  }

  /**
   * The ids in the order of the text, such as {@code 2,1}; empty when it names no court. "Court 1"
   * is not found in "Court 12".
   */
  Optional<String> in(String text) {
    TreeMap<Integer, String> found = new TreeMap<>();
    StringBuilder rest = new StringBuilder(text);
    // The longest first, so that "Court 1" is not found in "Court 1 East".
    venue.courts().stream()
        .filter(court -> !court.name().isBlank())
        .sorted(Comparator.comparing((TennisCourt court) -> court.name().length()).reversed())
        .forEach(court -> find(court, rest, found));
    return found.isEmpty() ? Optional.empty() : Optional.of(String.join(",", found.values()));
  }

  private static void find(TennisCourt court, StringBuilder rest, Map<Integer, String> found) {
    Matcher matcher =
        Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(court.name()) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(rest);
    if (matcher.find()) {
      found.put(matcher.start(), court.id());
      int start = matcher.start();
      int end = matcher.end();
      rest.replace(start, end, "\n".repeat(end - start));
    }
  }
}
