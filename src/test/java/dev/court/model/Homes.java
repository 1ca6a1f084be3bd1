package dev.court.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Homes of somebody who is signed in and has said what is wanted: made once, and copied. */
final class Homes {
  private final Path folder;
  private final Map<Object, Path> made = new HashMap<>();

  Homes(Path folder) {
    this.folder = folder;
  }

  /** A home of its own for one evening. */
  Path of(World world) throws IOException {
    Path template = template(world);
    Path home = Files.createTempDirectory(folder, "evening");
    try (Stream<Path> files = Files.walk(template)) {
      for (Path file : files.filter(one -> !one.equals(template)).toList()) {
        Files.copy(file, home.resolve(template.relativize(file)));
      }
    }
    return home;
  }

  private Path template(World world) throws IOException {
    Object key = List.of(world.wish(), world.tokenLife());
    Path known = made.get(key);
    if (known != null) {
      return known;
    }
    Path home = folder.resolve("template-" + made.size());
    try (ModelEvening evening = new ModelEvening(world.calm(), home)) {
      for (List<String> line : world.wish().commands()) {
        evening.court("", line.toArray(String[]::new));
      }
      evening.court("token", "login", "--with-token");
      if (world.wish().isHouse()) {
        evening.court("token", "login", "--with-token", "--account", "eve");
      }
    }
    made.put(key, home);
    return home;
  }

  /** The evening is over. */
  static void delete(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
