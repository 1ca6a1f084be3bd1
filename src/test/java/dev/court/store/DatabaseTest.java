package dev.court.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.court.RealProcess;
import dev.court.booking.SetupProblem;
import dev.court.booking.TemporaryTrouble;
import dev.court.log.Log;
import dev.court.log.LogLevel;
import dev.court.log.LogTarget;
import dev.court.store.schema.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file: shared with other processes, cut short, corrupt, or from another version. */
class DatabaseTest {
  private static final List<String> CANDIDATES =
      IntStream.range(0, 500).mapToObj(number -> "account " + number).toList();

  @TempDir Path home;
  private String url;

  @BeforeEach
  void at_home() {
    url = "jdbc:h2:file:" + home.resolve("court");
  }

  @Tag("long")
  @Test
  void what_was_committed_outlives_a_killed_process() {
    try (RealProcess child = RealProcess.start(Map.of(), Committing.class, url)) {
      long committed = 0;
      while (committed < 20) {
        committed = Long.parseLong(child.line());
      }
      child.kill();

      assertThat(names()).hasSizeGreaterThanOrEqualTo((int) committed);
    }
  }

  /** With a piece of the file for each statement of the scripts it has 1.6 MB. */
  @Test
  void a_new_database_is_small() throws IOException {
    new Database(url, Log.NONE).transactDurably(store -> store.accounts().findOrAdd("account 1"));

    assertThat(Files.size(home.resolve("court.mv.db"))).isLessThan(200_000);
  }

