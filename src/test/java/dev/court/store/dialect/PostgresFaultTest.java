package dev.court.store.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the codes of PostgreSQL mean for a person (its documentation, appendix A). */
class PostgresFaultTest {
  @ParameterizedTest
  @CsvSource({
    "08006, true",
    "57P01, true",
    "57014, true",
    "53300, true",
    "40001, true",
    "40P01, true",
    "25006, true",
    "25P03, true",
    "25P04, true",
    "55P03, true",
    "28P01, false",
    "28000, false",
    "3D000, false",
    "42501, false",
    "3F000, false",
    "08004, false",
    "42P01, false",
    "XX000, false",
  })
  void what_the_next_run_may_do_better_is_temporary(String state, boolean isTemporary) {
    PostgresFault fault = PostgresFault.of(new SQLException("FATAL: it says so.", state));

    assertThat(fault.isTemporary()).isEqualTo(isTemporary);
    assertThat(fault.reason()).doesNotContain("FATAL");
  }
}
