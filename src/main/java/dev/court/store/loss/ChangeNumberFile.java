package dev.court.store.loss;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.court.files.FilePermissions;
import dev.court.files.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The small file beside an H2 file that remembers its {@link ChangeNumber}. It is written over in
 * place, so that a full disk does not keep it from being written.
 */
public final class ChangeNumberFile {
  private static final String H2_SUFFIX = ".mv.db";
  private static final String SUFFIX = ".changes";
  private static final int MOST_BYTES = 100;

  /** A change each millisecond for thirty years: what is greater is no number of a database. */
  public static final long MOST = 999_999_999_999L;

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");
  private static final Pattern TOO_LARGE = Pattern.compile("[0-9]{13,}");

  private final Path path;

  ChangeNumberFile(Path database) {
    String name = database.getFileName().toString();
    this.path =
        database.resolveSibling(name.substring(0, name.length() - H2_SUFFIX.length()) + SUFFIX);
  }

  /** Empty when nothing is known: the file is absent, damaged or cannot be read. */
  OptionalLong read() {
    String line = line();
    return NUMBER.matcher(line).matches()
        ? OptionalLong.of(Long.parseLong(line))
        : OptionalLong.empty();
  }

  /** Whether a number stands there that no database can have. */
  boolean isBeyondAllNumbers() {
    return TOO_LARGE.matcher(line()).matches();
  }

  /** The first line; empty when there is none. */
  private String line() {
    if (RegularFile.isSomethingElse(path)) {
      return "";
    }
    try (InputStream in = Files.newInputStream(path)) {
      String text = new String(in.readNBytes(MOST_BYTES), US_ASCII);
      return text.lines().findFirst().orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  /** In one write, which a killed process makes whole or not at all. Not forced to the disk. */
  void write(long number) throws IOException {
    RegularFile.check(path);
    byte[] line = (number + "\n").getBytes(US_ASCII);
    try (FileChannel channel =
        FileChannel.open(path, EnumSet.of(CREATE, WRITE), FilePermissions.ofNewFile(path))) {
      channel.write(ByteBuffer.wrap(line), 0);
      channel.truncate(line.length);
    }
  }

  void delete() throws IOException {
    Files.deleteIfExists(path);
  }

  Path path() {
    return path;
  }
}
