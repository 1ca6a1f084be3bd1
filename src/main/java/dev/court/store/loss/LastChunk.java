package dev.court.store.loss;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last chunk of an H2 2.4 file. On closing the file, H2 writes into its header where it is. */
final class LastChunk {
  private static final int BLOCK_BYTES = 4096;
  private static final int FOOTER_BYTES = 128;
  private static final int LINE_BYTES = 200;
  private static final int HEXADECIMAL = 16;

  private static final Pattern CLOSED =
      Pattern.compile(
          "H:2,block:([0-9a-f]{1,12}),blockSize:1000,chunk:([0-9a-f]{1,8}),.*\\bclean:1\\b.*");

  private static final Pattern CHUNK =
      Pattern.compile("chunk:([0-9a-f]{1,8}),len:([0-9a-f]{1,8}),.*");

  private LastChunk() {}

  /**
   * Whether a file that was closed lacks a part of its last chunk. Must not be called while this
   * process has the database open.
   *
   * @return false when nobody can tell: the file is open elsewhere, or its last process was killed
   */
  static boolean isCutOff(Path file) {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      Matcher closed = CLOSED.matcher(line(bytes, 0, LINE_BYTES));
      return closed.matches()
          && !isWhole(bytes, number(closed.group(1)) * BLOCK_BYTES, closed.group(2));
    } catch (IOException e) {
      // The file is absent, or opening the database reports what is wrong with it.
      return false;
    }
  }

  private static boolean isWhole(RandomAccessFile bytes, long start, String id) throws IOException {
    Matcher chunk = CHUNK.matcher(line(bytes, start, LINE_BYTES));
    if (!chunk.matches() || !chunk.group(1).equals(id)) {
      return false;
    }
    long end = start + number(chunk.group(2)) * BLOCK_BYTES;
    Matcher footer = CHUNK.matcher(line(bytes, end - FOOTER_BYTES, FOOTER_BYTES));
    return footer.matches() && footer.group(1).equals(id);
  }

  /** The line that begins there; empty behind the end of the file. */
  private static String line(RandomAccessFile bytes, long start, int most) throws IOException {
    byte[] part = new byte[(int) Math.max(0, Math.min(most, bytes.length() - start))];
    bytes.seek(start);
    bytes.readFully(part);
    return new String(part, StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
  }

  private static long number(String digits) {
    return Long.parseLong(digits, HEXADECIMAL);
  }
}
