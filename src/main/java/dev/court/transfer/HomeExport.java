package dev.court.transfer;

import dev.court.booking.SetupProblem;
import dev.court.booking.TemporaryTrouble;
import dev.court.files.FileTrouble;
import dev.court.files.OwnerOnlyFile;
import dev.court.store.AllRows;
import dev.court.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

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
          if (store.allRows().isAnyClaimed()) {
            throw new TemporaryTrouble(
                "a run of court is booking now, or was cut short: try again after the next court"
                    + " run-due");
          }
          rows[0] = write(store.allRows(), file);
          store.lostTime().move(workspace.now());
        });
    return rows[0];
  }

  private int write(AllRows all, Path file) {
    HomeFile.Head head = new HomeFile.Head(HomeFile.KIND, all.schema(), workspace.now().toString());
    int[] rows = new int[1];
    try {
      OwnerOnlyFile.create(file, writer -> rows[0] = HomeFile.write(head, all, writer));
    } catch (FileAlreadyExistsException e) {
      throw new SetupProblem("%s is there already: name a new file".formatted(file), e);
    } catch (IOException | UncheckedIOException e) {
      throw new SetupProblem("%s cannot be written: %s".formatted(file, reason(e)), e);
    }
    return rows[0];
  }

  private static String reason(Exception e) {
    IOException cause = e instanceof UncheckedIOException deep ? deep.getCause() : (IOException) e;
    return FileTrouble.reason(cause);
  }
}
