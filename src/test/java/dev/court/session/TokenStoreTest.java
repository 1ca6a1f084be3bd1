package dev.court.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.court.HomeDatabase;
import dev.court.Player;
import dev.court.booking.SetupProblem;
import dev.court.log.Log;
import dev.court.sandbox.SandboxOptions;
import dev.court.store.Database;
import dev.court.store.StoredTokens;
import dev.court.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command that has read its tokens, and is overtaken by a rotation of the key. */
@Tag("any-database")
class TokenStoreTest {
  @TempDir Path home;
  private Player player;
  private TokenStore tokens;

  @BeforeEach
  void signedIn() {
    player = new Player(home).signIn();
    Database database = new Database(HomeDatabase.url(home), Log.NONE);
    Workspace workspace =
        new Workspace(
            database, SandboxOptions.at(player.clock).venue(), player.clock, "default", Log.NONE);
    tokens =
        new TokenStore(workspace, new Keyring(Optional.empty(), home.resolve("key"), Log.NONE));
  }

  @AfterEach
  void close() {
    player.close();
  }

  @Test
  void tokens_that_were_read_before_a_rotation_are_read_again() {
    StoredTokens read = tokens.find().orElseThrow();
    String before = reveal(read);

    player.court("key", "prepare").succeeds();
    player.court("key", "rotate").succeeds();

    assertThat(tokens.find().orElseThrow().accessToken()).isNotEqualTo(read.accessToken());
    assertThat(reveal(read)).isEqualTo(before);
    assertThat(tokens.refreshToken(read).reveal()).isNotEmpty();
  }

  @Test
  void another_key_is_refused() throws IOException {
    StoredTokens read = tokens.find().orElseThrow();
    try (Player other = new Player(home.resolve("other"))) {
      other.signIn();
    }
    Files.copy(
        home.resolve("other").resolve("key"),
        home.resolve("key"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(() -> tokens.accessToken(read)).isInstanceOf(SetupProblem.class);
  }

  private String reveal(StoredTokens read) {
    return tokens.accessToken(read).reveal();
  }
}
