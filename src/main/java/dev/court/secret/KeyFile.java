package dev.court.secret;

import dev.court.files.FileTrouble;
import dev.court.files.OpenToOthersException;
import dev.court.files.OwnerOnlyFile;
import dev.court.files.RegularFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The file that holds the keyset: one line of JSON that only its owner can read. */
public final class KeyFile {
  /** A keyset of several keys stays far below; it keeps a wrong path from filling the memory. */
  private static final int MOST_BYTES = 64 * 1024;

  private static final String REMEDY = "restore it, or run court key new";

  private KeyFile() {}

  /**
   * Reads the keyset, and creates it (mode 0600, with its folder) when there is none. Several
   * processes that start at once get the same keyset.
   *
   * @throws KeyException when the file is open to others, holds no keyset, or cannot be read or
   *     made
   */
  public static Secret readOrCreate(Path file) {
    Optional<Secret> existing = read(file);
    if (existing.isPresent()) {
      return existing.get();
    }
    create(file);
    // Another process may have created the file first; then its keyset is used.
    return read(file)
        .orElseThrow(
            () -> new KeyException("key file " + file + " leads nowhere: remove the broken link"));
  }

  /**
   * Reads the keyset; empty when there is no such file.
   *
   * @throws KeyException when the file is open to others, holds no keyset, or cannot be read
   */
  public static Optional<Secret> read(Path file) {
    return text(file).map(text -> keyset(file, text));
  }

  /**
   * Whether the file holds a keyset: not when it is absent or damaged.
   *
   * @throws KeyException when the file is open to others or cannot be read, which says nothing of
   *     what is in it
   */
  public static boolean holdsKeyset(Path file) {
    return text(file).filter(text -> !text.isEmpty()).filter(KeyFile::isKeyset).isPresent();
  }

  /**
   * Replaces the keyset in the file, or creates the file (mode 0600). When the process is killed,
   * or the power fails, the file holds the old keyset or the new one, complete. Must not be called
   * by two processes at once.
   *
   * @throws KeyException when it cannot be written; then the file is as it was
   */
  public static void replace(Path file, Secret keyset) {
    try {
      OwnerOnlyFile.replace(file, keyset.reveal() + "\n");
    } catch (IOException e) {
      throw unusable("write", file, e);
    }
  }

  private static boolean isKeyset(String text) {
    try {
      return Keyset.size(Secret.of(text)) > 0;
    } catch (KeyException e) {
      return false;
    }
  }

  private static Optional<String> text(Path file) {
    try {
      RegularFile.check(file);
      return Optional.of(OwnerOnlyFile.read(file, MOST_BYTES).strip());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (OpenToOthersException e) {
      throw new KeyException("key file " + file + " is open to others: run chmod 600 " + file, e);
    } catch (IOException e) {
      throw unusable("read", file, e);
    }
  }

  /** A cheap check, since Tink takes 100 ms to load; {@link Vault#fromKeyset} checks the rest. */
  private static Secret keyset(Path file, String text) {
    if (text.isEmpty()) {
      throw new KeyException("key file " + file + " is empty: " + REMEDY);
    }
    if (!text.startsWith("{") || !text.endsWith("}") || !text.contains("\"primaryKeyId\"")) {
      throw new KeyException("key file " + file + " holds no keyset: " + REMEDY);
    }
    return Secret.of(text);
  }

  private static void create(Path file) {
    try {
      OwnerOnlyFile.create(file, Keyset.create().reveal() + "\n");
    } catch (FileAlreadyExistsException e) {
      // another process was first, and its key is as good
    } catch (IOException e) {
      throw unusable("make", file, e);
    }
  }

  private static KeyException unusable(String verb, Path file, IOException cause) {
    return new KeyException(
        "cannot %s key file %s (%s): %s"
            .formatted(verb, file, FileTrouble.reason(cause), remedy(file)),
        cause);
  }

  private static String remedy(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file)
        ? "move it away, and put back the key that was there"
        : "check its owner and mode";
  }
}
