package dev.court.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** What the bench runs on, as far as the figures depend on it. */
final class Machine {
  private Machine() {}

  static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** The load average of the last minute for each core; negative where it cannot be told. */
  static double loadPerCore() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage() / cores();
  }

  static String load() {
    double load = loadPerCore();
    return load < 0 ? "unknown" : String.format(Locale.ROOT, "%.2f", load);
  }

  static boolean isBusy() {
    return loadPerCore() > 1;
  }

  static String java() {
    return "%s %s".formatted(System.getProperty("java.vm.name"), Runtime.version());
  }

  static String system() {
    return "%s %s, %s"
        .formatted(
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch"));
  }

  static String processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
