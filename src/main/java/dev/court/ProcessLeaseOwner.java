package dev.court;

import dev.court.workspace.LeaseOwner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Makes an id that no other process on the same database has. The number of a process is known only
 * to the kernel, boot and process namespace that gave it. Elsewhere nobody can tell whether the
 * process has ended, and its claims end by time alone.
 */
final class ProcessLeaseOwner {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Path NAMESPACE = Path.of("/proc/self/ns/pid");

  /**
   * Positions of fields in /proc/PID/stat, counted behind the command's name in brackets: proc(5).
   */
  private static final int STATE = 0;

  private static final int START_TICKS = 19;

  private ProcessLeaseOwner() {}

  static LeaseOwner ofThisProcess() {
    String machine = machine();
    long pid = ProcessHandle.current().pid();
    return new LeaseOwner(
        "%s/%s/%s".formatted(machine, pid, started(pid)), boot(), id -> isDead(id, machine));
  }

  private static boolean isDead(String id, String machine) {
    String[] parts = id.split("/", -1);
    if (machine.isEmpty() || parts.length != 3 || !parts[0].equals(machine)) {
      return false;
    }
    try {
      String[] stat = stat(parts[1]);
      // A zombie has ended, though its parent has not read its exit code yet.
      return stat[STATE].equals("Z")
          || stat[STATE].equals("X")
          || !stat[START_TICKS].equals(parts[2]);
    } catch (NoSuchFileException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The start of the process in ticks since boot. A time of the wall clock would change when the
   * clock is set, and then a run that is alive would look dead.
   */
  private static String started(long pid) {
    try {
      return stat(Long.toString(pid))[START_TICKS];
    } catch (IOException e) {
      return "";
    }
  }

  private static String[] stat(String pid) throws IOException {
    String line = Files.readString(Path.of("/proc", pid, "stat"));
    return line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
  }

  /** Names kernel, boot and process namespace; empty where they are not known, as outside Linux. */
  private static String machine() {
    try {
      String namespace = Files.readSymbolicLink(NAMESPACE).toString().replaceAll("\\D", "");
      return boot().isEmpty() ? "" : boot() + "-" + namespace;
    } catch (IOException e) {
      return "";
    }
  }

  /** Differs after each start of the kernel: random(4). Empty outside Linux. */
  private static String boot() {
    try {
      return Files.readString(BOOT).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
