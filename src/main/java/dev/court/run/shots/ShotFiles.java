package dev.court.run.shots;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.court.booking.Booking;
import dev.court.booking.SetupProblem;
import dev.court.files.FilePermissions;
import dev.court.files.FileTrouble;
import dev.court.files.RegularFile;
import dev.court.log.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * The shot files of a home, one for each booking that a run holds or that a dead run held: {@code
 * shots/ID}. For many threads, each booking for one at a time.
 */
public final class ShotFiles {
  /** A booking has a handful of lines; what is longer was not written by this program. */
  private static final int MOST_BYTES = 1_000_000;

  /** Fewer are sooner written than threads are started. */
  private static final int MANY = 8;

  private static final int MOST_THREADS = 16;

  private final Path folder;
  private final String boot;
  private final Log log;
  private final Map<Long, ShotFile> open = new ConcurrentHashMap<>();

  /**
   * The files of a home; nothing is read or made yet.
   *
   * @param boot names the time since the machine started; empty where that is not known
   */
  public ShotFiles(Path home, String boot, Log log) {
    this.folder = home.resolve("shots");
    this.boot = boot;
    this.log = log.of("run");
  }

  /**
   * Notes on the disk that a run claims a booking. What stands in the file already stays: the run
   * before may have died, and this claim is not in the database yet.
   *
   * @throws SetupProblem when the file cannot be written; that is a matter of this booking alone
   */
  public void begin(Booking booking, String run) {
    makeFolder();
    write(booking, run);
  }

  private void write(Booking booking, String run) {
    try {
      open.put(booking.id(), ShotFile.begin(file(booking), new ShotLine.Claimed(run, boot)));
    } catch (IOException e) {
      throw unwritable(file(booking), e);
    }
  }

  /**
   * Notes on the disk that a run claims these bookings. Many are written at once: a disk forces a
   * hundred files out in hardly more time than one, and nobody else can use the database meanwhile.
   * The folder is there already.
   *
   * @return why the file of a booking cannot be written, by its id; empty where all can be
   */
  public Map<Long, SetupProblem> beginAll(List<Booking> bookings, String run) {
    Map<Long, SetupProblem> unwritable = new ConcurrentHashMap<>();
    Consumer<Booking> step =
        booking -> {
          try {
            write(booking, run);
          } catch (SetupProblem e) {
            unwritable.put(booking.id(), e);
          }
        };
    if (bookings.size() < MANY) {
      bookings.forEach(step);
    } else {
      atOnce(bookings, step);
    }
    return unwritable;
  }

  private static void atOnce(List<Booking> bookings, Consumer<Booking> step) {
    ExecutorService threads = Executors.newFixedThreadPool(MOST_THREADS);
    try {
      List<CompletableFuture<Void>> writing =
          bookings.stream()
              .map(one -> CompletableFuture.runAsync(() -> step.accept(one), threads))
              .toList();
      writing.forEach(CompletableFuture::join);
    } finally {
      threads.shutdown();
    }
  }

  /**
   * Makes the folder of the files if it is not there.
   *
   * @throws SetupProblem when that fails; then no booking can be made
   */
  public void makeFolder() {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
        FilePermissions.closeFolder(folder);
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static SetupProblem unwritable(Path path, IOException e) {
    return new SetupProblem(
        "cannot write %s (%s): free the disk, make the folder writable, or move it away"
            .formatted(path, FileTrouble.reason(e)),
        e);
  }

  /** The file of a booking that this run has claimed. */
  public ShotFile of(Booking booking) {
    return open.get(booking.id());
  }

  /**
   * What a dead run did for a booking.
   *
   * @param run the id of the run that holds the claim
   */
  public RecordedShots read(Booking booking, String run) {
    try {
      List<ShotLine> lines = lines(booking);
      int claim = indexOfClaim(lines, run);
      if (claim < 0) {
        return RecordedShots.ANYTHING;
      }
      ShotLine.Claimed claimed = (ShotLine.Claimed) lines.get(claim);
      return ShotReader.read(
          booking,
          lines.subList(claim + 1, lines.size()).stream()
              .takeWhile(line -> !(line instanceof ShotLine.Claimed))
              .toList(),
          !boot.isEmpty() && claimed.boot().equals(boot));
    } catch (NoSuchFileException e) {
      log.debug(() -> "no shot file of booking " + booking.id());
      return RecordedShots.ANYTHING;
    } catch (IOException e) {
      log.warn("the shot file of booking %s cannot be read".formatted(booking.id()), e);
      return RecordedShots.ANYTHING;
    }
  }

  private List<ShotLine> lines(Booking booking) throws IOException {
    List<ShotLine> lines = new ArrayList<>();
    // What is no UTF-8 is no line of ours, and must not hide the others.
    new String(RegularFile.read(file(booking), MOST_BYTES), UTF_8)
        .lines()
        .forEach(line -> ShotLine.parse(line, booking.id()).ifPresent(lines::add));
    return lines;
  }

  private static int indexOfClaim(List<ShotLine> lines, String run) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (lines.get(i) instanceof ShotLine.Claimed claimed && claimed.run().equals(run)) {
        return i;
      }
    }
    return -1;
  }

  /** Removes the file: what it tells is in the database, on the disk. */
  public void delete(Booking booking) {
    try {
      ShotFile ours = open.remove(booking.id());
      if (ours != null) {
        ours.close();
      }
      Files.deleteIfExists(file(booking));
    } catch (IOException e) {
      // The claim is over, and the next one writes behind what stands there.
      log.warn("the shot file of booking %s stays".formatted(booking.id()), e);
    }
  }

  private Path file(Booking booking) {
    return folder.resolve(Long.toString(booking.id()));
  }
}
