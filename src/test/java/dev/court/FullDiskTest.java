package dev.court;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes whose files cannot grow beyond a size, as on a disk that is full. */
@Tag("long")
class FullDiskTest extends WithPlayer {
  private static final String ADD = "add --at 2026-12-02T17:00";

  @ParameterizedTest
  @ValueSource(ints = {4, 8, 24, 64})
  void a_first_use_leaves_nothing_that_is_in_the_way_of_the_second(int kilobytes) {
    Ran ran = limited(kilobytes);

    assertThat(ran.code()).as(ran.err()).isEqualTo(7);
    assertThat(ran.err()).startsWith("court: cannot use the database: ").hasLineCount(1);
    type(ADD).succeeds();
    assertThat(type("list").succeeds().out()).contains("17:00");
  }

  private Ran limited(int kilobytes) {
    try (RealProcess process =
        RealProcess.courtThrough(
            List.of("/bin/sh", "-c", "ulimit -f %s; exec \"$@\"".formatted(2 * kilobytes), "sh"),
            Map.of("COURT_HOME", home.toString()),
            ADD.split(" "))) {
      return process.ended();
    }
  }
}
