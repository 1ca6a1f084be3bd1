package dev.court.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class KeyIdTest {
  /** Half of the numbers are negative ones to Java. */
  @RepeatedTest(8)
  void names_the_keys_of_a_keyset_as_tink_does() {
    Secret both = Keyset.withNewKey(Keyset.create());

    assertThat(KeyId.in(both)).containsExactlyInAnyOrderElementsOf(Keyset.ids(both));
    assertThat(KeyId.in(both)).contains(Keyset.primary(both)).hasSize(2);
  }

  @Test
  void of_a_text_that_is_no_keyset_there_is_none() {
    assertThat(KeyId.in(Secret.of("{\"primaryKeyId\":1,\"key\":[{\"keyId\":\"one\"}]}")))
        .isEqualTo(Set.of());
  }
}
