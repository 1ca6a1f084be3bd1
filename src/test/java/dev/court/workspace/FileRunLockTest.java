package dev.court.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.files.LockFolder;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock of a run, as the run itself and others see it. */
class FileRunLockTest {
  @TempDir Path folder;
  private FileRunLock run;
  private FileRunLock other;

  @BeforeEach
  void two_runs() {
    run = new FileRunLock(new LockFolder(folder), "a1", "boot");
    other = new FileRunLock(new LockFolder(folder), "b2", "boot");
  }

  @Test
  void a_run_is_dead_for_others_when_its_lock_has_ended() {
    run.hold();
    assertThat(isDead(other, "a1")).isFalse();

    run.close();

    assertThat(isDead(other, "a1")).isTrue();
  }

  /** To look at its own file would end its lock. */
  @Test
  void a_run_does_not_look_at_its_own_file() {
    run.hold();
    run.close();

    assertThat(isDead(run, "a1")).isFalse();
  }

  @Test
  void a_lock_is_taken_once_however_often_it_is_held() {
    assertThat(run.isHeld()).isFalse();
    run.hold();
    run.hold();

    assertThat(run.isHeld()).isTrue();
    assertThat(folder).isDirectoryContaining("glob:**/a1");
    run.close();
  }

  @Test
  void a_run_leaves_no_file() {
    run.hold();

    run.release(Set::of);

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_run_whose_claim_stays_is_seen_to_be_dead() {
    run.hold();

    run.release(() -> Set.of("a1"));

    assertThat(isDead(other, "a1")).isTrue();
  }

  private static boolean isDead(RunLock who, String id) {
    return who.owner().isDead().test(id);
  }
}
