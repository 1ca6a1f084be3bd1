package dev.court;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * For tests of commands: somebody at the keyboard on a Sunday noon, whose home is the usual one and
 * does not exist.
 */
public abstract class WithPlayer {
  @TempDir protected Path folder;
  protected Path home;
  protected Player player;

  @BeforeEach
  void comes() {
    home = folder.resolve("court");
    player = new Player(home).with("COURT_HOME", null).with("XDG_DATA_HOME", folder.toString());
  }

  @AfterEach
  void leaves() {
    player.close();
  }

  protected Ran court(String... args) {
    return player.court(args);
  }

  /** A command line as it is typed, for those without blanks in an argument. */
  protected Ran type(String line) {
    return player.court(line.split(" ", -1));
  }

  protected Map<String, Object> schedule(long id) {
    return court("list", "--all", "-o", "json").rows().stream()
        .filter(row -> row.get("id").equals((int) id))
        .findFirst()
        .orElseThrow();
  }

  /** Those of the usual account. */
  protected List<Map<String, Object>> bookings() {
    return court("list", "--bookings", "--all", "-o", "json", "--account", "default").rows();
  }

  protected List<Object> bookingsOf(String field) {
    return bookings().stream().map(row -> row.get(field)).toList();
  }

  /** Books a court on Tuesday, which is open already; the schedule is the next one. */
  protected void bookTuesday() {
    type("add --at 2026-11-24T10:00 --court 1").succeeds();
    player.signIn();
    type("run-due").succeeds();
    assertThat(bookingsOf("status")).contains("success");
  }

  protected Path file(String name, String content) {
    try {
      return Files.writeString(folder.resolve(name), content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Puts it into the home, which is made for it. */
  protected void configFile(String content) {
    try {
      Files.createDirectories(home);
      Files.writeString(home.resolve("config.json"), content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
