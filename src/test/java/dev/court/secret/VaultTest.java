package dev.court.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {
  private static final Secret KEY = Keyset.create();
  private static final Secret TOKEN = Secret.of("a refresh token, é → 🎾");
  private static final SealLabel LABEL = new SealLabel("me@example.org", "refresh_token");

  private final Vault vault = Vault.fromKeyset(KEY);

  @Test
  void opens_what_it_sealed() {
    Sealed sealed = vault.seal(TOKEN, LABEL);

    assertThat(vault.open(sealed, LABEL)).isEqualTo(TOKEN);
  }

  @Test
  void opens_in_a_later_process_with_the_same_key() {
    Sealed stored = new Sealed(vault.seal(TOKEN, LABEL).text());

    assertThat(Vault.fromKeyset(KEY).open(stored, LABEL)).isEqualTo(TOKEN);
  }

  @Test
  void seals_into_text_that_fits_a_column_and_shows_nothing() {
    Sealed sealed = vault.seal(TOKEN, LABEL);

    assertThat(sealed.text()).matches("[A-Za-z0-9_-]+").doesNotContain("token");
    assertThat(sealed).hasToString("Sealed[" + sealed.text().length() + " characters]");
  }

  @Test
  void seals_the_same_secret_differently_each_time() {
    assertThat(vault.seal(TOKEN, LABEL)).isNotEqualTo(vault.seal(TOKEN, LABEL));
  }

  @Test
  void does_not_open_in_another_account() {
    Sealed sealed = vault.seal(TOKEN, LABEL);

    assertDoesNotOpen(vault, sealed, new SealLabel("you@example.org", "refresh_token"));
  }

  @Test
  void does_not_open_in_another_column() {
    Sealed sealed = vault.seal(TOKEN, LABEL);

    assertDoesNotOpen(vault, sealed, new SealLabel("me@example.org", "access_token"));
  }

  @Test
  void does_not_open_with_another_key() {
    Sealed sealed = vault.seal(TOKEN, LABEL);

    assertDoesNotOpen(Vault.fromKeyset(Keyset.create()), sealed, LABEL);
  }

  @Test
  void a_new_primary_seals_and_the_old_key_still_opens() {
    Secret both = Keyset.withNewPrimary(KEY);
    Sealed before = vault.seal(TOKEN, LABEL);
    Sealed after = Vault.fromKeyset(both).seal(TOKEN, LABEL);

    assertThat(Keyset.size(both)).isEqualTo(2);
    assertThat(Vault.fromKeyset(both).open(before, LABEL)).isEqualTo(TOKEN);
    assertDoesNotOpen(vault, after, LABEL);
  }

  @Test
  void the_primary_alone_opens_what_it_sealed_and_nothing_older() {
    Secret both = Keyset.withNewPrimary(KEY);
    Sealed after = Vault.fromKeyset(both).seal(TOKEN, LABEL);

    Secret primary = Keyset.primaryOnly(both);

    assertThat(Keyset.size(primary)).isEqualTo(1);
    assertThat(Vault.fromKeyset(primary).open(after, LABEL)).isEqualTo(TOKEN);
    assertDoesNotOpen(Vault.fromKeyset(primary), vault.seal(TOKEN, LABEL), LABEL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AAAA", "not base64 at all!", "é"})
  void does_not_open_what_was_damaged(String text) {
    assertDoesNotOpen(vault, new Sealed(text), LABEL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter2",
        "{}",
        "{\"primaryKeyId\":hunter2}",
        "{\"primaryKeyId\":1,\"key\":[{\"keyData\":{\"value\":\"hunter2\"}}]}"
      })
  void refuses_a_key_that_is_none_without_repeating_it(String garbage) {
    assertThatExceptionOfType(KeyException.class)
        .isThrownBy(() -> Vault.fromKeyset(Secret.of(garbage)))
        .withMessageContaining("COURT_KEY")
        .withMessageNotContaining("hunter2")
        .withNoCause();
  }

  @Test
  void a_label_needs_an_account_and_a_plain_column() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SealLabel(" ", "access_token"));
    assertThatIllegalArgumentException().isThrownBy(() -> new SealLabel("me", "a|b"));
  }

  private static void assertDoesNotOpen(Vault vault, Sealed sealed, SealLabel label) {
    assertThatExceptionOfType(KeyException.class)
        .isThrownBy(() -> vault.open(sealed, label))
        .withMessageStartingWith("the stored " + label + " does not open with this key")
        .withMessageContaining(
            ": put back the key it was sealed with (COURT_KEY or the key file);"
                + " if it is lost, run court key new");
  }
}
