package dev.court.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.log.Log;
import dev.court.log.LogLevel;
import dev.court.log.LogTarget;
import dev.court.secret.KeyFile;
import dev.court.secret.Keyset;
import dev.court.secret.SealLabel;
import dev.court.secret.Sealed;
import dev.court.secret.Secret;
import dev.court.secret.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that goes on while another process rotates the key. */
class KeyringTest {
  private static final SealLabel LABEL = new SealLabel("default", "refresh_token");
  private static final Secret TOKEN = Secret.of("a token");

  @TempDir Path home;
  private Path file;
  private final List<String> logged = new ArrayList<>();
  private Keyring keyring;
  private Sealed before;
  private Secret renewed;

  @BeforeEach
  void is_in_use() {
    file = home.resolve("key");
    keyring =
        new Keyring(
            Optional.empty(),
            file,
            Log.to(
                InstantSource.system(),
                text -> text,
                List.of(new LogTarget(LogLevel.DEBUG, false, logged::add))));
    before = keyring.seal(TOKEN, LABEL, true, Optional.empty());
    renewed = Keyset.primaryOnly(Keyset.withNewPrimary(KeyFile.read(file).orElseThrow()));
  }

  @Test
  void opens_what_was_sealed_anew_and_what_it_read_before() {
    Sealed after = Vault.fromKeyset(renewed).seal(TOKEN, LABEL);

    KeyFile.replace(file, renewed);

    assertThat(keyring.open(before, LABEL)).isEqualTo(TOKEN);
    assertThat(keyring.open(after, LABEL)).isEqualTo(TOKEN);
  }

  @Test
  void seals_with_the_new_key_at_once() {
    KeyFile.replace(file, renewed);

    Sealed after = keyring.seal(TOKEN, LABEL, false, Optional.empty());

    assertThat(Vault.fromKeyset(renewed).open(after, LABEL)).isEqualTo(TOKEN);
  }

  @Test
  void a_file_that_goes_away_does_not_cost_the_token_that_just_came() throws IOException {
    Files.delete(file);

    Sealed after = keyring.seal(TOKEN, LABEL, false, Optional.empty());

    assertThat(keyring.open(after, LABEL)).isEqualTo(TOKEN);
  }

  @Test
  void a_file_that_breaks_does_not_cost_the_token_and_is_in_the_log() throws IOException {
    Files.writeString(file, "garbage");

    Sealed after = keyring.seal(TOKEN, LABEL, false, Optional.empty());

    assertThat(keyring.open(after, LABEL)).isEqualTo(TOKEN);
    assertThat(logged).hasSize(1);
    assertThat(logged.get(0)).contains(" WARN ", "the key cannot be read now", "holds no keyset");
  }
}
