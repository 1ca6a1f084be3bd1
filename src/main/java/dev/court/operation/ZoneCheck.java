package dev.court.operation;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRulesProvider;

/** Looks at what this Java knows of the venue's zone, whose rules governments change. */
final class ZoneCheck {
  private final ZoneId zone;
  private final InstantSource clock;

  ZoneCheck(ZoneId zone, InstantSource clock) {
    this.zone = zone;
    this.clock = clock;
  }

  Finding look() {
    Instant now = clock.instant();
    ZoneOffsetTransition next = zone.getRules().nextTransition(now);
    String change =
        next == null
            ? "no change of clocks ahead"
            : "the clocks change on %s".formatted(next.getDateTimeBefore().toLocalDate());
    return Finding.ok("zone", "%s, zone data %s, %s".formatted(zone, version(), change));
  }

  /** The release of the zone database, such as 2025a; a fixed offset has none. */
  private String version() {
    return ZoneRulesProvider.getAvailableZoneIds().contains(zone.getId())
        ? ZoneRulesProvider.getVersions(zone.getId()).lastEntry().getKey()
        : "not needed";
  }
}
