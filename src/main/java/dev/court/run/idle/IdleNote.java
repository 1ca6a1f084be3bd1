package dev.court.run.idle;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.court.files.AtomicFile;
import dev.court.files.FilePermissions;
import dev.court.files.RegularFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The file {@code idle} in the home. {@code scripts/court run-due} reads it, and leaves without
 * starting Java while it holds: its instant lies ahead, the clock is not before the writing, and
 * the environment and each file are as they were.
 */
public final class IdleNote {
  private static final String FIRST = "court idle 1";
  private static final String LAST = "end";
  private static final int MOST_BYTES = 100_000;

  private final Path home;

  /** The note of a home; neither needs to exist. */
  public IdleNote(Path home) {
    this.home = home;
  }

  /**
   * Replaces the note in one step.
   *
   * @param written when the run ended
   * @param environment the sum of the variables of court
   */
  void write(Instant written, Instant until, long environment, FileStamps stamps)
      throws IOException {
    // The digits of ASCII, whatever the locale is.
    String times =
        "%s %s %s".formatted(written.getEpochSecond(), until.getEpochSecond(), environment);
    String text = FIRST + "\n" + times + "\n" + stamps.text() + LAST + "\n";
    AtomicFile.replace(file(), text, Optional.of(FilePermissions.PRIVATE));
  }

  /**
   * Until when the launcher does not start Java, if its environment is the one of the note.
   *
   * @return empty when there is no note, or it does not hold
   */
  public Optional<Instant> heldUntil(Instant now) {
    try {
      return held(new String(RegularFile.read(file(), MOST_BYTES), UTF_8).lines().toList(), now);
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private Optional<Instant> held(List<String> lines, Instant now) throws IOException {
    int last = lines.size() - 1;
    if (last < 2 || !lines.get(0).equals(FIRST) || !lines.get(last).equals(LAST)) {
      return Optional.empty();
    }
    String[] times = lines.get(1).split(" ", -1);
    Instant written = Instant.ofEpochSecond(Long.parseLong(times[0]));
    Instant until = Instant.ofEpochSecond(Long.parseLong(times[1]));
    List<String> stamps = lines.subList(2, last);
    boolean holds =
        !now.isBefore(written)
            && now.isBefore(until)
            && FileStamps.of(home, FileStamps.files(stamps)).lines().equals(stamps);
    return Optional.of(until).filter(one -> holds);
  }

  private Path file() {
    return home.resolve("idle");
  }
}
