package dev.court.ics;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The time zones that a calendar names. A zone with an IANA or Windows name is that of Java, whose
 * data is newer than the definitions in many files. Any other zone is as the file defines it.
 */
final class Zones {
  private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

  /** The longest of Java's names has 32 characters. */
  private static final int LONGEST_NAME = 100;

  private final ZoneId venue;
  private final Map<String, Component> defined = new HashMap<>();
  private final Map<String, ZoneRules> found = new HashMap<>();
  private final Map<String, String> refused = new HashMap<>();
  private final ReadingBudget budget;
  private Map<String, String> windowsZones;

  /**
   * The zones of one file.
   *
   * @param file all components of it
   * @param venue the zone of times that name none
   */
  Zones(Component file, ZoneId venue, ReadingBudget budget) {
    this.venue = venue;
    this.budget = budget;
    file.within("VTIMEZONE").forEach(zone -> defined.putIfAbsent(zone.text("TZID"), zone));
  }

  /**
   * The zone of the times of a line.
   *
   * @throws InvalidRequest when its zone is neither known nor defined
   */
  ZoneRules of(ContentLine line) {
    String name = line.parameter("TZID").strip();
    if (name.isEmpty()) {
      return venue.getRules();
    }
    if (refused.containsKey(name)) {
      throw new InvalidRequest(refused.get(name));
    }
    try {
      return found.computeIfAbsent(name, this::named);
    } catch (InvalidRequest e) {
      // Thousands of events may name it.
      refused.put(name, e.getMessage());
      throw e;
    }
  }

  private ZoneRules named(String name) {
    Optional<String> known = known(name).or(() -> Optional.ofNullable(windowsZones().get(name)));
    if (known.isPresent()) {
      return ZoneId.of(known.get()).getRules();
    }
    if (!defined.containsKey(name)) {
      throw new InvalidRequest(
          "its time zone %s is neither known nor defined in the file".formatted(Quote.of(name)));
    }
    return new ZoneReader(defined.get(name), budget).rules();
  }

  /** Some programs write a prefix before the name: /mozilla.org/20050126_1/America/New_York. */
  private static Optional<String> known(String name) {
    String rest = name.substring(Math.max(0, name.length() - LONGEST_NAME));
    while (!KNOWN.contains(rest) && rest.indexOf('/') >= 0) {
      rest = rest.substring(rest.indexOf('/') + 1);
    }
    return Optional.of(rest).filter(KNOWN::contains);
  }

  private Map<String, String> windowsZones() {
    if (windowsZones == null) {
      try (InputStream in = Zones.class.getResourceAsStream("windows-zones.txt")) {
        windowsZones =
            new String(in.readAllBytes(), UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return windowsZones;
  }
}
