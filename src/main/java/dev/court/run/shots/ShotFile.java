package dev.court.run.shots;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.court.booking.Attempt;
import dev.court.files.FilePermissions;
import dev.court.files.RegularFile;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What one run does for one booking, line by line, so that the next run knows what left although
 * this process may die at any instant. A line that was written outlives the process; one that was
 * forced to the disk outlives a power cut too. For one thread at a time.
 *
 * <p>It is a plain stream and no channel: a channel is closed when its thread is interrupted.
 */
public final class ShotFile implements AutoCloseable {
  private final FileOutputStream out;
  private String armed;
  private boolean isTorn = true;

  private ShotFile(FileOutputStream out) {
    this.out = out;
  }

  /** Opens the file, or makes it, and notes the claim on the disk. */
  static ShotFile begin(Path path, ShotLine.Claimed claim) throws IOException {
    ShotFile file = new ShotFile(open(path));
    try {
      file.append(claim);
      file.out.getFD().sync();
      return file;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private static FileOutputStream open(Path path) throws IOException {
    try {
      Files.createFile(path, FilePermissions.ofNewFile(path));
    } catch (FileAlreadyExistsException e) {
      RegularFile.check(path);
      refuseLink(path);
    }
    return new FileOutputStream(path.toFile(), true);
  }

  /** A file made where a link leads to would be open to others, or stand in their folder. */
  private static void refuseLink(Path path) throws IOException {
    if (Files.isSymbolicLink(path)) {
      throw new FileSystemException(path.toString(), null, "it is a link");
    }
  }

  /**
   * Notes on the disk that this court may be asked for. It costs a millisecond or more, so it is
   * due before the opening; what it says already is not written again.
   */
  public synchronized void arm(String courtId) throws IOException {
    if (!courtId.equals(armed)) {
      append(new ShotLine.Armed(courtId));
      out.getFD().sync();
      armed = courtId;
    }
  }

  /**
   * Notes that a request is about to leave.
   *
   * @throws IOException when it could not be noted; then the request must not leave
   */
  public synchronized void shooting(String courtId, Instant at) throws IOException {
    arm(courtId);
    append(new ShotLine.Shot(courtId, at));
  }

  /** Notes that the request which was about to leave did not. */
  public synchronized void unsent() throws IOException {
    append(ShotLine.Unsent.LINE);
  }

  /**
   * Notes the answer to the request that left last.
   *
   * @param reservationId null unless the answer named it
   */
  public synchronized void answered(Attempt attempt, String reservationId) throws IOException {
    append(new ShotLine.Settled(attempt, reservationId));
  }

  /**
   * In one write, so that a line is there whole or not at all when the process is killed. A full
   * disk or a power cut may have left the beginning of a line, which is ended first.
   */
  private void append(ShotLine line) throws IOException {
    String text = isTorn ? "\n" + line.text() : line.text();
    isTorn = true;
    out.write(text.getBytes(UTF_8));
    isTorn = false;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
