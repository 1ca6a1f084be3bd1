package dev.court;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.sandbox.ReceivedRequest;
import dev.court.workspace.Waiter;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two machines that share a PostgreSQL: one holds a booking that opens in a moment, the other one
 * stands by. The first is cut off from the server, which is all that the other one can see of a
 * death; it goes on later than the other one, as a machine does that hung.
 */
@Tag("postgres")
@Timeout(300)
class StandbyTest extends WithTwoMachines {
  private static final String WAITS =
      "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ShareLock' AND NOT"
          + " granted";

  /** Each run holds the lock of its id with a session of its own, and nothing else does. */
  private static final String CUT_OFF =
      """
      SELECT pg_terminate_backend(pid) FROM pg_locks
      WHERE locktype = 'advisory' AND mode = 'ExclusiveLock' AND granted
      """;

  @BeforeEach
  void a_booking() {
    evening.wants("1,2");
  }

  /** Hangs from an instant on, until the test lets it go. */
  private final class Hanging implements Waiter {
    private final Instant from;
    private final AtomicInteger times;
    private final CountDownLatch goesOn = new CountDownLatch(1);
    private Optional<Boolean> isStuck = Optional.empty();

    Hanging(Duration beforeOpening) {
      this(beforeOpening, new AtomicInteger(1));
    }

    /** Of several machines the first ones hang, so many times in all. */
    Hanging(Duration beforeOpening, AtomicInteger times) {
      this.from = Evening.OPENING.minus(beforeOpening);
      this.times = times;
    }

    private synchronized boolean isStuck() {
      isStuck = Optional.of(isStuck.orElseGet(() -> times.getAndDecrement() > 0));
      return isStuck.get();
    }

    @Override
    public void sleepUntil(Instant instant) throws InterruptedException {
      if (!instant.isBefore(from) && isStuck()) {
        goesOn.await();
      }
      evening.player.clock.sleepUntil(instant);
    }

    @Override
    public void awaitExactly(Instant instant) throws InterruptedException {
      sleepUntil(instant);
    }
  }

  @Test
  void one_that_stands_by_says_nothing_when_the_first_has_booked() {
    Hanging hanging = new Hanging(Duration.ofSeconds(2));
    var first = first(hanging);
    var second = standsBy();

    hanging.goesOn.countDown();

    assertThat(first.join().succeeds().out()).startsWith("booked");
    assertThat(second.join()).isEqualTo(new Ran(0, "", ""));
    assertThat(evening.shots()).hasSize(1);
  }

  @Test
  void what_a_dead_run_has_not_armed_is_booked_at_the_opening_and_it_stands_down_when_it_wakes() {
    evening.takenBySomebody("1");
    Hanging hanging = new Hanging(Duration.ofSeconds(2));
    var first = first(hanging);
    var second = standsBy();

    execute(CUT_OFF);

    assertThat(second.join().succeeds().out()).startsWith("booked").contains("Court 2");
    hanging.goesOn.countDown();
    assertThat(first.join()).isEqualTo(new Ran(0, "", ""));
    assertThat(evening.shots()).hasSize(2);
    assertThat(evening.held()).containsExactly("Court 2");
    assertThat(evening.booking()).containsEntry("status", "success");
  }

  @Test
  void the_one_that_goes_on_may_die_too_and_a_third_one_goes_on_for_it() throws IOException {
    Player third =
        evening
            .player
            .atOtherMachine(folder.resolve("three"))
            .with("COURT_KEY", Files.readString(home.resolve("key")));
    AtomicInteger times = new AtomicInteger(2);
    List<Hanging> hanging =
        Stream.generate(() -> new Hanging(Duration.ofSeconds(2), times)).limit(3).toList();
    List<CompletableFuture<Ran>> runs = new ArrayList<>(List.of(first(hanging.get(0))));
    other.waitingBy(hanging.get(1));
    third.waitingBy(hanging.get(2));
    runs.add(BackgroundTask.begin(() -> other.court("run-due")));
    runs.add(BackgroundTask.begin(() -> third.court("run-due")));
    await(WAITS.replace("count(*)", "count(*) / 2"));

    execute(CUT_OFF);
    await("SELECT count(*) FROM bookings WHERE status = 'in_flight' AND epoch = 2");
    await(WAITS);
    execute(CUT_OFF);

    await("SELECT count(*) FROM bookings WHERE status = 'success'");
    hanging.forEach(one -> one.goesOn.countDown());
    assertThat(runs.stream().map(one -> one.join().out()).filter(out -> !out.isEmpty()))
        .singleElement()
        .asString()
        .startsWith("booked");
    assertThat(evening.held()).hasSize(1);
    assertThat(evening.shots()).hasSize(1);
  }

