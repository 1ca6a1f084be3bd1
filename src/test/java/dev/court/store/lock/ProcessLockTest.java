package dev.court.store.lock;

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
import java.util.function.Supplier;
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

  @Test
  @EnabledOnOs(OS.LINUX)
  void those_who_share_it_keep_away_who_wants_it_alone_until_the_last_has_left() throws Exception {
    Path file = home.resolve("refresh.lock");
    ProcessLock lock = new ProcessLock(file, Duration.ofMillis(50), Log.NONE);
    CountDownLatch areInside = new CountDownLatch(2);
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch second = new CountDownLatch(1);
    CompletableFuture<Boolean> one = sharing(lock, areInside, first);
    CompletableFuture<Boolean> other = sharing(lock, areInside, second);
    areInside.await();

    assertThatThrownBy(() -> lock.hold(() -> "done")).isInstanceOf(TemporaryTrouble.class);
    first.countDown();
    one.join();
    assertThat(isLocked(file)).as("while the other one works").isTrue();
    assertThatThrownBy(() -> lock.hold(() -> "done")).isInstanceOf(TemporaryTrouble.class);

    second.countDown();
    other.join();
    assertThat(isLocked(file)).isFalse();
    assertThat(lock.<String>hold(() -> "done")).isEqualTo("done");
    assertThat(lock.<String>share(() -> "again")).isEqualTo("again");
  }

  @Test
  void two_accounts_do_not_wait_for_each_other() {
    RefreshLock lock = new FileRefreshLock(home, Log.NONE);

    String inside = lock.hold("eve", () -> onAnotherThread(() -> lock.hold("adam", () -> "both")));

    assertThat(inside).isEqualTo("both");
    assertThat(lock.<String>holdAll(() -> "alone")).isEqualTo("alone");
  }

  private static String onAnotherThread(Supplier<String> work) {
    return BackgroundTask.begin(work).join();
  }

  private static CompletableFuture<Boolean> sharing(
      ProcessLock lock, CountDownLatch areInside, CountDownLatch isOver) {
    return BackgroundTask.begin(
        () ->
            lock.share(
                () -> {
                  areInside.countDown();
                  return await(isOver);
                }));
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
