package dev.court.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of files, each of which one process keeps locked while it lives. Another process sees by
 * the lock whether that one lives.
 *
 * <p>Nobody may look at a file that the own process has locked: closing it ends the lock (POSIX).
 * So a process with several files has one object of this class, which answers for them by itself.
 */
public final class LockFolder {
  private static final Pattern NAME = Pattern.compile("\\w+");
  private static final int TRIES = 200;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(5);

  private final Path folder;

  /** The names that this process has locked through this object. */
  private final Set<String> own = ConcurrentHashMap.newKeySet();

  /** Nothing is made before the first lock. */
  public LockFolder(Path folder) {
    this.folder = folder;
  }

  public Path file(String name) {
    return folder.resolve(name);
  }

  /**
   * Makes a file and locks it. The file outlives a power cut.
   *
   * @param name of letters and digits, that no other process uses
   * @return empty where the file system has no locks; then there is no file either
   * @throws IOException when the file cannot be made
   */
  public Optional<LockedFile> lock(String name) throws IOException {
    make();
    own.add(name);
    Optional<LockedFile> locked = Optional.empty();
    try {
      locked = locked(name).map(file -> file.whenClosed(() -> own.remove(name)));
      return locked;
    } finally {
      if (locked.isEmpty()) {
        own.remove(name);
      }
    }
  }

  private Optional<LockedFile> locked(String name) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      create(file(name));
      try {
        Optional<LockedFile> locked = LockedFile.alone(file(name));
        if (locked.isPresent()) {
          OwnerOnlyFile.syncFolder(folder);
          return locked;
        }
      } catch (NoSuchFileException e) {
        // A process that removes abandoned files was faster.
      } catch (IOException e) {
        Files.deleteIfExists(file(name));
        return Optional.empty();
      }
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
    }
    throw new FileAlreadyExistsException(file(name).toString());
  }

  private void make() throws IOException {
    // asked first: until JDK 19 a folder behind a symbolic link counts as taken
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, FilePermissions.ofNewFolder(folder));
      OwnerOnlyFile.syncFolder(folder.toAbsolutePath().getParent());
    }
  }

  private static void create(Path file) throws IOException {
    try {
      Files.createFile(file, FilePermissions.ofNewFile(file));
    } catch (FileAlreadyExistsException e) {
      // It is there from the try before.
    }
  }

  /**
   * Whether a file is there and its process has ended. False when that cannot be told.
   *
   * @param name any text
   */
  public boolean isAbandoned(String name) {
    if (own.contains(name) || !NAME.matcher(name).matches()) {
      return false;
    }
    try (LockedFile file = LockedFile.together(file(name)).orElse(null)) {
      return file != null;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Whether a process has locked a file. False when that cannot be told.
   *
   * @param name any text
   */
  public boolean isLocked(String name) {
    if (own.contains(name)) {
      return true;
    }
    if (!NAME.matcher(name).matches()) {
      return false;
    }
    try (LockedFile file = LockedFile.together(file(name)).orElse(null)) {
      return file == null;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether any process has locked a file. */
  public boolean isAnyLocked() {
    return names().stream().anyMatch(this::isLocked);
  }

  /**
   * Deletes the files whose processes have ended and that nobody needs. One that cannot be deleted
   * stays.
   *
   * @param needed the names of files that stay; asked while the abandoned ones are locked
   * @return what {@code needed} says
   */
  public Set<String> removeAbandoned(Supplier<Set<String>> needed) {
    List<LockedFile> abandoned =
        names().stream().filter(name -> !own.contains(name)).flatMap(this::abandoned).toList();
    try {
      Set<String> kept = needed.get();
      abandoned.stream().filter(file -> !kept.contains(file.name())).forEach(LockedFile::delete);
      return kept;
    } finally {
      abandoned.forEach(LockedFile::close);
    }
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private Stream<LockedFile> abandoned(String name) {
    try {
      return LockedFile.alone(file(name)).stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }
}
