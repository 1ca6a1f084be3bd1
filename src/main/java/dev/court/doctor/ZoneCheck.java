package dev.court.doctor;

import dev.court.settings.Settings;
import dev.court.text.TimeInWords;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRulesProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks that this Java knows the present rules of the venue's zone, which governments change. */
final class ZoneCheck implements Check {
  /** Some zone changes its rules each year; data older than this is not to be trusted. */
  private static final int OLD_YEARS = 3;

  private final Lazy<Settings> settings;
  private final InstantSource clock;

  ZoneCheck(Lazy<Settings> settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String subject() {
    return "zone";
  }

  @Override
  public Finding look() {
    ZoneId zone = settings.orSkip().venue().zone();
    Instant now = clock.instant();
    if (!ZoneRulesProvider.getAvailableZoneIds().contains(zone.getId())) {
      return Finding.warning(
          subject(),
          "%s never changes its clocks: if the venue does, run court config set timezone with a"
                  .formatted(zone)
              + " name such as America/New_York");
    }
    String release = ZoneRulesProvider.getVersions(zone.getId()).lastKey();
    String found = "%s, zone data %s, %s".formatted(zone, release, changes(zone, now));
    return isOld(release, now)
        ? Finding.warning(subject(), found + ": the data is old, update Java")
        : Finding.ok(subject(), found);
  }

  /** Releases are named by year and letter, such as 2025a. */
  private static boolean isOld(String release, Instant now) {
    return release.matches("[0-9]{4}.*")
        && now.atZone(ZoneOffset.UTC).getYear() - Integer.parseInt(release.substring(0, 4))
            >= OLD_YEARS;
  }

  private static String changes(ZoneId zone, Instant now) {
    String days =
        Stream.iterate(
                zone.getRules().nextTransition(now),
                change -> change != null,
                change -> zone.getRules().nextTransition(change.getInstant()))
            .limit(2)
            .map(ZoneCheck::words)
            .collect(Collectors.joining(", "));
    return days.isEmpty() ? "no clock changes ahead" : "clocks change " + days;
  }

  private static String words(ZoneOffsetTransition change) {
    return TimeInWords.date(change.getDateTimeBefore()) + (change.isGap() ? " forward" : " back");
  }
}
