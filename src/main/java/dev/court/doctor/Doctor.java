package dev.court.doctor;

import dev.court.atrium.http.Probe;
import dev.court.backup.BackupFolder;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Problem;
import dev.court.booking.SetupProblem;
import dev.court.booking.UnknownId;
import dev.court.booking.Venue;
import dev.court.settings.Settings;
import dev.court.store.Database;
import dev.court.store.ServerUse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Checks everything that a booking needs, and changes nothing: it makes no home, no key and no
 * database, migrates no schema, and refreshes no token. A check that fails does not stop the
 * others.
 */
public final class Doctor {
  /** Other processes hold the database for milliseconds only. */
  private static final Duration DATABASE_WAIT = Duration.ofSeconds(2);

  private final LocalParts local;
  private final RemoteParts remote;
  private final Lazy<Settings> settings;
  private final Lazy<Database> database;
  private final Lazy<Optional<Database.Snapshot<Optional<DatabaseSnapshot>>>> contents;
  private final Lazy<Optional<DatabaseSnapshot>> snapshot;

  /** Runs no check yet. */
  public Doctor(LocalParts local, RemoteParts remote) {
    this.local = local;
    this.remote = remote;
    this.settings = new Lazy<>(local.settings(), "not looked at: mend the settings first");
    this.database = new Lazy<>(this::database, "not looked at: mend db_url first");
    this.contents = new Lazy<>(this::contents, "not looked at, since the database cannot be read");
    this.snapshot = new Lazy<>(this::snapshot, "not looked at, since the database cannot be read");
  }

  /**
   * Runs all checks, in the order in which a person would repair what they find. The check of the
   * server's clock takes some ten seconds.
   *
   * @param offline leaves out what needs the network
   */
  public List<Finding> run(boolean offline) {
    List<Check> checks = new ArrayList<>(here());
    if (isOnServer()) {
      checks.add(new MachinesCheck(database, local.clock()));
    }
    if (!offline) {
      checks.addAll(there());
    }
    return checks.stream().map(Doctor::finding).map(one -> one.of(local.account())).toList();
  }

  /** A file is used by one machine. What is wrong with the database is found by its own check. */
  private boolean isOnServer() {
    try {
      return database.orSkip().isOnServer();
    } catch (Skipped | Problem e) {
      return false;
    }
  }

  private List<Check> here() {
    Path folder = local.home().path();
    InstantSource clock = local.clock();
    return List.of(
        new JavaCheck(remote.transport()),
        new HomeCheck(local.home()),
        new SettingsCheck(settings, local.account(), local.missingSetup()),
        new DiskCheck(folder, database),
        new PermissionsCheck(folder, local.keyring(), database),
        new ZoneCheck(settings, clock),
        new DatabaseCheck(settings, database, contents, clock),
        new BackupCheck(new BackupFolder(folder), database, clock),
        new KeyCheck(local.keyring(), snapshot),
        new SessionCheck(settings, clock, snapshot),
        new CronCheck(folder, local.cronHome(), clock, snapshot),
        new SchedulesCheck(settings, clock, snapshot),
        new OutcomesCheck(snapshot),
        new NotifyCheck(afterSettings(local.channels()), snapshot));
  }

  private List<Check> there() {
    Supplier<Probe> api = afterSettings(remote.api());
    Lazy<Latency> server =
        new Lazy<>(
            () -> Latency.of(api.get(), "api_url"),
            "not looked at, since the server does not answer");
    return List.of(
        new RealmCheck(afterSettings(remote.realm())),
        new ServerCheck(server),
        new AccountCheck(local, settings, snapshot, server, remote.reservations()),
        new ClockCheck(local.clock(), remote.waiter(), api, server));
  }

  /** Skips the check when the settings cannot be read: the check of the settings says why. */
  private <T> Supplier<T> afterSettings(Supplier<T> part) {
    return () -> {
      Settings unused = settings.orSkip();
      return part.get();
    };
  }

  private Database database() {
    return new Database(
        settings.orSkip().dbUrl().reveal(),
        DATABASE_WAIT,
        ServerUse.in(local.home().path(), store -> {}));
  }

  private Optional<Database.Snapshot<Optional<DatabaseSnapshot>>> contents() {
    Venue venue = settings.orSkip().venue();
    return database
        .orSkip()
        .readSnapshot(
            store -> DatabaseSnapshot.read(store, local.account(), venue, local.clock().instant()));
  }

  private Optional<DatabaseSnapshot> snapshot() {
    return contents
        .orSkip()
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
      // No input was given here, so what is stored or set is wrong.
      return Finding.trouble(check.subject(), new SetupProblem(e.getMessage(), e));
    } catch (Problem e) {
      return Finding.trouble(check.subject(), e);
    } catch (Skipped e) {
      return Finding.skipped(check.subject(), e.getMessage());
    } catch (RuntimeException e) {
      return Finding.defect(check.subject(), e);
    }
  }
}
