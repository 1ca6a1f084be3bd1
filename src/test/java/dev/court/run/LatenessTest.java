package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.BackgroundTask;
import dev.court.Doorway;
import dev.court.Figures;
import dev.court.RealTime;
import dev.court.WithTls;
import dev.court.sandbox.ReceivedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How late the first request for a court is by the building's clock, whatever that clock shows and
 * however long a listing takes: by real time, over real TLS.
 */
@Tag("real-time")
class LatenessTest extends WithTls {
  private static final Duration LATE = Duration.ofMillis(500);

  @TempDir Path folder;

  /**
   * One opening.
   *
   * @param listing how long a listing takes
   * @param lead by how much the building's clock is ahead of ours, in seconds
   * @param more what else is wrong, in the sandbox's words
   */
  private record Weather(String listing, int lead, String more) {
    Weather(String listing, int lead) {
      this(listing, lead, "");
    }

    /** Until our clock shows the opening; a building that is ahead opens before that. */
    Duration untilOpening() {
      return Duration.ofSeconds(lead < 0 ? 24 : 30);
    }

    /** In the sandbox's words, which has none for a clock that is right. */
    String clock() {
      return "clock=" + (lead == 0 ? "1ms" : lead + "s");
    }
  }

  private static final List<Weather> ALL =
      List.of(
          new Weather("1ms", -30),
          new Weather("10s", -30),
          new Weather("1ms", -7),
          new Weather("1ms", -1),
          new Weather("1ms", 0),
          new Weather("1ms", 1),
          new Weather("1ms", 4),
          new Weather("1ms", 7),
          new Weather("1ms", 8),
          new Weather("0.5s", 0),
          new Weather("1.5s", 0),
          new Weather("1.9s", 0),
          new Weather("3.6s", 0),
          new Weather("9s", 0),
          new Weather("10s", 0),
          new Weather("1.9s", 4),
          new Weather("3.6s", -7),
          new Weather("9s", 7),
          new Weather("10s", 8),
          new Weather("1ms", 0, "stall@list"),
          new Weather("1ms", 0, "401@list,stall@token"));

  private record Late(Weather weather, Optional<Duration> by) {
    @Override
    public String toString() {
      return "listing %5s, lead %3s s, %s: %s"
          .formatted(
              weather.listing,
              Integer.toString(weather.lead),
              weather.more,
              by.map(late -> late.toMillis() + " ms").orElse("no request"));
    }
  }

  @Test
  void nothing_makes_the_first_request_late() {
    loadClasses();
    List<CompletableFuture<Late>> running = new ArrayList<>();
    for (Weather weather : ALL) {
      int number = running.size();
      running.add(BackgroundTask.begin(() -> late(weather, number)));
    }

    List<Late> late = running.stream().map(CompletableFuture::join).toList();

    String table = late.stream().map(Late::toString).collect(Collectors.joining("\n"));
    System.out.println(table);
    assertThat(late)
        .as(table)
        .allSatisfy(one -> assertThat(one.by()).hasValueSatisfying(LatenessTest::isOnTime));
  }

  /** What the first command line costs would come out of the time before an opening. */
  private void loadClasses() {
    try (RealTime time = new RealTime(folder.resolve("first"), Duration.ofMinutes(10))) {
      time.ready();
    }
  }

  private static void isOnTime(Duration late) {
    Figures.assertLate(late, LATE);
  }

  /**
   * One after the other: what many set-ups at once cost would come out of the time before the
   * openings, and openings at one instant would measure how many fit into this machine.
   */
  private synchronized RealTime ready(Weather weather, int number) {
    return new RealTime(folder.resolve(Integer.toString(number)), weather.untilOpening()).ready();
  }

  private Late late(Weather weather, int number) {
    try (RealTime time = ready(weather, number);
        Doorway door = Doorway.tls(certificate, time.sandbox.apiUrl())) {
      time.sandbox.faults().add("latency@list=" + weather.listing);
      time.sandbox.faults().add(weather.clock());
      time.sandbox.faults().add(weather.more);
      time.with("COURT_API_URL", door.address(time.sandbox.apiUrl())).here("", "run-due");
      return new Late(
          weather,
          time.sandbox.requests().stream()
              .map(ReceivedRequest::afterOpening)
              .filter(after -> after != null)
              .findFirst());
    }
  }
}
