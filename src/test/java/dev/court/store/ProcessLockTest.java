package dev.court.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.court.BackgroundTask;
import dev.court.booking.TemporaryTrouble;
import dev.court.log.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the threads of a worker do to the lock that keeps two refreshes apart. */
class ProcessLockTest {
  @TempDir Path home;

  /** Another process could take it then, and two refreshes of a token at once end the session. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void a_thread_that_waits_in_vain_does_not_drop_the_lock_of_another() throws Exception {
    Path file = home.resolve("refresh.lock");
    ProcessLock lock = new ProcessLock(file, Duration.ofMillis(50), Log.NONE);
    CountDownLatch isHeld = new CountDownLatch(1);
    CountDownLatch isOver = new CountDownLatch(1);
    CompletableFuture<Boolean> holder =
        BackgroundTask.begin(
            () ->
                lock.hold(
                    () -> {
                      isHeld.countDown();
                      return await(isOver);
                    }));
    isHeld.await();

    assertThatThrownBy(() -> lock.hold(() -> "done")).isInstanceOf(TemporaryTrouble.class);

    assertThat(isLocked(file)).as("while the first thread works").isTrue();
    isOver.countDown();
    assertThat(holder.join()).isTrue();
    assertThat(isLocked(file)).isFalse();
    assertThat(lock.<String>hold(() -> "done")).isEqualTo("done");
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private static boolean isLocked(Path file) throws IOException {
    String inode = ":" + Files.getAttribute(file, "unix:ino") + " ";
    return Files.readString(Path.of("/proc/locks")).contains(inode);
  }
}
