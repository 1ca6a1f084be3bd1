package dev.court.doctor;

import dev.court.booking.Machine;
import dev.court.store.Database;
import dev.court.text.DurationInWords;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks that the machines which share a server come, and are alike. */
final class MachinesCheck implements Check {
  private static final Duration LONGEST_GAP = Duration.ofMinutes(5);
  private static final Duration FAR_APART = Duration.ofSeconds(2);

  private final Lazy<Database> database;
  private final InstantSource clock;

  MachinesCheck(Lazy<Database> database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String subject() {
    return "machines";
  }

  @Override
  public Finding look() {
    List<Machine> all =
        database
            .orSkip()
            .readSnapshot(store -> store.machines().all())
            .flatMap(Database.Snapshot::found)
            .orElse(List.of());
    String found = all.size() == 1 ? "1 was seen" : all.size() + " were seen";
    return advice(all)
        .map(advice -> Finding.warning(subject(), found + ": " + advice))
        .orElseGet(() -> Finding.ok(subject(), found + " within a day"));
  }

  private Optional<String> advice(List<Machine> all) {
    return absent(all).or(() -> versions(all)).or(() -> clocks(all));
  }

  private Optional<String> absent(List<Machine> all) {
    Instant now = clock.instant();
    return all.stream()
        .filter(one -> Duration.between(one.seenAt(), now).compareTo(LONGEST_GAP) > 0)
        .findFirst()
        .map(
            one ->
                "%s of %s last came %s ago: look whether it still runs"
                    .formatted(
                        one.kind(),
                        one.name(),
                        DurationInWords.of(Duration.between(one.seenAt(), now))));
  }

  private static Optional<String> versions(List<Machine> all) {
    List<String> versions = all.stream().map(Machine::version).distinct().sorted().toList();
    return versions.size() < 2
        ? Optional.empty()
        : Optional.of(
            "they run %s: bring all to the newest".formatted(String.join(" and ", versions)));
  }

  private static Optional<String> clocks(List<Machine> all) {
    List<Machine> wrong =
        all.stream().filter(one -> one.clockAhead().abs().compareTo(FAR_APART) > 0).toList();
    return wrong.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the clock of %s is not that of the database: let it be set by NTP"
                .formatted(wrong.stream().map(Machine::name).collect(Collectors.joining(", "))));
  }
}
