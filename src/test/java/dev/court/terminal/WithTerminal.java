package dev.court.terminal;

import dev.court.Player;
import dev.court.PseudoTerminal;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** For tests of somebody at a real pseudo-terminal, whose home is not made yet. */
abstract class WithTerminal {
  @TempDir Path folder;
  Path home;
  Player player;
  PseudoTerminal terminal;

  @BeforeEach
  void sitsDown() throws Exception {
    home = folder.resolve("home");
    player = new Player(home, Player.NOW.minusSeconds(90));
    terminal =
        PseudoTerminal.in(folder)
            .at(Player.NOW)
            .with("COURT_HOME", home.toString())
            .with("COURT_API_URL", player.sandbox.apiUrl().toString())
            .with("COURT_AUTH_URL", player.sandbox.authUrl().toString())
            .with("COURT_OCCUPANT_ID", player.sandbox.occupantId());
  }

  @AfterEach
  void leaves() {
    player.close();
  }
}
