package dev.court;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a kill at one moment leaves on the disk: the home as it was then, with no lock on it. */
public final class KilledHome {
  private KilledHome() {}

  /** Keeps a copy of a home, while a run pauses. */
  public static void keep(Path home, Path copy) {
    try {
      for (Path file : under(home)) {
        Path to = copy.resolve(home.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the copy in the place of the home, after the run is over. */
  public static void replace(Path home, Path copy) {
    try {
      for (Path file : under(home).stream().sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
      Files.move(copy, home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> under(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList();
    }
  }
}
