package dev.court.transfer;

import dev.court.booking.SetupProblem;
import dev.court.booking.TemporaryTrouble;
import dev.court.files.FileTrouble;
import dev.court.files.OwnerOnlyFile;
import dev.court.json.Json;
import dev.court.store.AllRows;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes all that the database holds into a file, to go on in another database. Secrets are in it
 * as they are in the database: sealed. From then on this database is closed, because two homes
 * would book everything twice.
 */
public final class HomeExport {
  private final Workspace workspace;

  public HomeExport(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Writes the file, and closes the database in the same transaction.
   *
   * @param file must not be there yet
   * @return how many rows there are
   * @throws TemporaryTrouble while a run holds a booking
   * @throws SetupProblem when the file cannot be written; then nothing is changed
   */
  public int write(Path file) {
    int[] rows = new int[1];
    workspace.durably(
        store -> {
          StringBuilder text = new StringBuilder();
          rows[0] = write(store, text);
          keep(file, text.toString());
          store.lostTime().move(workspace.now());
        });
    return rows[0];
  }

  private int write(Store store, StringBuilder text) {
    AllRows all = store.allRows();
    if (all.isAnyClaimed()) {
      throw new TemporaryTrouble(
          "a run of court is booking now, or was cut short: try again after the next court"
              + " run-due");
    }
    text.append(
            Json.write(new HomeFile.Head(HomeFile.KIND, all.schema(), workspace.now().toString())))
        .append('\n');
    int rows = 0;
    for (String table : AllRows.TABLES) {
      for (Map<String, Object> row : all.of(table)) {
        text.append(Json.write(Map.of(table, row))).append('\n');
        rows++;
      }
    }
    text.append(Json.write(Map.of(HomeFile.END, rows))).append('\n');
    return rows;
  }

  private static void keep(Path file, String text) {
    try {
      OwnerOnlyFile.create(file, text);
    } catch (FileAlreadyExistsException e) {
      throw new SetupProblem("%s is there already: name a new file".formatted(file), e);
    } catch (IOException e) {
      throw new SetupProblem(
          "%s cannot be written: %s"
              .formatted(file, FileTrouble.reason(e).orElse(e.getClass().getSimpleName())),
          e);
    }
  }
}
