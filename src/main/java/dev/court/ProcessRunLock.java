package dev.court;

import dev.court.files.LockFolder;
import dev.court.workspace.FileRunLock;
import dev.court.workspace.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Makes the lock of this process in a home. Nothing is written before it is held. */
final class ProcessRunLock {
  private static final Path KERNEL = Path.of("/proc/sys/kernel/random");
  private static final int DIGITS = 16;

  private ProcessRunLock() {}

  /** A lock whose owner no other process has, on this machine or elsewhere. */
  static RunLock in(Path home) {
    return new FileRunLock(new LockFolder(home.resolve("runs")), id(), boot());
  }

  /** Differs after each start of the kernel: random(4). Empty outside Linux. */
  static String boot() {
    return kernel("boot_id");
  }

  /** The kernel is asked first: Java's own source costs 30 ms, which an idle run would pay too. */
  private static String id() {
    String fresh = kernel("uuid");
    String id = (fresh.isEmpty() ? UUID.randomUUID().toString() : fresh).replace("-", "");
    return id.substring(id.length() - DIGITS);
  }

  private static String kernel(String name) {
    try {
      return Files.readString(KERNEL.resolve(name)).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
