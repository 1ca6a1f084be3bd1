package dev.court.cli;

import dev.court.booking.Machine;
import dev.court.text.IsoTime;
import java.time.ZoneId;
import java.util.List;

/** A machine for programs; times in ISO-8601 in the venue's zone. */
record MachineJson(
    String name,
    String home,
    String kind,
    String version,
    String startedAt,
    String seenAt,
    long clockAheadMs,
    List<String> keys) {

  static MachineJson of(Machine machine, ZoneId zone) {
    return new MachineJson(
        machine.name(),
        machine.home(),
        machine.kind(),
        machine.version(),
        IsoTime.second(machine.startedAt().atZone(zone)),
        IsoTime.second(machine.seenAt().atZone(zone)),
        machine.clockAhead().toMillis(),
        machine.keys().stream().sorted().toList());
  }
}
