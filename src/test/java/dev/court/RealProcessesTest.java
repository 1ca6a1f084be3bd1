package dev.court;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.sandbox.ReceivedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes of their own, by the real clock, as cron starts them. */
class RealProcessesTest {
  private static final Queue<Long> SETTLED_AFTER = new ConcurrentLinkedQueue<>();

  @TempDir Path home;

  @Tag("real-time")
  @Test
  void two_runs_at_once_book_once_while_list_still_answers() {
    try (RealTime time = new RealTime(home, Duration.ofSeconds(20)).ready();
        RealProcess one = time.court("run-due");
        RealProcess other = time.court("run-due")) {
      one.runsUntil(() -> time.status().equals("in_flight"));
      // One that had to wait for the runs would show how they ended.
      assertThat(time.here("", "list").succeeds().out()).contains("in_flight");

      one.ended().succeeds();
      other.ended().succeeds();

      assertThat(time.sandbox.reservations()).hasSize(1);
      assertThat(time.shots()).isEqualTo(1);
      assertThat(time.status()).isEqualTo("success");
    }
  }

  @Tag("long")
  @Test
  void two_runs_at_once_use_a_refresh_token_once() throws IOException {
    try (RealTime time = new RealTime(home, Duration.ofMinutes(5))) {
      Path tokens = Files.createTempFile(home, "tokens", ".json");
      Files.writeString(
          tokens, "{\"refresh_token\": \"%s\"}".formatted(time.sandbox.refreshToken()));
      time.here("", "import", tokens.toString()).succeeds();

      try (RealProcess one = time.court("run-due");
          RealProcess other = time.court("run-due")) {
        one.ended().succeeds();
        other.ended().succeeds();
      }

      assertThat(refreshes(time)).isEqualTo(1);
      time.here("", "refresh-token").succeeds();
    }
  }

  @Tag("long")
  @Test
  void refreshes_in_several_processes_do_not_end_the_session() {
    try (RealTime time = new RealTime(home, Duration.ofMinutes(5)).ready();
        RealProcess one = time.court("refresh-token");
        RealProcess other = time.court("refresh-token")) {
      one.ended().succeeds();
      other.ended().succeeds();

      time.here("", "refresh-token").succeeds();
    }
  }

  @Test
  void a_process_that_was_killed_is_dead_and_one_that_runs_is_not() {
    try (RealTime time = new RealTime(home, Duration.ofSeconds(30)).ready();
        RealProcess run = time.court("run-due")) {
      run.runsUntil(() -> time.status().equals("in_flight"));
      time.here("", "run-due").succeeds();
      assertThat(time.status()).isEqualTo("in_flight");

      run.kill();
      time.here("", "run-due", "--within", "PT1S").succeeds();

      assertThat(time.status()).isEqualTo("pending");
    }
  }

