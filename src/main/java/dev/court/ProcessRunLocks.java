package dev.court;

import dev.court.files.LockFolder;
import dev.court.workspace.FileRunLock;
import dev.court.workspace.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes the locks of the runs of this process in a home. Nothing is written before one is held. A
 * worker has several runs at once, which must know of each other.
 */
final class ProcessRunLocks {
  private static final Path KERNEL = Path.of("/proc/sys/kernel/random");
  private static final Path HOST = Path.of("/proc/sys/kernel/hostname");
  private static final int DIGITS = 16;

  private final Map<Path, LockFolder> folders = new ConcurrentHashMap<>();

  /** A lock whose owner no other run has, on this machine or elsewhere. */
  RunLock in(Path home) {
    Path runs = home.resolve("runs");
    return new FileRunLock(folders.computeIfAbsent(runs, LockFolder::new), id(), boot());
  }

  /** Differs after each start of the kernel: random(4). Empty outside Linux. */
  static String boot() {
    return kernel("boot_id");
  }

  /** The name of this machine. Empty outside Linux. */
  static String kernelName() {
    return read(HOST);
  }

  /** The kernel is asked first: Java's own source costs 30 ms, which an idle run would pay too. */
  private static String id() {
    String fresh = kernel("uuid");
    String id = (fresh.isEmpty() ? UUID.randomUUID().toString() : fresh).replace("-", "");
    return id.substring(id.length() - DIGITS);
  }

  private static String kernel(String name) {
    return read(KERNEL.resolve(name));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
