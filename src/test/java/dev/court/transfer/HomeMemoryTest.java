package dev.court.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.HomeDatabase;
import dev.court.ManyAccounts;
import dev.court.Player;
import dev.court.Player.Ran;
import dev.court.RealProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home that is larger than the memory is written all the same, to be moved. */
@Tag("long")
class HomeMemoryTest {
  private static final int ACCOUNTS = 1000;
  private static final String HEAP = "-Xmx28m";

  @TempDir Path folder;

  @Test
  void a_large_home_is_written_with_a_small_heap() throws IOException, SQLException {
    Path file = folder.resolve("moved");
    HomeDatabase.transact(folder.resolve("one"), store -> store.accounts().findOrAdd("default"));
    try (Connection connection = HomeDatabase.connect(folder.resolve("one"))) {
      ManyAccounts.of(ACCOUNTS, 20, Player.NOW).fill(connection);
    }
    Ran out = court("one", "export", "--all", "--to-file", file.toString());
    assertThat(out.code()).as(out.err()).isZero();
    assertThat(Files.size(file)).isGreaterThan(12L << 20);
    try (Stream<String> lines = Files.lines(file)) {
      assertThat(lines.filter(line -> line.startsWith("{\"bookings\""))).hasSize(ACCOUNTS * 20);
    }
  }

  private Ran court(String home, String... arguments) {
    return RealProcess.court(
            Map.of("COURT_HOME", folder.resolve(home).toString(), "JDK_JAVA_OPTIONS", HEAP),
            arguments)
        .ended();
  }
}
