package dev.court.store.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Too little memory is no fault of the server, or of the file. */
class MemoryFaultTest {
  @ParameterizedTest
  @ValueSource(strings = {"jdbc:h2:mem:", "postgres://court@127.0.0.1:1/court"})
  void the_remedy_is_more_memory(String url) {
    assertThat(ofDrivers())
        .allSatisfy(
            e ->
                assertThat(Dialect.of(url).problem(e).getMessage())
                    .isEqualTo(
                        "Java has too little memory for so much at once: give it more, as with"
                            + " COURT_JAVA_OPTS=-Xmx512m"));
  }

  /** As the driver of PostgreSQL tells it, and as H2 does. */
  private static Stream<SQLException> ofDrivers() {
    return Stream.of(
        new SQLException(
            "Ran out of memory retrieving query results.", "53200", new OutOfMemoryError()),
        new SQLException("Out of memory.", "90108", 90108));
  }
}
