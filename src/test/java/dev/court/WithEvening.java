package dev.court;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** For tests of runs: a signed-in home on the evening before an opening. */
public abstract class WithEvening {
  @TempDir protected Path home;
  protected Evening evening;

  @BeforeEach
  void comes() {
    evening = Evening.at(home);
  }

  @AfterEach
  void leaves() {
    evening.close();
  }
}