  /** It holds sealed tokens, and the folder may be one that others can enter, as a volume is. */
  @Test
  void nobody_else_can_read_a_new_one() throws IOException {
    new Database(url, Log.NONE).transact(store -> store.accounts().findOrAdd("account 1"));

    assertThat(Files.getPosixFilePermissions(home.resolve("court.mv.db")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  /** Wherever it is killed, also between the commit and the number that is kept beside the file. */
  @Tag("long")
  @RepeatedTest(2)
  void what_a_killed_process_left_is_not_refused(RepetitionInfo repetition)
      throws InterruptedException {
    try (RealProcess child = RealProcess.start(Map.of(), Committing.class, url)) {
      assertThat(child.line()).isEqualTo("1");
      Thread.sleep(37L * repetition.getCurrentRepetition());
      child.kill();

      assertThat(names()).isNotEmpty();
      assertThat(home.resolve("court.changes")).isNotEmptyFile();
    }
  }

  @Test
  void a_look_reads_what_a_killed_process_left_and_changes_none_of_it() throws IOException {
    try (RealProcess child = RealProcess.start(Map.of(), Committing.class, url)) {
      assertThat(child.line()).isEqualTo("1");
      child.kill();
    }
    byte[] before = Files.readAllBytes(home.resolve("court.mv.db"));

    var look =
        new Database(url, Log.NONE).readSnapshot(store -> store.accounts().find("account 1"));

    assertThat(look.orElseThrow().schema()).isEqualTo(Migrations.NEWEST);
    assertThat(look.orElseThrow().found().orElseThrow()).isPresent();
    assertThat(home.resolve("court.mv.db")).hasBinaryContent(before);
  }

  /** A driver manager loads all drivers that there are, at each start. */
  @Tag("long")
  @Test
  void no_driver_of_another_database_is_loaded() throws IOException {
    Path classes = home.resolve("classes");
    Map<String, String> logging = Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + classes);
    try (RealProcess child = RealProcess.start(logging, Committing.class, url)) {
      assertThat(child.line()).isEqualTo("1");
      child.kill();
    }

    assertThat(Files.readString(classes)).contains("org.h2.").doesNotContain("org.postgresql.");
  }

  @Test
  void a_look_makes_no_database() {
    assertThat(new Database(url, Log.NONE).readSnapshot(store -> true)).isEmpty();

    assertThat(home).isEmptyDirectory();
  }

  /** H2 2.5.250 and 2.5.252 lose it: takes 47 seconds, by {@code -Dcourt.long=true}. */
  @Test
  @EnabledIfSystemProperty(named = "court.long", matches = "true")
  void the_first_commit_to_a_file_untouched_for_long_outlives_a_killed_process() {
    names();
    try (RealProcess child = RealProcess.start(Map.of(), Committing.class, url, "PT47S")) {
      assertThat(child.line()).isEqualTo("1");
      child.kill();

      assertThat(names()).isNotEmpty();
    }
  }

  @Tag("long")
  @Test
  void waits_for_another_process_that_has_the_file_open() {
    names();
    List<String> logged = new CopyOnWriteArrayList<>();
    Log log =
        Log.to(
            InstantSource.system(),
            text -> text,
            List.of(new LogTarget(LogLevel.DEBUG, false, logged::add)));
    try (RealProcess other = RealProcess.start(Map.of(), Holding.class, url)) {
      assertThat(other.line()).startsWith("held");
      var waiting = CompletableFuture.supplyAsync(() -> names(log));
      assertThatThrownBy(
              () ->
                  new Database(url, Duration.ofMillis(100), ServerUse.NONE).transact(Store::tokens))
          .isInstanceOf(TemporaryTrouble.class)
          .hasMessage("the database is held by another program: try again in a moment");
      assertThat(waiting).isNotDone();

      other.letGo();

      assertThat(waiting.join()).isEmpty();
      assertThat(logged)
          .hasSize(1)
          .allMatch(line -> line.contains(" store: waited ") && line.contains(" another process"));
    }
  }

  @Test
  void threads_of_one_process_take_turns() {
    Database shared = new Database(url, Log.NONE);
    add("account 0");

    IntStream.range(0, 40)
        .mapToObj(number -> CompletableFuture.runAsync(() -> add(shared, number % 20)))
        .toList()
        .forEach(CompletableFuture::join);

    assertThat(names()).hasSize(20);
  }

  @Test
  void a_thread_that_waits_for_its_turn_does_not_open_the_file_to_others()
      throws InterruptedException {
    Database shared = new Database(url, Log.NONE);
    Thread second = new Thread(() -> add(shared, 2));

    String printed =
        shared.transact(
            store -> {
              second.start();
              while (second.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
              }
              try (RealProcess other = RealProcess.start(Map.of(), Holding.class, url)) {
                return String.valueOf(other.line());
              }
            });

    second.join();
    assertThat(printed).isEqualTo("null");
  }

  @Test
  void nothing_is_kept_of_work_that_fails() {
    assertThatThrownBy(
            () ->
                new Database(url, Log.NONE)
                    .transact(
                        store -> {
                          store.accounts().findOrAdd("account 0");
                          throw new IllegalStateException("in the middle");
                        }))
        .hasMessage("in the middle");

    assertThat(names()).isEmpty();
  }

  @Test
  void a_newer_schema_is_left_alone() throws SQLException {
    names();
    execute("UPDATE schema_version SET version = 99");

    assertThatThrownBy(this::names)
        .isInstanceOf(SetupProblem.class)
        .hasMessageContaining("schema 99")
        .hasMessageContaining("newer court");
  }

  @Test
  void a_schema_that_was_cut_short_is_completed() throws SQLException {
    names();
    execute("DELETE FROM schema_version");
    execute("DROP TABLE tokens");
    execute("DROP TABLE attempts");

    add("account 0");

    assertThat(names()).containsExactly("account 0");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 4_096, 10_000})
  void a_file_that_was_cut_off_is_one_line(int size) throws IOException {
    add("account 0");
    Path file = home.resolve("court.mv.db");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, size));

    assertThatThrownBy(this::names)
        .isInstanceOf(SetupProblem.class)
        .hasMessageContaining("the database")
        .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
  }

  @Test
  void a_file_that_is_no_database_is_one_line() throws IOException {
    Files.writeString(home.resolve("court.mv.db"), "no database ".repeat(2_000));

    assertThatThrownBy(this::names)
        .isInstanceOf(SetupProblem.class)
        .hasMessageStartingWith("cannot use the database: ")
        .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
  }

  private List<String> names() {
    return names(Log.NONE);
  }

  private List<String> names(Log log) {
    return new Database(url, log)
        .transact(
            store ->
                CANDIDATES.stream()
                    .filter(name -> store.accounts().find(name).isPresent())
                    .toList());
  }

  private void add(String name) {
    new Database(url, Log.NONE).transact(store -> store.accounts().findOrAdd(name));
  }

  private static void add(Database database, int number) {
    database.transact(store -> store.accounts().findOrAdd("account " + number));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
