package dev.court.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.court.BackgroundTask;
import dev.court.CuttingProxy;
import dev.court.PostgresServer;
import dev.court.RealProcess;
import dev.court.TransactionPooler;
import dev.court.booking.SetupProblem;
import dev.court.booking.TemporaryTrouble;
import dev.court.log.Log;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One PostgreSQL for several machines: what happens once, and what a server does that is away. */
@Tag("postgres")
class PostgresTest {
  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  private final PostgresServer server = PostgresServer.shared().orElseThrow();
  private String schema;
  private String url;
  private Database database;

  @BeforeEach
  void an_empty_schema() {
    schema = "t" + SCHEMAS.incrementAndGet();
    url = server.schema(schema);
    database = machine();
  }

  @AfterEach
  void ends() {
    database.close();
  }

  @Test
  void machines_that_begin_at_once_make_the_tables_once() {
    List<CompletableFuture<Long>> all =
        IntStream.range(0, 8).mapToObj(machine -> BackgroundTask.begin(() -> add("one"))).toList();

    assertThat(all).allSatisfy(one -> assertThat(one.join()).isEqualTo(1));
  }

  @Test
  void a_change_waits_for_the_one_of_another_machine() {
    add("first");
    CountDownLatch isWithin = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    var first =
        BackgroundTask.begin(
            () ->
                transact(
                    store -> {
                      isWithin.countDown();
                      await(mayEnd);
                      return store.accounts().findOrAdd("shared");
                    }));
    await(isWithin);
    var second = BackgroundTask.begin(() -> add("shared"));
    while (count("SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
        == 0) {
      Thread.onSpinWait();
    }

    mayEnd.countDown();

    assertThat(second.join()).isEqualTo(first.join());
  }

  @Test
  void a_transaction_within_another_is_a_part_of_it() {
    long id =
        database.transact(
            outer -> {
              long added = outer.accounts().findOrAdd("one");
              assertThat(find(database, "one")).hasValue(added);
              return added;
            });

    assertThat(add("one")).isEqualTo(id);
  }

  @Test
  void a_commit_whose_answer_is_lost_is_known_to_be_made() {
    add("before");
    try (CuttingProxy proxy = new CuttingProxy(server.port(), "COMMIT");
        Database remote = at(proxy.port())) {
      proxy.cut(1);

      long id = remote.transact(store -> store.accounts().findOrAdd("lost"));

      assertThat(add("lost")).isEqualTo(id);
    }
  }

  @Test
  void a_change_whose_line_breaks_before_the_commit_is_not_made_and_tried_again() {
    add("before");
    try (CuttingProxy proxy = new CuttingProxy(server.port(), "INSERT INTO accounts");
        Database remote = at(proxy.port())) {
      proxy.cut(1);

      assertThatThrownBy(() -> remote.transact(store -> store.accounts().findOrAdd("one")))
          .isInstanceOf(TemporaryTrouble.class)
          .hasMessageContaining("it will be tried again");

      assertThat(find(database, "one")).isEmpty();
      remote.transact(store -> store.accounts().findOrAdd("one"));
      assertThat(find(database, "one")).isPresent();
    }
  }

  @Test
  void a_connection_that_was_ended_between_two_transactions_is_opened_again() {
    database.transact(store -> store.accounts().findOrAdd("one"));
    server.execute(
        """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'court' AND pid <> pg_backend_pid()
        """);

    assertThat(find(database, "one")).isPresent();
  }

  /** Killed in the middle of its changes, it holds nobody up. */
  @Test
  void a_machine_that_died_leaves_what_it_committed_and_no_lock() {
    try (RealProcess child = RealProcess.start(Map.of(), Committing.class, url)) {
      while (Long.parseLong(child.line()) < 20) {
        Thread.onSpinWait();
      }
      child.kill();
    }

    assertThat(find(database, "account 20")).isPresent();
  }

  @Test
  void a_server_that_is_away_is_tried_again_and_used_when_it_is_back() {
    try (PostgresServer other = PostgresServer.start();
        Database database = new Database(other.url(), Log.NONE)) {
      database.transact(store -> store.accounts().findOrAdd("one"));
      other.kill();

      assertThatThrownBy(() -> database.transact(store -> store.accounts().find("one")))
          .isInstanceOf(TemporaryTrouble.class)
          .hasMessage(
              "the database 127.0.0.1:%s/postgres is away (it refuses connections): it will be"
                  + " tried again",
              other.port());

      other.begin();
      assertThat(find(database, "one")).isPresent();
      other.signal("STOP");
      assertThatThrownBy(
              () ->
                  new Database(other.url() + "?socketTimeout=1", Log.NONE)
                      .transact(store -> store.accounts().find("one")))
          .isInstanceOf(TemporaryTrouble.class)
          .hasMessageContaining("it does not answer");
      other.signal("CONT");
    }
  }

  @Test
  void a_database_that_is_not_there_is_no_temporary_trouble() {
    String absent = server.url().replace("/postgres", "/absent");

    assertThatThrownBy(() -> new Database(absent, Log.NONE).transact(Store::tokens))
        .isInstanceOf(SetupProblem.class)
        .hasMessageContaining("database \"absent\" does not exist");
  }

  @Test
  void a_pooler_in_transaction_mode_is_found_out() {
    try (TransactionPooler pooler = new TransactionPooler(server.port(), "court");
        Database pooled = at(pooler.port())) {
      assertThatThrownBy(() -> pooled.transact(Store::tokens))
          .isInstanceOf(SetupProblem.class)
          .hasMessageContaining("pooler in transaction mode")
          .hasMessageContaining("set db_url to the direct connection");
      assertThat(settingAt(pooler.port(), "lock_timeout")).isEqualTo("0");
    }
  }

  /** By its own clock, the claim of the first machine has ended before the second one looks. */
  @Test
  void a_claim_ends_by_the_clock_of_the_server() {
    Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
    Instant slow = now.minus(Duration.ofMinutes(10));
    transact(
        store -> {
          store.outbox().add(store.accounts().findOrAdd("one"), message(slow));
          return store;
        });

    assertThat(claimed("slow", slow)).hasSize(1);
    assertThat(claimed("right", now)).isEmpty();
    assertThat(claimed("fast", now.plusSeconds(600))).isEmpty();

    server.setClock(schema, Duration.ofMinutes(2));
    assertThat(claimed("right", now)).hasSize(1);
  }

  private List<OutboxMessage> claimed(String run, Instant now) {
    try (Database machine = new Database(url, Log.NONE, () -> now, ServerUse.NONE)) {
      return machine.transact(
          store ->
              store
                  .outbox()
                  .claimDue(
                      store.accounts().findOrAdd("one"),
                      () -> run,
                      now,
                      now.plusSeconds(60),
                      id -> false,
                      9));
    }
  }

  private static OutboxMessage message(Instant at) {
    return new OutboxMessage(0, "mail", "booking:1", "booked", "title", "body", "{}", at, 0);
  }

  @Test
  void a_look_makes_no_tables() {
    assertThat(database.readSnapshot(store -> true)).isEmpty();

    assertThat(count("SELECT COUNT(*) FROM pg_tables WHERE schemaname = '%s'".formatted(schema)))
        .isZero();
  }

  @Test
  void a_look_changes_nothing() {
    add("one");

    assertThatThrownBy(() -> database.readSnapshot(store -> store.accounts().findOrAdd("two")))
        .hasMessageContaining("read-only");

    assertThat(database.readSnapshot(store -> store.accounts().find("one")).orElseThrow().found())
        .isPresent();
  }

  private Database machine() {
    return new Database(url, Log.NONE);
  }

  private Database at(int port) {
    return new Database(url.replace(":" + server.port(), ":" + port), Log.NONE);
  }

  private <T> T transact(Function<Store, T> work) {
    try (Database other = machine()) {
      return other.transact(work);
    }
  }

  private static Optional<Long> find(Database database, String name) {
    return database.transact(store -> store.accounts().find(name));
  }

  private long add(String name) {
    return transact(store -> store.accounts().findOrAdd(name));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** As the next client of that server, or of that pooler, has it. */
  private static String settingAt(int port, String name) {
    String jdbc = "jdbc:postgresql://127.0.0.1:%s/postgres?user=court".formatted(port);
    try (Connection connection = DriverManager.getConnection(jdbc);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW " + name)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private long count(String sql) {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
