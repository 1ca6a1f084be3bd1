package dev.court.transfer;

import dev.court.booking.InvalidRequest;
import dev.court.session.Keyring;
import dev.court.store.AllRows;
import dev.court.store.LostTime;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Takes all that {@link HomeExport} wrote into an empty database. */
final class HomeImport {
  /** A run sends by its own clock or the server's, which may be ahead. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final Workspace workspace;
  private final Keyring keyring;

  HomeImport(Workspace workspace, Keyring keyring) {
    this.workspace = workspace;
    this.keyring = keyring;
  }

  /**
   * Takes the file in, whole or not at all.
   *
   * @return what was taken in, in words
   * @throws InvalidRequest when the file cannot be used, or the database is not empty
   * @throws dev.court.booking.SetupProblem when the key here is not the one of the file
   */
  String take(Path path) {
    HomeFile file = HomeFile.of(path);
    int doubted =
        workspace
            .database()
            .transactDurably(
                store -> {
                  fill(store, file);
                  return doubt(store, Instant.parse(file.head().exported()));
                });
    return "%s schedules and %s bookings, with history and sign-in%s"
        .formatted(
            file.count("schedules"),
            file.count("bookings"),
            doubted == 0 ? "" : "; %s opened since, and are looked up".formatted(doubted));
  }

  private void fill(Store store, HomeFile file) {
    AllRows all = store.allRows();
    if (file.head().schema() != all.schema()) {
      throw new InvalidRequest(
          "is of another version of court (schema %s, here %s): export it with this one"
              .formatted(file.head().schema(), all.schema()));
    }
    if (!all.isEmpty()) {
      throw new InvalidRequest(
          "holds a whole home, which is taken into an empty database only: name another home or"
              + " db_url");
    }
    all.clear();
    try {
      file.each(all::add);
    } catch (IllegalArgumentException e) {
      throw new InvalidRequest("is damaged: export it anew", e);
    }
    // A key that does not open all refuses the whole.
    store.sealedTexts().all().forEach(one -> keyring.open(one.text(), one.label()));
  }

  private int doubt(Store store, Instant exported) {
    int doubted =
        store.lostTime().doubtOpened(exported, workspace.now().plus(MARGIN), LostTime.MOVED);
    store.allRows().goOnAfter();
    return doubted;
  }
}
