package dev.court.store;

/** Commits one account after another, and says so, until it is killed. */
final class Committing {
  private Committing() {}

  public static void main(String[] args) {
    Database database = new Database(args[0]);
    for (int number = 1; ; number++) {
      String name = "account " + number;
      database.transact(store -> store.accounts().findOrAdd(name));
      System.out.println(number);
    }
  }
}
