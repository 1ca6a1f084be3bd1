package dev.court.workspace;

import dev.court.booking.SetupProblem;
import dev.court.files.FileTrouble;
import dev.court.files.LockFolder;
import dev.court.files.LockedFile;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A lock on a file that has the id of the run as its name. The kernel ends it with the process, in
 * whatever way that ends, and shows it to containers that share the folder. Where there is no such
 * file, or a file system without locks, nothing is known of a run, and the time of its claim
 * decides.
 */
public final class FileRunLock implements RunLock {
  private final LockFolder folder;
  private final LeaseOwner owner;
  private Optional<LockedFile> file = Optional.empty();
  private boolean isHeld;

  /**
   * A lock that is not held yet.
   *
   * @param id a file name that no other run has
   * @param boot of this machine's kernel; empty where it is not known
   */
  public FileRunLock(LockFolder folder, String id, String boot) {
    this.folder = folder;
    this.owner = new LeaseOwner(id, boot, this::isDead, this::isAlive);
  }

  @Override
  public LeaseOwner owner() {
    return owner;
  }

  private boolean isDead(String id) {
    return !id.equals(owner.id()) && folder.isAbandoned(id);
  }

  private boolean isAlive(String id) {
    return id.equals(owner.id()) || folder.isLocked(id);
  }

  @Override
  public synchronized void hold() {
    if (isHeld) {
      return;
    }
    try {
      file = folder.lock(owner.id());
      isHeld = true;
    } catch (IOException e) {
      throw new SetupProblem(
          "cannot make %s (%s), so nothing was sent"
              .formatted(folder.file(owner.id()), FileTrouble.reason(e)),
          e);
    }
  }

  @Override
  public synchronized boolean isHeld() {
    return isHeld;
  }

  @Override
  public Optional<AutoCloseable> tryStandBy(String run) {
    String name = "standby_" + run.replaceAll("\\W", "_");
    if (folder.isLocked(name)) {
      return Optional.empty();
    }
    try {
      // without locks each run stands by, which costs requests at worst
      return Optional.of(
          folder.lock(name).<AutoCloseable>map(file -> () -> end(file)).orElse(() -> {}));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void end(LockedFile file) {
    file.delete();
    file.close();
  }

  @Override
  public synchronized void release(Supplier<Set<String>> owners) {
    Set<String> named = folder.removeAbandoned(owners);
    if (!named.contains(owner.id())) {
      file.ifPresent(LockedFile::delete);
    }
    close();
  }

  @Override
  public synchronized void close() {
    file.ifPresent(LockedFile::close);
    file = Optional.empty();
  }
}
