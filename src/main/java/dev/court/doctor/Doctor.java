package dev.court.doctor;

import dev.court.Application;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Problem;
import dev.court.booking.SetupProblem;
import dev.court.booking.UnknownId;
import dev.court.settings.HomeFolder;
import dev.court.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks at everything that a booking needs, and changes nothing: makes no home, no key and no
 * database, brings no schema up to date, refreshes no token. Each check looks by itself, and none
 * keeps the others from looking.
 */
public final class Doctor {
  /** Others hold the database for milliseconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final HomeFolder home;
  private final Optional<Path> cronHome;
  private final Application.Resources surroundings;
  private final Lazy<Application> operations;
  private final Lazy<Database> database;
  private final Lazy<Optional<Database.Snapshot<Optional<DatabaseSnapshot>>>> look;
  private final Lazy<Optional<DatabaseSnapshot>> kept;

  /**
   * Nothing is looked at yet.
   *
   * @param cronHome the home that a command has in cron's bare environment
   * @param operations fails when the settings cannot be used
   */
  public Doctor(
      HomeFolder home,
      Optional<Path> cronHome,
      Application.Resources surroundings,
      Supplier<Application> operations) {
    this.home = home;
    this.cronHome = cronHome;
    this.surroundings = surroundings;
    this.operations = new Lazy<>(operations, "not looked at: mend the settings first");
    this.database =
        new Lazy<>(
            () -> new Database(this.operations.borrowed().settings().dbUrl(), PATIENCE),
            "not looked at: mend db_url first");
    this.look =
        new Lazy<>(
            () ->
                database
                    .borrowed()
                    .readSnapshot(
                        store -> DatabaseSnapshot.read(store, this.operations.borrowed())),
            "not looked at, since the database cannot be read");
    this.kept = new Lazy<>(this::kept, "not looked at, since the database cannot be read");
  }

  /**
   * Everything, in the order in which one would mend it. Takes some ten seconds for the server's
   * clock.
   *
   * @param offline leaves out what needs the network
   */
  public List<Finding> run(boolean offline) {
    List<Check> checks = new ArrayList<>(here());
    if (!offline) {
      checks.addAll(there());
    }
    try {
      return checks.stream().map(Doctor::finding).toList();
    } finally {
      close();
    }
  }

  private List<Check> here() {
    Path folder = home.path();
    return List.of(
        new JavaCheck(surroundings),
        new HomeCheck(home),
        new SettingsCheck(operations),
        new DiskCheck(folder, database),
        new PermissionsCheck(folder, surroundings.keyring(), database),
        new ZoneCheck(operations),
        new DatabaseCheck(database, look),
        new KeyCheck(surroundings.keyring(), kept),
        new SessionCheck(operations, kept),
        new CronCheck(folder, cronHome, surroundings.clock(), kept),
        new SchedulesCheck(operations, kept),
        new OutcomesCheck(kept),
        new NotifyCheck(operations, kept));
  }

  private List<Check> there() {
    Lazy<Latency> server =
        new Lazy<>(
            () -> Latency.of(operations.borrowed().apiDoorbell(), "api_url"),
            "not looked at, since the server does not answer");
    return List.of(
        new RealmCheck(operations),
        new ServerCheck(server),
        new AccountCheck(operations, surroundings.keyring(), kept, server),
        new ClockCheck(operations, surroundings, server));
  }

  private Optional<DatabaseSnapshot> kept() {
    return look.borrowed()
        .flatMap(
            seen ->
                seen.found()
                    .orElseThrow(
                        () ->
                            new Skipped("not looked at until the database is brought up to date")));
  }

  private static Finding finding(Check check) {
    try {
      return check.look();
    } catch (InvalidRequest | UnknownId e) {
      // nobody asked for anything here: what is stored or set is wrong
      return Finding.trouble(check.subject(), new SetupProblem(e.getMessage(), e));
    } catch (Problem e) {
      return Finding.trouble(check.subject(), e);
    } catch (Skipped e) {
      return Finding.skipped(check.subject(), e.getMessage());
    } catch (RuntimeException e) {
      return Finding.defect(check.subject(), e);
    }
  }

  private void close() {
    try {
      operations.get().close();
    } catch (RuntimeException e) {
      // then it was never open, and a finding says so
    }
  }
}
