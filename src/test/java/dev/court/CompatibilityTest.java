package dev.court;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.json.Json;
import dev.court.secret.KeyFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A home that an earlier version wrote is read by this one: its README says what is in it. */
class CompatibilityTest {
  private static final String HOME = "homes/2026-11/";
  private static final Instant PRINTED_AT = Instant.parse("2026-11-24T18:27:01Z");

  @TempDir Path home;
  private final Receiver receiver = new Receiver();
  private Player player;

  @BeforeEach
  void a_copy_of_the_home() throws IOException {
    try (ZipInputStream zip = new ZipInputStream(resource("home.zip"))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = Files.write(home.resolve(entry.getName()), zip.readAllBytes());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    }
    player = new Player(home, PRINTED_AT).with("HOOK_URL", receiver.url("/hook"));
  }

  @AfterEach
  void close() {
    player.close();
    receiver.close();
  }

  @ParameterizedTest
  @CsvSource({
    "list.json, list --all -o json",
    "bookings.json, list --bookings --all -o json",
    "show.json, show 6 -o json",
    "history.json, history -o json",
    "auth.json, auth -o json",
    "export.json, export",
    "notify.json, notify -o json"
  })
  void what_the_earlier_version_printed_is_printed_again(String file, String command) {
    Object printed = Json.tree(player.court(command.split(" ")).succeeds().out());

    assertHolds(printed, Json.tree(text(file)), file);
  }

  @Test
  void the_calendar_feed_keeps_its_events_and_their_revisions() {
    String feed = player.court("export", "-o", "ics").succeeds().out();

    assertThat(feed).isEqualToNormalizingNewlines(text("feed.ics"));
  }

  @Test
  void messages_that_waited_are_delivered() {
    player.clock.advance(Duration.ofMinutes(16));

    player.court("run-due");

    assertThat(receiver.bodies("/hook").stream().map(body -> body.get("title")).toList())
        .startsWith(
            "Lost: Thu 26 Nov 2026 17:00 EST, Court 1",
            "Booked: Fri 27 Nov 2026 10:00 EST, Court 1",
            "Booked: Fri 27 Nov 2026 12:00 EST, Center Court",
            "Booked: Fri 27 Nov 2026 12:30 EST, Center Court");
  }

  @Test
  void tokens_and_credentials_open_with_the_key() {
    player.court("key", "rotate").succeeds();

    assertThat(KeyFile.read(home.resolve("key"))).isPresent();
  }

  @Test
  void remembered_credentials_sign_in_again_and_a_watched_booking_is_booked() {
    player.clock.advance(Duration.ofMinutes(16));

    player.court("run-due");

    Map<?, ?> auth = (Map<?, ?>) Json.tree(player.court("auth", "-o", "json").succeeds().out());
    assertThat(auth.get("alive")).isEqualTo(true);
    assertThat(player.sandbox.reservations()).isNotEmpty();
  }

  @Test
  void the_export_is_imported_into_an_empty_home(@TempDir Path empty) throws IOException {
    Path archive = Files.writeString(empty.resolve("export.json"), text("export.json"));
    Path other = Files.createDirectory(empty.resolve("home"));
    Files.copy(home.resolve("config.json"), other.resolve("config.json"));
    player.with("COURT_HOME", other.toString());

    player.court("import", archive.toString()).succeeds();

    List<?> exported = (List<?>) Json.tree(text("export.json"));
    assertThat(player.court("export").rows()).hasSameSizeAs(exported);
  }

  /** A later version may print more fields. */
  private static void assertHolds(Object actual, Object expected, String place) {
    if (expected instanceof Map<?, ?> fields) {
      assertThat(actual).as(place).isInstanceOf(Map.class);
      Map<?, ?> there = (Map<?, ?>) actual;
      fields.forEach((name, value) -> assertHolds(there.get(name), value, place + "." + name));
    } else if (expected instanceof List<?> entries) {
      assertThat(actual).as(place).isInstanceOf(List.class);
      assertThat((List<?>) actual).as(place).hasSameSizeAs(entries);
      for (int i = 0; i < entries.size(); i++) {
        assertHolds(((List<?>) actual).get(i), entries.get(i), place + "[" + i + "]");
      }
    } else {
      assertThat(actual).as(place).isEqualTo(expected);
    }
  }

  private static String text(String file) {
    try (InputStream in = resource(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String file) {
    return CompatibilityTest.class.getResourceAsStream(HOME + file);
  }
}
