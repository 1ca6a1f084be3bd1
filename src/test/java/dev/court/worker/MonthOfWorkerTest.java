package dev.court.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.court.Evening;
import dev.court.Player.Ran;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker lives for a month, books each half hour of it, and does not grow. */
@Tag("long")
class MonthOfWorkerTest {
  private static final int DAYS = 30;
  private static final int PAUSES_A_DAY = 12;
  private static final long MEGA = 1 << 20;

  @TempDir Path home;

  /** What a process uses. */
  private record Use(long heap, int threads, long files) {
    static Use now() {
      System.gc();
      long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      UnixOperatingSystemMXBean system =
          (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      return new Use(
          heap,
          ManagementFactory.getThreadMXBean().getThreadCount(),
          system.getOpenFileDescriptorCount());
    }
  }

  @Test
  void a_month_leaves_nothing_in_the_memory() {
    try (Evening evening = Evening.at(home)) {
      evening.adds("--rrule", "FREQ=DAILY;BYHOUR=7,8,9,10,11,12,13,14,15,16", "--court", "1,2");
      List<Use> days = new ArrayList<>();
      WorkerTime time = new WorkerTime(evening.player);
      for (int day = 0; day < DAYS; day++) {
        time.then(
            () -> {
              evening.player.signIn();
              days.add(Use.now());
            });
        for (int pause = 1; pause < PAUSES_A_DAY; pause++) {
          time.then(() -> evening.player.clock.advance(Duration.ofMinutes(119)));
        }
      }

      Ran ran = time.works();

      long booked = ran.succeeds().out().lines().filter(line -> line.contains(" booked ")).count();
      System.err.println(booked + " booked; " + days.get(4) + " " + days.get(DAYS - 1));
      assertThat(booked).isGreaterThan(200);
      Use early = days.get(4);
      Use late = days.get(DAYS - 1);
      assertThat(late.heap()).isLessThan(early.heap() + 4 * MEGA);
      assertThat(late.threads()).isLessThanOrEqualTo(early.threads() + 2);
      assertThat(late.files()).isLessThanOrEqualTo(early.files() + 5);
      assertThat(home.resolve("runs")).isEmptyDirectory();
      assertThat(home.resolve("court.log").toFile().length()).isLessThan(2 * MEGA);
    }
  }
}
