package dev.court.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Evenings drawn at random, several runs of the program each. {@code -Dcourt.seed=N} plays one of
 * them again, {@code -Dcourt.evenings=N} plays more, and {@code -Dcourt.first=N} others.
 */
@Tag("model")
class EveningsTest {
  private static final int USUAL = 10;

  @TempDir Path folder;

  @Test
  void never_twice_and_nothing_lost_whatever_happens() throws Exception {
    Homes homes = new Homes(folder);
    List<String> complaints = new ArrayList<>();
    for (long seed : Seeds.of("court.evenings", USUAL).toArray()) {
      complaints.addAll(complaints(new Plot(seed), homes));
    }
    assertThat(complaints.size()).as(String.join("\n\n", complaints)).isZero();
  }

  private static List<String> complaints(Plot plot, Homes homes)
      throws IOException, InterruptedException {
    Path home = homes.of(plot.world);
    try (ModelEvening evening = new ModelEvening(plot.world, home)) {
      plot.play(evening);
      List<String> found = Complaints.about(evening);
      return found.isEmpty()
          ? List.of()
          : List.of("%s\n%s\n%s".formatted(plot, evening.story, String.join("\n", found)));
    } finally {
      Homes.delete(home);
    }
  }
}
