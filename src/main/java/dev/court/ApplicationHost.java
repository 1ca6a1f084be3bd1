package dev.court;

import dev.court.booking.Problem;
import dev.court.run.idle.FileStamps;
import dev.court.run.idle.IdlePeriod;
import dev.court.settings.ConfigFile;
import dev.court.store.change.ChangeFeed;
import dev.court.store.change.FileChanges;
import dev.court.worker.WorkerHost;
import dev.court.worker.WorkerRun;
import java.util.Map;
import java.util.Optional;

/** What a worker uses again and again. */
final class ApplicationHost implements WorkerHost {
  private final OpenHome home;
  private final RunCases runs;
  private final SessionCases sessions;
  private final ThisMachine machine;
  private final ConfigFile file;
  private Map<String, Object> read;
  private Optional<FileStamps> seen = Optional.empty();
  private IdlePeriod idle;

  /** Reads the settings. */
  ApplicationHost(OpenHome home, RunCases runs, SessionCases sessions, ThisMachine machine) {
    this.home = home;
    this.runs = runs;
    this.sessions = sessions;
    this.machine = machine;
    this.file = home.configFile();
    this.read = file.read();
    this.idle = runs.idlePeriod();
  }

  @Override
  public WorkerRun next() {
    return runs.forRun().ofWorker(idle);
  }

  @Override
  public boolean isIdle() {
    boolean isIdle = idle.holds();
    if (isIdle) {
      runs.noteRun();
    }
    return isIdle;
  }

  @Override
  public ChangeFeed changes() {
    return home.workspace().database().changes();
  }

  /** Tells of other settings and another key. */
  @Override
  public ChangeFeed outsideChanges() {
    return new FileChanges(this::outside);
  }

  private Optional<FileStamps> outside() {
    return FileStamps.ofHome(home.folder().path());
  }

  /** Reads no file that is certainly as it was: it may name thousands of accounts. */
  @Override
  public boolean renew() {
    Optional<FileStamps> stamps = outside().filter(FileStamps::areFine);
    if (stamps.isPresent() && stamps.equals(seen)) {
      return false;
    }
    seen = stamps;
    Map<String, Object> now = file.read();
    if (now.equals(read)) {
      return false;
    }
    home.renew();
    idle = runs.idlePeriod();
    read = now;
    return true;
  }

  @Override
  public Optional<Problem> obstacle() {
    return sessions.session().keyProblem();
  }

  @Override
  public void show() {
    machine.beat().show();
  }

  @Override
  public void leave() {
    machine.beat().leave();
  }

  @Override
  public void warmUp() {
    try (RunCases run = runs.forRun()) {
      run.warmUp();
    }
    home.log().of("worker").info("what an opening needs is in memory");
  }
}
