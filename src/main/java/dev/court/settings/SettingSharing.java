package dev.court.settings;

import dev.court.booking.InvalidRequest;
import dev.court.booking.SetupProblem;
import dev.court.settings.SharedSettings.SharedDifference;
import dev.court.store.Database;
import dev.court.store.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Keeps the settings of this machine and those in a database on a server alike. */
public final class SettingSharing {
  private final Supplier<Settings> settings;
  private final ConfigFile file;
  private final Function<String, Database> databases;

  /**
   * Nothing is read or opened yet.
   *
   * @param settings reads them anew at each call
   * @param databases the database at a URL, which is not checked for what it shares
   */
  public SettingSharing(
      Supplier<Settings> settings, ConfigFile file, Function<String, Database> databases) {
    this.settings = settings;
    this.file = file;
    this.databases = databases;
  }

  /**
   * The check of the first transaction of each command.
   *
   * @throws SetupProblem when the database has others
   */
  public static void agree(Settings settings, Store store) {
    SharedSettings.of(settings).agree(store);
  }

  /** What keeps a machine with these settings from using the database; empty when nothing does. */
  public static Optional<SetupProblem> refusal(Settings settings, Store store) {
    List<SharedDifference> differences =
        SharedSettings.of(settings).differences(store.venueSettings().all());
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(SharedSettings.refusal(differences));
  }

  /** As they hold now, read anew. */
  public Settings settings() {
    return settings.get();
  }

  /**
   * Changes {@code config.json}, and with it the database, in one step.
   *
   * @param change writes the file
   * @return whether the database has another value of the setting now
   * @throws dev.court.booking.TemporaryTrouble when the server is away; then nothing is changed
   */
  public boolean change(String name, Runnable change) {
    if (!isShared(name)) {
      change.run();
      return false;
    }
    try (Database database = databases.apply(settings.get().dbUrl().reveal())) {
      return database.transactDurably(
          store -> {
            change.run();
            return follow(name, store);
          });
    }
  }

  /** Nothing is shared before the first machine has written all. */
  private boolean follow(String name, Store store) {
    String now = SharedSettings.of(settings.get()).values().get(name);
    String before = store.venueSettings().all().get(name);
    boolean isNew = before != null && !before.equals(now);
    if (isNew) {
      store.venueSettings().put(name, now);
    }
    return isNew;
  }

  private boolean isShared(String name) {
    try {
      Settings set = settings.get();
      return SharedSettings.of(set).values().containsKey(name)
          && Database.isOnServer(set.dbUrl().reveal());
    } catch (SetupProblem e) {
      // What is broken is mended in the file, setting by setting.
      return false;
    }
  }

  /**
   * Takes over what the database has.
   *
   * @return the names of the settings that were changed
   * @throws SetupProblem when a variable sets one of them, with what it must be
   */
  public List<String> adopt() {
    Settings set = onServer();
    List<SharedDifference> differences = look(set);
    for (SharedDifference one : differences) {
      if (one.source().startsWith("COURT_")) {
        throw new SetupProblem(
            "%s sets %s, and comes before config.json: set it to %s"
                .formatted(one.source(), one.name(), one.there()));
      }
    }
    Map<String, String> values = new LinkedHashMap<>();
    differences.forEach(one -> values.put(one.name(), one.there()));
    file.setAll(values);
    return List.copyOf(values.keySet());
  }

  /**
   * Gives the database what this machine has.
   *
   * @return the names of the settings that were changed
   */
  public List<String> share() {
    Settings set = onServer();
    try (Database database = databases.apply(set.dbUrl().reveal())) {
      return database.transactDurably(
          store -> {
            SharedSettings here = SharedSettings.of(set);
            List<SharedDifference> differences = here.differences(store.venueSettings().all());
            here.replace(store);
            return differences.stream().map(SharedDifference::name).toList();
          });
    }
  }

  private List<SharedDifference> look(Settings set) {
    try (Database database = databases.apply(set.dbUrl().reveal())) {
      return database.transact(
          store -> SharedSettings.of(set).differences(store.venueSettings().all()));
    }
  }

  private Settings onServer() {
    Settings set = settings.get();
    if (!Database.isOnServer(set.dbUrl().reveal())) {
      throw new InvalidRequest(
          "the database is a file of this machine: no other machine has settings for it");
    }
    return set;
  }
}
