package dev.court.damage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What may become of a file. */
enum Damage {
  HALF,
  EMPTY,
  ZEROED,
  HOLE,
  SPARSE,
  OLDER,
  GONE,
  FOLDER,
  PIPE,
  LINK_TO_NOTHING,
  LINK_TO_ITSELF,
  LINK_TO_ZEROS;

  /** Those that one of the others stands for most often. */
  private static final Set<Damage> RARE = EnumSet.of(EMPTY, HOLE, SPARSE, GONE, LINK_TO_NOTHING);

  /**
   * Whether it is tried on a file. As root, {@code court} would write the time of a run to the
   * device that {@code last-run} leads to, so that is left out.
   */
  boolean fits(SoundHome home, String file, boolean all) {
    if (this == OLDER) {
      return Files.exists(home.earlier(file));
    }
    return (all || !RARE.contains(this)) && (this != LINK_TO_ZEROS || !file.equals("last-run"));
  }

  /**
   * Damages a file.
   *
   * @param earlier an older copy of it
   */
  void apply(SoundHome home, Path file, Path earlier) throws Exception {
    byte[] content = Files.readAllBytes(file);
    switch (this) {
      case HALF -> Files.write(file, Arrays.copyOf(content, content.length / 2));
      case EMPTY -> Files.write(file, new byte[0]);
      case ZEROED -> Files.write(file, new byte[content.length]);
      case HOLE -> {
        Arrays.fill(content, content.length / 3, content.length / 2, (byte) 0);
        Files.write(file, content);
      }
      case SPARSE -> sparse(file, content.length);
      case OLDER -> Files.copy(earlier, file, StandardCopyOption.REPLACE_EXISTING);
      default -> replace(file);
    }
  }

  /** Of the same length, and nothing but a hole. */
  private static void sparse(Path file, int length) throws IOException {
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(0);
      out.setLength(length);
    }
  }

  private void replace(Path file) throws Exception {
    Files.delete(file);
    switch (this) {
      case FOLDER -> Files.createDirectory(file);
      case PIPE ->
          assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
      case LINK_TO_NOTHING -> Files.createSymbolicLink(file, file.resolveSibling("nowhere"));
      case LINK_TO_ITSELF -> Files.createSymbolicLink(file, file);
      case LINK_TO_ZEROS -> Files.createSymbolicLink(file, Path.of("/dev/zero"));
      default -> {}
    }
  }
}
