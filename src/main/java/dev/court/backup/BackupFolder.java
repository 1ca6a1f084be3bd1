package dev.court.backup;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.util.Comparator.comparing;

import dev.court.booking.SetupProblem;
import dev.court.booking.UnknownId;
import dev.court.files.FilePermissions;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The backups of a home, in its folder {@code backups}. Nobody but the owner can read them: they
 * hold what the database holds.
 */
public final class BackupFolder {
  private static final String SUFFIX = ".sql.gz";
  private static final String UNFINISHED = ".unfinished";
  private static final int KEPT = 7;

  private final Path folder;

  /** The backups of a home; neither the home nor the folder need exist. */
  public BackupFolder(Path home) {
    this.folder = home.resolve("backups");
  }

  /** All backups, the newest first. */
  public List<Backup> all() {
    return files().stream().flatMap(file -> read(file).stream()).toList();
  }

  /**
   * Finds a backup.
   *
   * @param name null for the newest
   * @throws UnknownId when there is none of that name
   * @throws SetupProblem when there is none at all
   */
  public Backup find(String name) {
    List<Backup> all = all();
    if (all.isEmpty()) {
      throw new SetupProblem("there is no backup in %s".formatted(folder));
    }
    return all.stream()
        .filter(one -> name == null || one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownId(
                    "no backup %s: court backup list shows what there is".formatted(name)));
  }

  /** The time of the newest backup, without a look at its name, which costs more. */
  Optional<Instant> newest() {
    return files().stream().findFirst().flatMap(BackupFolder::time);
  }

  /** When a backup was last tried; empty before the first time. */
  Optional<Instant> lastTry() {
    return time(folder);
  }

  /** Notes the time of a try, and makes the folder. */
  void noteTry(Instant now) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectory(folder);
    }
    FilePermissions.closeFolder(folder);
    Files.setLastModifiedTime(folder, FileTime.from(now));
  }

  /** The file that is to become a backup. */
  Path unfinished() {
    return folder.resolve(UNFINISHED);
  }

  /** Removes what a try has left; what cannot be removed is in the way of the next try only. */
  void discardUnfinished() {
    try {
      Files.deleteIfExists(unfinished());
    } catch (IOException e) {
      // The next try says what is wrong with it.
    }
  }

  /** Makes the file a backup, which is whole and on the disk, and removes the oldest. */
  void publish(Instant now) throws IOException {
    FilePermissions.closeFile(unfinished());
    try (FileChannel channel = FileChannel.open(unfinished(), StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.setLastModifiedTime(unfinished(), FileTime.from(now));
    Files.move(unfinished(), folder.resolve(format().format(now) + SUFFIX), ATOMIC_MOVE);
    for (Path old : files().stream().skip(KEPT).toList()) {
      Files.deleteIfExists(old);
    }
  }

  /** The newest first: the names are in the order of time. */
  private List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .filter(Files::isRegularFile)
          .sorted(comparing((Path file) -> file.getFileName().toString()).reversed())
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new SetupProblem("cannot read %s: %s".formatted(folder, e), e);
    }
  }

  private static Optional<Backup> read(Path file) {
    String fileName = file.getFileName().toString();
    String name = fileName.substring(0, fileName.length() - SUFFIX.length());
    try {
      Instant made = Instant.from(format().parse(name));
      return Optional.of(new Backup(name, made, Files.size(file), file));
    } catch (DateTimeParseException | IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> time(Path path) {
    try {
      return Optional.of(Files.getLastModifiedTime(path).toInstant());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static DateTimeFormatter format() {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'", Locale.ROOT)
        .withZone(ZoneOffset.UTC);
  }
}
