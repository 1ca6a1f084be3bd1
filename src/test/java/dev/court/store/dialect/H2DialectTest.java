package dev.court.store.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class H2DialectTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          General error: "org.h2.mvstore.MVStoreException: Writing to sun.nio.ch.FileChannelImpl@73e22a3d failed; length 4096 at 1040384 [2.4.240/2]" | Writing to the file failed; length 4096 at 1040384
          General error: "org.h2.mvstore.MVStoreException: Chunk 3 not found [2.4.240/9]" [50000-240] | Chunk 3 not found
          General error: "General error: ""org.h2.mvstore.MVStoreException: Writing to x failed [2.4.240/2]"" [50000-240]" [50000-240] | Writing to x failed
          General error: "java.lang.NullPointerException: Cannot invoke x" | Cannot invoke x
          IO Exception: "/tmp/court/court.mv.db" [90028-240] | "/tmp/court/court.mv.db"
          Table "X" not found | Table "X" not found
          """)
  void what_only_the_makers_of_h2_understand_is_left_out(String message, String told) {
    assertThat(H2Dialect.reason(message)).isEqualTo(told);
  }
}
