package dev.court.run.idle;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Times, size and number of each of some files. They change when a file is written or replaced, and
 * they are what the launcher compares: a line a file, as {@code stat -L -c '%.9Y %.9Z %s %i %n'}
 * prints it. The second time is that of the last change of the file or its attributes, which nobody
 * can set: what unpacks or copies files gives them a time of the first kind, and the number of a
 * file that was just removed.
 */
public record FileStamps(List<String> lines) {
  /** Stands where a file is not there. */
  private static final String ABSENT = "- - - - ";

  /** Of a home: what a run depends on beside its database. */
  private static final List<Path> OUTSIDE = List.of(Path.of("config.json"), Path.of("key"));

  private static final String ATTRIBUTES = "unix:lastModifiedTime,ctime,size,ino";

  /**
   * What a run depends on beside its database, as it is now: settings, key and program.
   *
   * @param launcher absolute
   * @param program the jar
   * @return empty where they cannot be asked
   */
  public static Optional<FileStamps> ofProgram(Path home, Path launcher, Path program) {
    try {
      FileStamps stamps = of(home, OUTSIDE).and(of(home, List.of(launcher, program)));
      return Optional.of(stamps).filter(FileStamps::areWritable);
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  /** Settings and key as they are now; empty where they cannot be asked. */
  public static Optional<FileStamps> ofHome(Path home) {
    try {
      return Optional.of(of(home, OUTSIDE));
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  /**
   * The stamps as they are now.
   *
   * @param files absolute, or relative to {@code folder}; of a link, that of the file it leads to
   * @throws IOException when a file is there and cannot be asked
   * @throws UnsupportedOperationException where files have no number
   */
  static FileStamps of(Path folder, List<Path> files) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : files) {
      lines.add(stamp(folder.resolve(file)) + file);
    }
    return new FileStamps(List.copyOf(lines));
  }

  /** The files that some lines are about. */
  static List<Path> files(List<String> lines) {
    return lines.stream().map(line -> Path.of(line.split(" ", 5)[4])).toList();
  }

  private static String stamp(Path file) throws IOException {
    try {
      Map<String, Object> found = Files.readAttributes(file, ATTRIBUTES);
      return "%s %s %s %s "
          .formatted(
              digits(found.get("lastModifiedTime")),
              digits(found.get("ctime")),
              found.get("size"),
              found.get("ino"));
    } catch (NoSuchFileException e) {
      return ABSENT;
    }
  }

  private static String digits(Object fileTime) {
    Instant time = ((FileTime) fileTime).toInstant();
    return time.getEpochSecond()
        + "."
        + String.valueOf(1_000_000_000L + time.getNano()).substring(1);
  }

  /** Whether each name can stand in a line. */
  private boolean areWritable() {
    return lines.stream().noneMatch(line -> line.chars().anyMatch(Character::isISOControl));
  }

  /**
   * Whether two writes, one after the other, certainly have two times: some file systems, and some
   * servers of files, count in seconds, or in hundredths of one.
   */
  public boolean areFine() {
    return lines.stream().noneMatch(line -> line.startsWith("000000 ", line.indexOf('.') + 4));
  }

  FileStamps and(FileStamps others) {
    List<String> all = new ArrayList<>(lines);
    all.addAll(others.lines);
    return new FileStamps(List.copyOf(all));
  }

  String text() {
    return lines.stream().map(line -> line + "\n").collect(joining());
  }
}
