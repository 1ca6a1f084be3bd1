package dev.court.cli;

import dev.court.planning.PlanOptions;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say when to play: once, by a rule, or by days of the week. */
final class WhenOptions {
  @Option(
      names = "--at",
      paramLabel = "DATETIME",
      description = "Once, such as 2026-12-02T17:00, on the venue's clock.")
  String at;

  @Option(
      names = "--rrule",
      paramLabel = "RULE",
      description = "By a rule (RFC 5545), such as 'FREQ=WEEKLY;BYDAY=WE;BYHOUR=17;BYMINUTE=0'.")
  String rrule;

  @Option(
      names = "--from",
      paramLabel = "DATE[THH:MM]",
      description = "Where a recurrence starts counting (default: today).")
  String from;

  @Option(
      names = "--on",
      paramLabel = "DAYS",
      description = "Each week on these days, such as we,fr or mo-fr; needs --time.")
  String on;

  @Option(names = "--time", paramLabel = "HH:MM", description = "The time of day.")
  String time;

  @Option(
      names = "--every",
      paramLabel = "N|SPAN",
      description = {
        "With --on: every N weeks (default: 1).",
        "With --keep-trying: the time from one try to the next, such as 10m (default: 10m)."
      })
  List<String> every = List.of();

  @Option(names = "--until", paramLabel = "DATE", description = "With --on: the last day.")
  String until;

  @Option(names = "--count", paramLabel = "N", description = "With --on: so many times.")
  Integer count;

  PlanOptions options() {
    return new PlanOptions(at, rrule, from, on, time, EveryOption.weeks(every), until, count);
  }
}
