package dev.court;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Programs that start another one as a container or a machine of its own would; on Linux. */
final class Namespaces {
  /** A fresh process namespace, which dies with the program that made it. */
  static final List<String> CONTAINER =
      List.of("unshare", "--pid", "--fork", "--mount-proc", "--kill-child");

  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

  private Namespaces() {}

  /** The same after another start of the machine. */
  static List<String> anotherBoot(Path folder) {
    String mount = "mount --bind %s %s && exec \"$0\" \"$@\"";
    Path bootId = folder.resolve("boot_id");
    try {
      Files.writeString(bootId, "8d2fbc1e-6c0a-4f43-9a53-0d6de62f9a11\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of(
        "unshare",
        "--pid",
        "--fork",
        "--mount-proc",
        "--kill-child",
        "sh",
        "-c",
        mount.formatted(bootId, BOOT_ID));
  }

  /** Whether this user may make namespaces here. */
  static boolean arePermitted() {
    try {
      return new ProcessBuilder(List.of("unshare", "--pid", "--fork", "--mount-proc", "true"))
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
