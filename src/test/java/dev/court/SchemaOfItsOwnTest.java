package dev.court;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that others have made, and what its user may do there. */
@Tag("postgres")
class SchemaOfItsOwnTest extends WithPlayer {
  private final PostgresServer server = PostgresServer.shared().orElseThrow();

  @BeforeEach
  void a_user_who_may_make_nothing() {
    server.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    server.execute("CREATE ROLE bob LOGIN");
    at("");
  }

  @AfterEach
  void leaves_nothing() {
    server.execute("DROP OWNED BY bob CASCADE");
    server.execute("DROP ROLE bob");
  }

  @Test
  void without_a_right_to_make_tables_the_remedy_is_named_and_works() {
    for (String line : new String[] {"list", "run-due", "add --on we --time 17:00"}) {
      type(line)
          .failsWith(
              7,
              "permission denied for schema public",
              "CREATE SCHEMA court AUTHORIZATION",
              "?currentSchema=court");
    }
    assertThat(type("list").err().lines()).hasSize(1);

    server.execute("CREATE SCHEMA court AUTHORIZATION bob");
    at("?currentSchema=court");

    worksIn("court");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?currentSchema=mine",
        "?options=-csearch_path%3Dmine",
        "?options=-c%20search_path=mine",
        "?sslmode=disable&options=-csearch_path=mine"
      })
  void the_url_names_the_schema(String query) {
    server.execute("CREATE SCHEMA mine AUTHORIZATION bob");
    at(query);

    worksIn("mine");
  }

  @Test
  void a_schema_that_is_not_there_is_not_made_by_a_slip_of_the_pen() {
    at("?currentSchema=curt");

    type("list").failsWith(7, "no schema has been selected", "with CREATE SCHEMA");
  }

  @Test
  void tables_of_another_user_are_told() {
    server.execute("CREATE SCHEMA mine AUTHORIZATION bob");
    at("?currentSchema=mine");
    type("add --on we --time 17:00").succeeds();
    server.execute("ALTER TABLE mine.schedules OWNER TO court");
    server.execute("REVOKE ALL ON mine.schedules FROM bob");

    type("list").failsWith(7, "permission denied for table schedules");
  }

  /** The locks of both are the same, and none waits for the other for long. */
  @Test
  void two_homes_in_two_schemas_book_beside_each_other() {
    try (Evening one = Evening.at(folder.resolve("one"));
        Evening two = Evening.at(folder.resolve("two"))) {
      Stream.of(one, two).forEach(evening -> evening.wants("1"));

      var first = BackgroundTask.begin(one::runDue);
      var second = BackgroundTask.begin(two::runDue);

      first.join().succeeds();
      second.join().succeeds();
      assertThat(one.held()).containsExactly("Court 1");
      assertThat(two.held()).containsExactly("Court 1");
      assertThat(one.shots()).hasSize(1);
      assertThat(two.shots()).hasSize(1);
    }
  }

  private void at(String query) {
    player.with(
        "COURT_DB_URL", "postgres://bob@127.0.0.1:%s/postgres%s".formatted(server.port(), query));
  }

  private void worksIn(String schema) {
    type("add --on we --time 17:00").succeeds();
    assertThat(type("list -o json").succeeds().rows()).hasSize(1);
    server.execute("SELECT 1 / COUNT(*) FROM %s.schedules".formatted(schema));
  }
}
