package dev.court.transfer;

import dev.court.booking.InvalidRequest;
import dev.court.files.FileTrouble;
import dev.court.files.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file or stream to import, as a whole. */
final class ImportSource {
  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private ImportSource() {}

  /**
   * The content of a file.
   *
   * @throws InvalidRequest when it cannot be read; the message is the reason without the file's
   *     name
   */
  static byte[] of(Path file) {
    try {
      RegularFile.refuseNamedPipe(file);
      try (InputStream in = Files.newInputStream(file)) {
        return of(in);
      }
    } catch (IOException e) {
      throw new InvalidRequest(reason(e), e);
    }
  }

  static byte[] of(InputStream in) {
    try {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new InvalidRequest("is too large to be a list of schedules");
      }
      return bytes;
    } catch (IOException e) {
      throw new InvalidRequest(reason(e), e);
    }
  }

  /**
   * The text of a content.
   *
   * @throws InvalidRequest when it is no text
   */
  static String text(byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      // Some editors write a byte order mark. It is no part of the JSON.
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new InvalidRequest("is not text in UTF-8", e);
    }
  }

  private static String reason(IOException e) {
    return switch (e.getClass().getSimpleName()) {
      case "NoSuchFileException" -> "there is no such file";
      case "AccessDeniedException" -> "must not be read by this user";
      default -> "cannot be read: " + FileTrouble.reason(e);
    };
  }
}
