package dev.court.doctor;

import dev.court.booking.InvalidRequest;
import dev.court.booking.SetupProblem;
import dev.court.booking.TemporaryTrouble;
import dev.court.settings.SettingSharing;
import dev.court.settings.Settings;
import dev.court.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Checks that the database opens and can be written. */
final class DatabaseCheck implements Check {
  private static final int KILO = 1024;

  private final Lazy<Database> database;
  private final Lazy<Optional<Database.Snapshot<DatabaseSnapshot>>> contents;
  private final Lazy<Settings> settings;
  private final InstantSource clock;

  DatabaseCheck(
      Lazy<Settings> settings,
      Lazy<Database> database,
      Lazy<Optional<Database.Snapshot<DatabaseSnapshot>>> contents,
      InstantSource clock) {
    this.settings = settings;
    this.database = database;
    this.clock = clock;
    this.contents = contents;
  }

  @Override
  public String subject() {
    return "database";
  }

  @Override
  public Finding look() {
    return database
        .orSkip()
        .serverFacts()
        .map(facts -> server(new DatabaseServer(facts, clock.instant())))
        .orElseGet(this::file);
  }

  private Finding server(DatabaseServer server) {
    Optional<Finding> refused = refused();
    return refused.orElseGet(() -> reached(server));
  }

  /** Every other command is refused then. */
  private Optional<Finding> refused() {
    return database
        .orSkip()
        .readSnapshot(store -> SettingSharing.refusal(settings.orSkip(), store))
        .flatMap(Database.Snapshot::found)
        .flatMap(found -> found)
        .map(problem -> Finding.trouble(subject(), problem));
  }

  private Finding reached(DatabaseServer server) {
    String found =
        contents
            .get()
            .map(seen -> "schema %s on %s".formatted(seen.schema(), server.words()))
            .orElseGet(() -> server.words() + ", empty yet");
    return server
        .advice()
        .map(advice -> Finding.warning(subject(), found + ": " + advice))
        .orElseGet(() -> Finding.ok(subject(), found));
  }

  private Finding file() {
    Optional<Path> file = database.orSkip().file().filter(Files::exists);
    Optional<Database.Snapshot<DatabaseSnapshot>> seen = opened(file);
    if (seen.isEmpty()) {
      return Finding.ok(subject(), "none yet: the first court add or court login makes it");
    }
    file.ifPresent(DatabaseCheck::refuseReadOnly);
    String found =
        "schema %s%s".formatted(seen.get().schema(), file.map(DatabaseCheck::size).orElse(""));
    return seen.get().found().isPresent()
        ? Finding.ok(subject(), found + ", opens")
        : Finding.warning(
            subject(), found + ", of an older court: the next run-due brings it up to date");
  }

  private Optional<Database.Snapshot<DatabaseSnapshot>> opened(Optional<Path> file) {
    try {
      return contents.get();
    } catch (InvalidRequest e) {
      throw new SetupProblem(
          "the database holds what no court wrote (%s): court backup restore puts back the newest backup"
              .formatted(e.getMessage()),
          e);
    } catch (TemporaryTrouble e) {
      String who = file.map(path -> ": run fuser -v " + path + " to see which").orElse("");
      throw new TemporaryTrouble("the database is held by another program" + who, e);
    }
  }

  private static void refuseReadOnly(Path file) {
    if (!Files.isWritable(file)) {
      throw new SetupProblem(
          "cannot write %s: %s as its owner"
              .formatted(file, Permissions.remedy("600", List.of(file))));
    }
  }

  private static String size(Path file) {
    try {
      return ", %s KiB".formatted((Files.size(file) + KILO - 1) / KILO);
    } catch (IOException e) {
      return "";
    }
  }
}
