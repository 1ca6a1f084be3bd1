package dev.court.run.shots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.Wednesday;
import dev.court.booking.Booking;
import dev.court.log.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Those of few claims are written one after the other, those of many at once: all are written. */
final class ShotFilesTest {
  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(ints = {3, 7, 8, 100})
  void each_claim_is_written_but_for_the_file_that_cannot_be(int claims) throws IOException {
    Path folder = Files.createDirectory(home.resolve("shots"));
    Files.createDirectory(folder.resolve("2"));
    ShotFiles shots = new ShotFiles(home, "boot", Log.NONE);
    List<Booking> all = LongStream.rangeClosed(1, claims).mapToObj(ShotFilesTest::booking).toList();

    assertThat(shots.beginAll(all, "run"))
        .hasSize(1)
        .hasEntrySatisfying(2L, problem -> assertThat(problem).hasMessageContaining("shots/2"));

    for (Booking one : all) {
      Path file = folder.resolve(String.valueOf(one.id()));
      if (one.id() == 2) {
        assertThat(shots.of(one)).isNull();
      } else {
        assertThat(file).hasContent("\nC\trun\tboot");
        shots.delete(one);
      }
    }
    assertThat(folder.toFile().list()).containsExactly("2");
  }

  private static Booking booking(long id) {
    return Wednesday.part(id, LocalDateTime.parse(Evening.FIVE));
  }
}