  @Test
  void what_a_dead_run_held_for_another_account_is_booked_at_the_opening_too() {
    evening.player.court("remove", "1", "--yes").succeeds();
    signsIn("eve");
    evening.adds("--at", Evening.FIVE, "--court", "1", "--account", "eve");
    Hanging hanging = new Hanging(Duration.ofSeconds(2));
    var first = first(hanging);
    var second = standsBy();

    execute(CUT_OFF);

    assertThat(second.join().succeeds().out()).startsWith("booked").contains("eve", "Court 1");
    hanging.goesOn.countDown();
    first.join();
    assertThat(evening.held()).containsExactly("Court 1");
  }

  /** What it holds for the others is somebody else's to go on with. */
  @Test
  void who_serves_one_account_goes_on_for_that_one_and_ends() {
    signsIn("eve");
    evening.adds("--at", Evening.FIVE, "--court", "2", "--account", "eve");
    Hanging hanging = new Hanging(Duration.ofSeconds(2));
    var first = first(hanging);
    await("SELECT count(*) / 2 FROM bookings WHERE status = 'in_flight'");
    var second = standsBy("--account", "default");

    execute(CUT_OFF);

    assertThat(second.join().succeeds().out()).startsWith("booked").doesNotContain("eve");
    assertThat(evening.held()).containsExactly("Court 1");
    hanging.goesOn.countDown();
    first.join();
    assertThat(evening.held()).containsExactlyInAnyOrder("Court 1", "Court 2");
  }

  /** The next tick may come after the opening. */
  @Test
  void what_a_run_gives_back_when_it_is_asked_to_end_is_booked_at_the_opening() {
    Hanging hanging = new Hanging(Duration.ofSeconds(30));
    var first = first(hanging);
    var second = standsBy();

    evening.player.signal().raise();
    hanging.goesOn.countDown();

    first.join();
    assertThat(second.join().succeeds().out()).startsWith("booked").contains("Court 1");
    assertThat(evening.shots()).hasSize(1);
    assertThat(evening.booking()).containsEntry("status", "success");
  }

  @Test
  void of_what_a_dead_run_has_armed_the_same_court_is_asked_for_and_no_other_by_either() {
    Hanging hanging = new Hanging(Duration.ofMillis(100));
    var first = first(hanging);
    var second = standsBy();
    await("SELECT count(*) FROM bookings WHERE armed = '1'");

    execute(CUT_OFF);

    assertThat(second.join().succeeds().out()).startsWith("booked").contains("Court 1");
    hanging.goesOn.countDown();
    first.join();
    assertThat(evening.held()).containsExactly("Court 1");
    assertThat(evening.shots())
        .hasSize(2)
        .extracting(ReceivedRequest::body)
        .containsOnly(evening.shots().get(0).body());
    assertThat(evening.booking()).containsEntry("status", "success");
  }

  @Test
  void an_armed_court_that_is_taken_may_be_ours_so_no_other_one_is_asked_for() {
    evening.takenBySomebody("1");
    Hanging hanging = new Hanging(Duration.ofMillis(100));
    var first = first(hanging);
    var second = standsBy();
    await("SELECT count(*) FROM bookings WHERE armed = '1'");

    execute(CUT_OFF);

    assertThat(second.join().code()).isEqualTo(8);
    hanging.goesOn.countDown();
    first.join();
    assertThat(evening.held()).isEmpty();
    assertThat(evening.booking()).containsEntry("status", "unknown");
  }

  /** It is late by then, and the other one has found the court taken, by us. */
  @Test
  void a_reservation_of_the_first_is_not_lost_with_its_claim() {
    Hanging hanging = new Hanging(Duration.ofMillis(100));
    evening.but("list-empty=99");
    var first = first(hanging);
    var second = standsBy();
    await("SELECT count(*) FROM bookings WHERE armed = '1'");
    hanging.goesOn.countDown();
    execute(CUT_OFF);

    first.join();
    second.join();
    assertThat(evening.held()).containsExactly("Court 1");
    assertThat(evening.booking()).containsEntry("status", "success");
  }

  private CompletableFuture<Ran> first(Hanging hanging) {
    evening.player.waitingBy(hanging);
    var first = BackgroundTask.begin(() -> evening.player.court("run-due"));
    await("SELECT count(*) FROM bookings WHERE status = 'in_flight'");
    return first;
  }

  private void signsIn(String account) {
    for (Player one : List.of(evening.player, other)) {
      one.court("config", "set", "accounts." + account + ".occupant_id", "133055").succeeds();
    }
    String token = evening.player.sandbox.refreshToken();
    evening.player.type(token, "login", "--with-token", "--account", account).succeeds();
  }

  private CompletableFuture<Ran> standsBy(String... options) {
    String[] line = Stream.concat(Stream.of("run-due"), Stream.of(options)).toArray(String[]::new);
    var second = BackgroundTask.begin(() -> other.court(line));
    await(WAITS);
    return second;
  }

  private void execute(String sql) {
    HomeDatabase.execute(home, sql);
  }

  /** Waits until a query counts something. */
  private void await(String count) {
    while (count(count) == 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(20_000_000);
    }
  }

  private long count(String sql) {
    try (Connection connection = HomeDatabase.connect(home);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
