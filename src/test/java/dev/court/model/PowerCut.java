package dev.court.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What a power cut takes from the shot files: some of what was written behind the last line that
 * was forced to the disk. A line may be torn.
 */
final class PowerCut {
  private final Random random;

  PowerCut(Random random) {
    this.random = random;
  }

  void strike(Path home) throws IOException {
    Path shots = home.resolve("shots");
    if (!Files.isDirectory(shots)) {
      return;
    }
    try (Stream<Path> files = Files.list(shots)) {
      for (Path file : files.toList()) {
        cut(file);
      }
    }
  }

  private void cut(Path file) throws IOException {
    List<String> lines = List.of(Files.readString(file).split("(?<=\n)", -1));
    int safe = onDisk(lines);
    int whole = safe + random.nextInt(lines.size() - safe + 1);
    String torn = whole < lines.size() && random.nextInt(3) == 0 ? lines.get(whole) : "";
    Files.writeString(
        file, String.join("", lines.subList(0, whole)) + torn.substring(0, torn.length() / 2));
  }

  /** How many lines, up to the last claim or the last court that was made ready to be asked for. */
  private static int onDisk(List<String> lines) {
    int safe = 0;
    for (int i = 0; i < lines.size(); i++) {
      safe = lines.get(i).startsWith("C") || lines.get(i).startsWith("A") ? i + 1 : safe;
    }
    return safe;
  }
}
