package dev.court.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import dev.court.cli.ExitCodes;
import dev.court.ics.CalendarMutator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Many damaged calendars in one command. The seed is new in each run and stands in the report;
 * {@code -Dcourt.calendars.seed=N} runs that one again.
 */
class MutatedImportTest extends WithPlayer {
  private static final int FILES = Integer.getInteger("court.calendars.files", 40);

  private final List<byte[]> calendars = CalendarPrograms.all();

  @Test
  void no_file_costs_those_after_it(TestReporter reporter) {
    long seed = Long.getLong("court.calendars.seed", System.nanoTime());
    reporter.publishEntry("seed", String.valueOf(seed));
    String sound = CalendarPrograms.of("evolution").toString();

    Ran ran = court(Stream.concat(damaged(seed), Stream.of(sound)).toArray(String[]::new));

    assertThat(ran.code())
        .as("-Dcourt.calendars.seed=%s: %s", seed, ran.err())
        .isIn(ExitCodes.DONE, ExitCodes.USAGE);
    assertThat(ran.out()).as("-Dcourt.calendars.seed=%s", seed).contains(sound);
  }

  /** A command line that imports them. */
  private Stream<String> damaged(long seed) {
    Random random = new Random(seed);
    return Stream.concat(
        Stream.of("import"),
        IntStream.range(0, FILES).mapToObj(i -> written(i + ".ics", random).toString()));
  }

  private Path written(String name, Random random) {
    try {
      byte[] file = new CalendarMutator(random).mutated(any(random), any(random));
      return Files.write(folder.resolve(name), file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private byte[] any(Random random) {
    return calendars.get(random.nextInt(calendars.size()));
  }
}
