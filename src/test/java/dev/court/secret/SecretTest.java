package dev.court.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.Serializable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;

class SecretTest {
  private static final Secret TOKEN = Secret.of("eyJhbGciOi");

  @Test
  void prints_nothing_of_itself() {
    assertThat("token " + TOKEN).isEqualTo("token Secret[hidden]");
    assertThat(String.format("%s", TOKEN)).doesNotContain("eyJ");
  }

  @Test
  void gives_its_text_only_when_asked_by_name() {
    assertThat(TOKEN.reveal()).isEqualTo("eyJhbGciOi");
  }

  @Test
  void equals_another_of_the_same_text() {
    assertThat(TOKEN).isEqualTo(Secret.of("eyJhbGciOi")).hasSameHashCodeAs(Secret.of("eyJhbGciOi"));
    assertThat(TOKEN).isNotEqualTo(Secret.of("eyJhbGciOj")).isNotEqualTo("eyJhbGciOi");
  }

  @Test
  void has_no_hash_to_test_guesses_against() {
    assertThat(TOKEN).hasSameHashCodeAs(Secret.of("another"));
  }

  @Test
  void cannot_be_serialized() {
    assertThat(TOKEN).isNotInstanceOf(Serializable.class);
  }

  @ParameterizedTest
  @NullAndEmptySource
  void refuses_to_be_empty(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Secret.of(text));
  }
}
