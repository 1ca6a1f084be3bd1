package dev.court.planning;

import dev.court.booking.CourtPreference;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import dev.court.booking.TennisCourt;
import dev.court.booking.Venue;
import dev.court.text.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads courts as people write them: by id or by name, best first. */
final class CourtText {
  private final Venue venue;

  CourtText(Venue venue) {
    this.venue = venue;
  }

  /**
   * The courts of a list such as {@code 2,1} or {@code Court 2, Court 1}. An id that the venue does
   * not have is left as it is, for the check that names those that there are.
   *
   * @throws InvalidRequest for a name that is nearly one, or that of several courts
   */
  CourtPreference read(String text) {
    List<TennisCourt> whole = named(text);
    return whole.size() == 1
        ? new CourtPreference(List.of(whole.get(0).id()))
        : CourtPreference.parse(
            Arrays.stream(text.split(",", -1)).map(this::id).collect(Collectors.joining(",")));
  }

  private String id(String piece) {
    String typed = piece.strip();
    if (typed.isEmpty() || venue.court(typed).isPresent()) {
      return typed;
    }
    List<TennisCourt> named = named(typed);
    if (named.size() > 1) {
      throw new InvalidRequest(
          "%s is the name of several courts: write the id, one of %s"
              .formatted(
                  Quote.of(typed),
                  named.stream().map(TennisCourt::id).collect(Collectors.joining(", "))));
    }
    return named.isEmpty() ? unknown(typed) : named.get(0).id();
  }

  private List<TennisCourt> named(String typed) {
    return venue.courts().stream()
        .filter(court -> plain(court.name()).equals(plain(typed)))
        .toList();
  }

  private String unknown(String typed) {
    List<String> names = venue.courts().stream().map(court -> plain(court.name())).toList();
    Spelling.closest(plain(typed), names)
        .filter(name -> typed.length() > 2)
        .map(names::indexOf)
        .ifPresent(
            index -> {
              throw new InvalidRequest(
                  "no court %s, did you mean %s?"
                      .formatted(Quote.of(typed), Quote.of(venue.courts().get(index).name())));
            });
    return typed;
  }

  private static String plain(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
