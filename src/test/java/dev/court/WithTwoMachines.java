package dev.court;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * For tests of two machines, each with a home of its own, that share one PostgreSQL and one key.
 */
public abstract class WithTwoMachines {
  @TempDir protected Path folder;

  /** Of the first machine. */
  protected Path home;

  /** At the first machine. */
  protected Evening evening;

  /** At the second one. */
  protected Player other;

  @BeforeEach
  void two_machines() throws IOException {
    home = folder.resolve("one");
    evening = Evening.at(home);
    other =
        evening
            .player
            .atOtherMachine(folder.resolve("two"))
            .with("COURT_KEY", Files.readString(home.resolve("key")));
  }

  @AfterEach
  void leave() {
    evening.close();
  }
}
