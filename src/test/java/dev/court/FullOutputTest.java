package dev.court;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.cli.ExitCodes;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Standard output on a full disk: half of what was asked for is never called done. */
class FullOutputTest extends WithPlayer {
  private static final String FULL = "standard output cannot be written";

  private static final List<String> LINES =
      List.of(
          "export",
          "export -o ics",
          "list",
          "list -o csv",
          "list --bookings -o ndjson",
          "show 1",
          "next",
          "calendar --from 2026-11-23",
          "history",
          "preview --on we --time 17:00",
          "config",
          "doctor --offline",
          "notify -o json",
          "backup list -o json",
          "completion bash",
          "help",
          "list --help",
          "--version",
          "add --at 2026-12-03T17:00",
          "edit 2 --court 2");

  /** In one home, since it takes longer to make than all of them take. */
  @Test
  void a_full_device_is_told() {
    bookTuesday();
    type("add --at 2026-12-02T17:00").succeeds();

    assertThat(LINES).allSatisfy(this::failsOnFullDevice);
  }

  private void failsOnFullDevice(String line) throws IOException {
    try (Writer full = utf8(new FileOutputStream("/dev/full"))) {
      player.printingTo(full);

      Ran ran = type(line);

      assertThat(ran.code()).isEqualTo(ExitCodes.SETUP);
      assertThat(ran.err()).contains("court: " + FULL);
    } catch (IOException e) {
      // To close it writes once more.
    }
  }

  @Test
  void what_a_run_has_booked_is_booked() throws IOException {
    type("add --at 2026-11-24T10:00 --court 1").succeeds();
    player.signIn();
    Writer full = utf8(new FileOutputStream("/dev/full"));
    player.printingTo(full);

    assertThat(type("run-due").code()).isEqualTo(ExitCodes.SETUP);

    assertThat(player.sandbox.reservations()).hasSize(1);
    player.printingTo(null);
    assertThat(bookingsOf("status")).containsExactly("success");
  }

  @Test
  void a_reader_that_has_gone_is_no_trouble() {
    type("add --at 2026-12-02T17:00").succeeds();
    player.printingTo(utf8(new ProcessStream(failing("Broken pipe"))));

    assertThat(type("export").succeeds().err()).isEmpty();

    player.printingTo(utf8(new ProcessStream(failing("Input/output error"))));
    assertThat(type("export").code()).isEqualTo(ExitCodes.SETUP);
  }

  private static Writer utf8(OutputStream out) {
    return new OutputStreamWriter(out, StandardCharsets.UTF_8);
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int one) throws IOException {
        throw new IOException(message);
      }
    };
  }
}
