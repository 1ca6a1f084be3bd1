package dev.court;

import dev.court.operation.Claimant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells this process from every other one that may share the database. Process numbers mean
 * something only where the same kernel, boot and process namespace gave them; elsewhere nothing is
 * known of a process, and its claims end by time alone.
 */
final class ProcessClaimant {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Path NAMESPACE = Path.of("/proc/self/ns/pid");

  private ProcessClaimant() {}

  static Claimant ofThisProcess() {
    String machine = machine();
    ProcessHandle self = ProcessHandle.current();
    return new Claimant(
        "%s/%s/%s".formatted(machine, self.pid(), started(self)), id -> isDead(id, machine));
  }

  private static boolean isDead(String id, String machine) {
    String[] parts = id.split("/", -1);
    if (machine.isEmpty() || parts.length != 3 || !parts[0].equals(machine)) {
      return false;
    }
    Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(parts[1]));
    return process.isEmpty() || started(process.get()) != Long.parseLong(parts[2]);
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  /** Empty where it cannot be told, as outside Linux. */
  private static String machine() {
    try {
      String namespace = Files.readSymbolicLink(NAMESPACE).toString().replaceAll("\\D", "");
      return Files.readString(BOOT).strip() + "-" + namespace;
    } catch (IOException e) {
      return "";
    }
  }
}
