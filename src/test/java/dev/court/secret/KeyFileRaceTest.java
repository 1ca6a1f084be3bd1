package dev.court.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileRaceTest {
  @TempDir Path home;

  /** What a second process runs: prints the key it ended up with, which here opens nothing. */
  public static void main(String[] args) {
    System.out.print(KeyFile.readOrCreate(Path.of(args[0])).reveal());
  }

  @Test
  void threads_that_start_at_once_get_the_same_key() throws Exception {
    int threads = 8;
    CyclicBarrier start = new CyclicBarrier(threads);
    Callable<Secret> racer =
        () -> {
          start.await();
          return KeyFile.readOrCreate(home.resolve("key"));
        };

    Set<String> keys = new HashSet<>();
    var pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Secret>> racers = Collections.nCopies(threads, racer);
      for (Future<Secret> key : pool.invokeAll(racers)) {
        keys.add(key.get().reveal());
      }
    } finally {
      pool.shutdown();
    }

    assertThat(keys).hasSize(1);
  }

  @Test
  void processes_that_start_at_once_get_the_same_key() throws IOException {
    List<Process> racers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      racers.add(racer(home.resolve("key")));
    }

    Set<String> keys = new HashSet<>();
    for (Process racer : racers) {
      keys.add(new String(racer.getInputStream().readAllBytes(), UTF_8));
    }

    assertThat(keys).containsExactly(KeyFile.read(home.resolve("key")).orElseThrow().reveal());
  }

  private static Process racer(Path file) throws IOException {
    String java = ProcessHandle.current().info().command().orElseThrow();
    String classPath = System.getProperty("java.class.path");
    return new ProcessBuilder(
            java, "-cp", classPath, KeyFileRaceTest.class.getName(), file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
