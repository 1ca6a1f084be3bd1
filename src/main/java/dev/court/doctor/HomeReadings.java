package dev.court.doctor;

import dev.court.booking.Problem;
import dev.court.settings.Settings;
import dev.court.store.Database;
import dev.court.store.ServerUse;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What several checks need of a home, each read once. */
final class HomeReadings {
  /** Other processes hold the database for milliseconds only. */
  private static final Duration DATABASE_WAIT = Duration.ofSeconds(2);

  private final LocalParts local;
  private final Lazy<Settings> settings;
  private final Lazy<Database> database;
  private final Lazy<Optional<Database.Snapshot<DatabaseSnapshot>>> contents;
  private final Lazy<Optional<DatabaseSnapshot>> snapshot;

  /** Reads nothing yet. */
  HomeReadings(LocalParts local) {
    this.local = local;
    this.settings = new Lazy<>(local.settings(), "not looked at: mend the settings first");
    this.database = new Lazy<>(this::opened, "not looked at: mend db_url first");
    this.contents = new Lazy<>(this::read, "not looked at, since the database cannot be read");
    this.snapshot = new Lazy<>(this::found, "not looked at, since the database cannot be read");
  }

  Lazy<Settings> settings() {
    return settings;
  }

  Lazy<Database> database() {
    return database;
  }

  Lazy<Optional<Database.Snapshot<DatabaseSnapshot>>> contents() {
    return contents;
  }

  Lazy<Optional<DatabaseSnapshot>> snapshot() {
    return snapshot;
  }

  /** The names of those that are looked at, at least one. */
  List<String> accounts() {
    try {
      List<String> known = snapshot.orSkip().map(this::lookedAt).orElseGet(this::withoutDatabase);
      return known.isEmpty() ? List.of(Workspace.ONLY_ACCOUNT) : known;
    } catch (Skipped e) {
      return local.named().isEmpty() ? List.of(Workspace.ONLY_ACCOUNT) : local.named();
    }
  }

  private List<String> lookedAt(DatabaseSnapshot found) {
    return found.lookedAt(
        local.named().isEmpty() ? settings.orSkip().accountNames() : local.named());
  }

  private List<String> withoutDatabase() {
    return local.named().isEmpty()
        ? settings.orSkip().accountNames().stream().limit(ChosenAccounts.MOST).toList()
        : local.named();
  }

  /** A file is used by one machine. What is wrong with the database is found by its own check. */
  boolean isOnServer() {
    try {
      return database.orSkip().isOnServer();
    } catch (Skipped | Problem e) {
      return false;
    }
  }

  /** What the database holds for an account; empty where it does not know it. */
  Lazy<Optional<AccountSnapshot>> account(String name) {
    return new Lazy<>(
        () -> snapshot.orSkip().flatMap(found -> found.account(name)), "not looked at");
  }

  /** Skips the check when the settings cannot be read: the check of the settings says why. */
  <T> Supplier<T> afterSettings(Supplier<T> part) {
    return () -> {
      Settings unused = settings.orSkip();
      return part.get();
    };
  }

  private Database opened() {
    return new Database(
        settings.orSkip().dbUrl().reveal(),
        DATABASE_WAIT,
        ServerUse.in(local.home().path(), store -> {}));
  }

  private Optional<Database.Snapshot<DatabaseSnapshot>> read() {
    Settings set = settings.orSkip();
    return database
        .orSkip()
        .readSnapshot(
            store -> DatabaseSnapshot.read(store, set, local.named(), local.clock().instant()));
  }

  private Optional<DatabaseSnapshot> found() {
    return contents
        .orSkip()
        .map(
            seen ->
                seen.found()
                    .orElseThrow(
                        () ->
                            new Skipped("not looked at until the database is brought up to date")));
  }
}