  @Tag("long")
  @Test
  @EnabledOnOs(OS.LINUX)
  void a_password_is_neither_in_the_process_list_nor_printed() throws IOException {
    Path file = Files.createTempFile(home, "password", ".txt");
    Files.writeString(file, "hunter2\n");
    String name = "player@example.com";

    try (RealTime time = new RealTime(home, Duration.ofMinutes(5))) {
      time.sandbox.faults().add("latency=500ms");
      try (RealProcess login =
          time.court(
              "login",
              "--remember",
              "--username",
              name,
              "--password-file",
              file.toString(),
              "-v",
              "--debug")) {
        // by the first answer the password has long been read
        login.runsUntil(() -> !time.sandbox.requests().isEmpty());
        assertThat(login.commandLine()).contains("--password-file").doesNotContain("hunter2");

        Player.Ran ran = login.ended();
        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.out() + ran.err()).contains("SignInNeeded").doesNotContain("hunter2");
      }
    }
  }

  static IntStream killsOfARotation() {
    Random random = new Random(Long.getLong("court.seed", System.nanoTime()));
    return IntStream.generate(() -> random.nextInt(200, 1_200))
        .limit(Integer.getInteger("court.kills", 3));
  }

  @Tag("real-time")
  @ParameterizedTest
  @MethodSource("killsOfARotation")
  void a_rotation_of_the_key_that_is_killed_locks_nobody_out(int afterItsStart) {
    try (RealTime time = new RealTime(home, Duration.ofMinutes(5)).ready()) {
      try (RealProcess rotation = time.court("key", "rotate")) {
        time.await(InstantSource.system().instant().plusMillis(afterItsStart));
        rotation.kill();
      }

      time.here("", "refresh-token").succeeds();
      time.here("", "key", "rotate").succeeds();
      time.here("", "refresh-token").succeeds();
    }
  }

  static IntStream kills() {
    int count = Integer.getInteger("court.kills", 3);
    Random random = new Random(Long.getLong("court.seed", System.nanoTime()));
    return IntStream.generate(() -> random.nextInt(-3_000, 600)).limit(count);
  }

  /**
   * More of them: {@code -Dcourt.kills=200}. How soon the next run has settled the booking is
   * printed and not asserted, since machines are shared.
   */
  @Tag("real-time")
  @ParameterizedTest
  @MethodSource("kills")
  void a_run_that_is_killed_around_the_opening_loses_nothing_and_books_once(int afterOpening) {
    try (RealTime time = new RealTime(home, Duration.ofSeconds(5)).ready();
        RealProcess run = time.court("run-due")) {
      time.await(time.opening.plusMillis(afterOpening));
      run.kill();

      time.settle();

      Duration took = Duration.between(time.opening, InstantSource.system().instant());
      SETTLED_AFTER.add(took.minusMillis(Math.max(0, afterOpening)).toMillis());
      assertThat(time.sandbox.reservations()).hasSize(1);
      assertThat(time.booking()).containsEntry("status", "success");
      assertThat(time.booking()).containsEntry("booked_court_id", courtOf(time));
    }
  }

  @AfterAll
  static void print_how_soon_a_killed_run_was_made_up_for() {
    if (SETTLED_AFTER.isEmpty()) {
      return;
    }
    System.out.printf(
        "killed runs: %s, settled within a second of opening and kill: %s, ms: %s%n",
        SETTLED_AFTER.size(),
        SETTLED_AFTER.stream().filter(millis -> millis <= 1_000).count(),
        SETTLED_AFTER);
  }

  /** The realm has taken the token, and what it gave for it is lost with the process. */
  @Tag("real-time")
  @ParameterizedTest
  @ValueSource(ints = {0, 20, 60, 120, 250})
  void a_refresh_that_is_killed_after_the_realm_answered_is_made_up_for(int millis) {
    try (RealTime time = new RealTime(home, Duration.ofMinutes(5))) {
      String typed = time.sandbox.username() + "\n" + time.sandbox.password() + "\n";
      time.here(typed, "login", "--remember").succeeds();
      long before = refreshes(time);
      // the first is killed before the answer comes, the others at some moment after it
      time.sandbox.faults().add(millis == 0 ? "answer-latency@token=1:30s" : "");
      try (RealProcess refresh = time.court("refresh-token")) {
        refresh.runsUntil(() -> refreshes(time) > before);
        time.await(InstantSource.system().instant().plusMillis(millis));
        refresh.kill();
      }
      time.here("", "refresh-token").succeeds();

      time.here("", "auth").succeeds();
    }
  }

  @Tag("long")
  @Test
  void two_runs_at_once_sign_in_again_once() {
    try (RealTime time = new RealTime(home, Duration.ofMinutes(5))) {
      String typed = time.sandbox.username() + "\n" + time.sandbox.password() + "\n";
      time.here(typed, "login", "--remember").succeeds();
      time.sandbox.faults().add("session-ended=1");

      try (RealProcess one = time.court("refresh-token");
          RealProcess other = time.court("refresh-token")) {
        one.ended().succeeds();
        other.ended().succeeds();
      }

      assertThat(time.sandbox.requests())
          .filteredOn(request -> request.body().contains("password="))
          .hasSize(2);
      time.here("", "refresh-token").succeeds();
    }
  }

  private static String courtOf(RealTime time) {
    return time.sandbox.reservations().get(0).court().id();
  }

  private static long refreshes(RealTime time) {
    return time.sandbox.requests().stream()
        .map(ReceivedRequest::path)
        .filter(p -> p.endsWith("/token"))
        .count();
  }
}
