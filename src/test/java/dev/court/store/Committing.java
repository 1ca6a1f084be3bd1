package dev.court.store;

import dev.court.log.Log;
import java.time.Duration;

/**
 * Commits one account after another durably, after a pause if told so, and says so, until it is
 * killed.
 */
final class Committing {
  private Committing() {}

  public static void main(String[] args) throws InterruptedException {
    if (args.length > 1) {
      Thread.sleep(Duration.parse(args[1]).toMillis());
    }
    Database database = new Database(args[0], Log.NONE);
    for (int number = 1; ; number++) {
      String name = "account " + number;
      database.transactDurably(store -> store.accounts().findOrAdd(name));
      System.out.println(number);
    }
  }
}
