package dev.court.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Calendars in the resources of the tests. */
public final class CalendarPrograms {
  private CalendarPrograms() {}

  /** A calendar in the style of a program, such as {@code google}. */
  public static Path of(String program) {
    return resource("programs").resolve(program + ".ics");
  }

  /** All calendars, those that were once misread too. */
  public static List<byte[]> all() {
    return Stream.of("programs", "misread")
        .flatMap(folder -> files(resource(folder)).stream())
        .map(CalendarPrograms::content)
        .toList();
  }

  static Path resource(String name) {
    try {
      return Path.of(CalendarPrograms.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
