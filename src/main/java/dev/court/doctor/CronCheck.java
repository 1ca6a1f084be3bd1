package dev.court.doctor;

import dev.court.booking.ScheduledBooking;
import dev.court.booking.SetupProblem;
import dev.court.run.idle.IdleNote;
import dev.court.text.DurationInWords;
import dev.court.workspace.LastRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Checks that cron or a timer calls run-due each minute for this home. */
final class CronCheck implements Check {
  private static final String LIE =
      "%s says that there is nothing to do for %s, and there is: remove that file";

  private static final String REMEDY =
      "let cron call court run-due each minute: court install cron --yes";

  private final Path home;
  private final Optional<Path> cronHome;
  private final InstantSource clock;
  private final Lazy<Optional<DatabaseSnapshot>> snapshot;

  CronCheck(
      Path home,
      Optional<Path> cronHome,
      InstantSource clock,
      Lazy<Optional<DatabaseSnapshot>> snapshot) {
    this.home = home;
    this.cronHome = cronHome;
    this.clock = clock;
    this.snapshot = snapshot;
  }

  @Override
  public String subject() {
    return "cron";
  }

  @Override
  public Finding look() {
    if (Files.isDirectory(home) && !Files.isExecutable(home)) {
      throw new Skipped("not looked at, since the home is closed to this user");
    }
    Optional<Instant> last = new LastRun(home).latest();
    if (last.filter(this::isFresh).isPresent()) {
      return lie()
          .map(span -> Finding.warning(subject(), LIE.formatted(home.resolve("idle"), span)))
          .orElseGet(() -> Finding.ok(subject(), "run-due last came " + ago(last.get()) + java()));
    }
    String found =
        last.map(at -> "run-due last came " + ago(at)).orElse("run-due never came")
            + elsewhere().map(", "::concat).orElse("")
            + ": ";
    String remedy =
        elsewhere().isPresent() ? "set COURT_HOME=%s in the crontab".formatted(home) : REMEDY;
    long waiting = waiting();
    if (waiting > 0) {
      throw new SetupProblem(
          "%s%s; until then nothing is booked for %s"
              .formatted(found, remedy, waiting == 1 ? "1 schedule" : waiting + " schedules"));
    }
    return Finding.warning(subject(), found + remedy);
  }

  private String java() {
    LastRun runs = new LastRun(home);
    return runs.at()
        .filter(at -> runs.lastVisit().filter(at::isBefore).isPresent())
        .map(at -> ", and Java last ran for it " + ago(at))
        .orElse("");
  }

  /** How long the launcher leaves out what a run would have to do, in words. */
  private Optional<String> lie() {
    Instant now = clock.instant();
    return new IdleNote(home)
        .heldUntil(now)
        .filter(this::isWorkBefore)
        .map(until -> DurationInWords.of(Duration.between(now, until)));
  }

  private boolean isWorkBefore(Instant until) {
    try {
      return snapshot
          .orSkip()
          .filter(found -> found.idleUntil().filter(time -> !time.isBefore(until)).isEmpty())
          .isPresent();
    } catch (Skipped e) {
      return false;
    }
  }

  private boolean isFresh(Instant at) {
    return LastRun.isFresh(at, clock.instant());
  }

  private String ago(Instant at) {
    Instant now = clock.instant();
    return at.isAfter(now) && !isFresh(at)
        ? "in the future, %s from now".formatted(DurationInWords.of(Duration.between(now, at)))
        : "%s ago".formatted(DurationInWords.since(at, now));
  }

  /** The home that cron uses instead: cron has neither the shell's variables nor its options. */
  private Optional<String> elsewhere() {
    return cronHome
        .filter(other -> !other.equals(home))
        .filter(other -> new LastRun(other).latest().filter(this::isFresh).isPresent())
        .map("but comes for %s"::formatted);
  }

  private long waiting() {
    try {
      List<ScheduledBooking> awaited =
          snapshot.orSkip().stream()
              .flatMap(found -> found.accounts().values().stream())
              .flatMap(one -> one.awaited().stream())
              .toList();
      return awaited.stream().map(one -> one.schedule().id()).distinct().count();
    } catch (Skipped e) {
      return 0;
    }
  }
}
