package dev.court;

import dev.court.booking.Problem;
import dev.court.run.idle.FileStamps;
import dev.court.run.idle.IdlePeriod;
import dev.court.settings.ConfigFile;
import dev.court.store.change.ChangeFeed;
import dev.court.worker.WorkerHost;
import dev.court.worker.WorkerRun;
import java.util.Map;
import java.util.Optional;

/** Lets a worker use the application again and again. */
final class ApplicationHost implements WorkerHost {
  private final Application application;
  private final ConfigFile file;
  private Map<String, Object> read;
  private Optional<FileStamps> seen = Optional.empty();
  private IdlePeriod idle;

  ApplicationHost(Application application) {
    this.application = application;
    this.file = application.configFile();
    this.read = file.read();
    this.idle = application.idlePeriod();
  }

  @Override
  public WorkerRun next() {
    return application.workerRun(idle);
  }

  @Override
  public boolean isIdle() {
    boolean isIdle = idle.holds();
    if (isIdle) {
      application.noteRun();
    }
    return isIdle;
  }

  @Override
  public ChangeFeed changes() {
    return application.changes();
  }

  @Override
  public ChangeFeed outsideChanges() {
    return application.outsideChanges();
  }

  /** Reads no file that is certainly as it was: it may name thousands of accounts. */
  @Override
  public boolean renew() {
    Optional<FileStamps> stamps = application.outside().filter(FileStamps::areFine);
    if (stamps.isPresent() && stamps.equals(seen)) {
      return false;
    }
    seen = stamps;
    Map<String, Object> now = file.read();
    if (now.equals(read)) {
      return false;
    }
    application.renew();
    idle = application.idlePeriod();
    read = now;
    return true;
  }

  @Override
  public Optional<Problem> obstacle() {
    return application.session().keyProblem();
  }

  @Override
  public void show() {
    application.machineBeat().show();
  }

  @Override
  public void leave() {
    application.machineBeat().leave();
  }

  @Override
  public void warmUp() {
    application.warmUp();
  }
}
