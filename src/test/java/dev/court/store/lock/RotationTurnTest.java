package dev.court.store.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.log.Log;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that refresh one after the other leave whoever changes the key its turn. */
@Tag("long")
class RotationTurnTest {
  @TempDir Path home;
  private final List<Process> refreshers = new ArrayList<>();

  /** What another process runs: refreshes without a pause, until it is killed. */
  public static void main(String[] args) {
    FileRefreshLock lock = new FileRefreshLock(Path.of(args[0]), Log.NONE);
    System.out.println("begins");
    while (!Thread.currentThread().isInterrupted()) {
      Boolean unused =
          lock.hold(
              args[1],
              () -> {
                LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
                return true;
              });
    }
  }

  @AfterEach
  void end() {
    refreshers.forEach(Process::destroyForcibly);
  }

  @Test
  void who_wants_the_tokens_of_all_accounts_gets_its_turn() throws IOException {
    for (String account : List.of("default", "eve", "adam")) {
      refreshers.add(refresher(account));
    }
    for (Process one : refreshers) {
      assertThat(one.inputReader().readLine()).isEqualTo("begins");
    }

    FileRefreshLock lock = new FileRefreshLock(home, Duration.ofMinutes(5), Log.NONE);
    for (int i = 0; i < 3; i++) {
      assertThat(lock.<String>holdAll(() -> "rotated")).isEqualTo("rotated");
    }
  }

  private Process refresher(String account) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            RotationTurnTest.class.getName(),
            home.toString(),
            account)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
