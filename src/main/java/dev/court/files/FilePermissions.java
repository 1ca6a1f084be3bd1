package dev.court.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Who may do what with a file or a folder. */
public record FilePermissions(Set<PosixFilePermission> permissions) {
  private static final String FOLDER = "rwx------";
  private static final String FILE = "rw-------";

  /** Read and written by its owner alone. */
  public static final FilePermissions PRIVATE =
      new FilePermissions(PosixFilePermissions.fromString(FILE));

  private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString(FOLDER);
  private static final Set<PosixFilePermission> OTHERS_WRITE =
      EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  /** Empty where the file system has no such permissions, as on Windows. */
  public static Optional<FilePermissions> of(Path path) throws IOException {
    return isPosix(path)
        ? Optional.of(new FilePermissions(Files.getPosixFilePermissions(path)))
        : Optional.empty();
  }

  /**
   * Reads a mode as chmod(1) takes it. It must let the owner read and write, and nobody run the
   * file, nor others write to it; empty for any other mode and for what is none.
   */
  public static Optional<FilePermissions> ofText(String mode) {
    if (!mode.matches("0?6[046][04]")) {
      return Optional.empty();
    }
    String digits = mode.substring(mode.length() - 3);
    String letters = digits.replace("0", "---").replace("4", "r--").replace("6", "rw-");
    return Optional.of(new FilePermissions(PosixFilePermissions.fromString(letters)));
  }

  /** Gives them to a file. Does nothing where there are no such permissions. */
  public void set(Path file) throws IOException {
    if (isPosix(file)) {
      Files.setPosixFilePermissions(file, permissions);
    }
  }

  /**
   * Gives a file the owner and the group of another one. Only root may give files away, and others
   * have their own groups to choose from: what this user must not change stays.
   */
  static void copyOwner(Path from, Path to) throws IOException {
    if (!isPosix(from)) {
      return;
    }
    PosixFileAttributes wanted = Files.readAttributes(from, PosixFileAttributes.class);
    PosixFileAttributes present = Files.readAttributes(to, PosixFileAttributes.class);
    try {
      if (!present.group().equals(wanted.group())) {
        Files.getFileAttributeView(to, PosixFileAttributeView.class).setGroup(wanted.group());
      }
      if (!present.owner().equals(wanted.owner())) {
        Files.setOwner(to, wanted.owner());
      }
    } catch (FileSystemException e) {
      // Not permitted: the file belongs to this user now.
    }
  }

  /** Whether the group or others can read, write or run it. */
  public boolean isOpenToOthers() {
    return !OWNER.containsAll(permissions);
  }

  public boolean isWritableByOthers() {
    return permissions.stream().anyMatch(OTHERS_WRITE::contains);
  }

  /** Lets only the owner into a folder. Does nothing where there are no such permissions. */
  public static void closeFolder(Path folder) throws IOException {
    if (isPosix(folder)) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(FOLDER));
    }
  }

  /**
   * Lets only the owner read and write a file. Does nothing where there are no such permissions.
   */
  public static void closeFile(Path file) throws IOException {
    if (isPosix(file)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(FILE));
    }
  }

  /** What makes a new file readable and writable by its owner only, from its first moment on. */
  public static FileAttribute<?>[] ofNewFile(Path file) {
    return attributes(file, FILE);
  }

  /** The same for a new folder. */
  static FileAttribute<?>[] ofNewFolder(Path folder) {
    return attributes(folder, FOLDER);
  }

  private static FileAttribute<?>[] attributes(Path path, String mode) {
    return isPosix(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
