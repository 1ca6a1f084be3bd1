package dev.court;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two machines whose PostgreSQL its owner has put back to an older state. */
@Tag("postgres")
class RestoredServerTest extends WithTwoMachines {
  private static final String BACK = "UPDATE changes SET number = number - 1";

  @BeforeEach
  void a_booking_of_one_machine_that_the_other_has_seen() {
    evening.wants("1");
    other.court("refresh-token").succeeds();
  }

  @Test
  void is_noticed_by_the_machine_that_saw_the_newer_one() {
    HomeDatabase.execute(home, BACK);

    other.court("run-due").failsWith(7, "went back to an older state", "court backup accept");
    other.court("list").failsWith(7, "went back to an older state");
    assertThat(other.court("doctor", "--offline").out()).contains("went back to an older state");
    assertThat(evening.shots()).isEmpty();
  }

  @Test
  void is_accepted_once_for_all_machines() {
    evening.player.court("pause", "1").succeeds();
    HomeDatabase.execute(home, "UPDATE changes SET number = 1");
    evening.player.court("list").failsWith(7, "went back to an older state");

    other.court("backup", "accept", "--yes").succeeds();

    other.court("list").succeeds();
    evening.player.court("list").succeeds();
  }

  @Test
  void is_noticed_when_it_is_another_one_in_the_same_place() {
    HomeDatabase.execute(
        home, "UPDATE changes SET identity = '00000000-0000-0000-0000-000000000000'");

    evening.runDue().failsWith(7, "is not the one that this machine used");
    evening.player.court("backup", "accept", "--yes").succeeds();
    evening.player.court("list").succeeds();
  }

  /** Its home does not outlive a command. */
  @Test
  void is_not_noticed_by_a_machine_that_remembers_nothing() throws IOException {
    HomeDatabase.execute(home, BACK);
    Files.delete(folder.resolve("two/server.changes"));

    other.court("list").succeeds();
  }
}
