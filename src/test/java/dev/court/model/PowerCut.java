package dev.court.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What a power cut takes from the shot files: a part of what was written behind the last line that
 * was forced to the disk, down to the middle of a line.
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
    String text = Files.readString(file);
    int safe = lengthOnDisk(text);
    int loose = text.length() - safe;
    int kept = random.nextBoolean() ? 0 : random.nextInt(loose + 1);
    Files.writeString(file, text.substring(0, safe + kept));
  }

  /** Up to the last claim, or the last court that was made ready to be asked for. */
  private static int lengthOnDisk(String text) {
    int length = 0;
    int safe = 0;
    for (String line : List.of(text.split("(?<=\n)", -1))) {
      length += line.length();
      safe = line.startsWith("C") || line.startsWith("A") ? length : safe;
    }
    return safe;
  }
}
