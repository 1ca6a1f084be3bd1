package dev.court;

import dev.court.log.Log;
import dev.court.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Begins a transaction, says so, and stays in it. */
final class HoldingPlay {
  private HoldingPlay() {}

  /** The argument is the URL of the database. */
  public static void main(String... arguments) {
    try (Database database = new Database(arguments[0], Log.NONE)) {
      database.transact(store -> inIt());
    }
  }

  private static int inIt() {
    System.out.println("in");
    System.out.flush();
    try {
      return System.in.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
