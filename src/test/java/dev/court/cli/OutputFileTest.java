package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.WithPlayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may read what export writes into a file, and what that file may be. */
class OutputFileTest extends WithPlayer {
  private Path feed;

  @BeforeEach
  void hasSomethingToTell() {
    feed = folder.resolve("feed.ics");
    type("add --at 2026-12-02T17:00").succeeds();
  }

  private void export(String more) {
    type("export -o ics --to-file " + feed + more).succeeds();
    assertThat(feed).content().startsWith("BEGIN:VCALENDAR");
    assertThat(folder).isDirectoryNotContaining("glob:**/.*");
  }

  private void there(String permissions) throws IOException {
    Files.setPosixFilePermissions(
        Files.writeString(feed, "old"), PosixFilePermissions.fromString(permissions));
  }

  private String permissions() throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(feed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw-------", "rw-rw-r--", "rwxrwxrwx", "r--r-----"})
  void a_file_that_is_there_keeps_its_mode(String permissions) throws IOException {
    there(permissions);

    export("");

    assertThat(permissions()).isEqualTo(permissions);
  }

  @ParameterizedTest
  @CsvSource({
    "600, rw-------",
    "640, rw-r-----",
    "644, rw-r--r--",
    "0644, rw-r--r--",
    "664, rw-rw-r--",
    "604, rw----r--"
  })
  void a_new_file_gets_the_mode_that_is_asked_for(String mode, String permissions)
      throws IOException {
    export(" --mode " + mode);

    assertThat(permissions()).isEqualTo(permissions);
  }

  @Test
  void a_mode_that_is_asked_for_counts_for_a_file_that_is_there_and_would_not_change()
      throws IOException {
    export(" --mode 600");
    var before = Files.getAttribute(feed, "unix:ino");

    export(" --mode 644");

    assertThat(permissions()).isEqualTo("rw-r--r--");
    assertThat(Files.getAttribute(feed, "unix:ino")).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"999", "rwx", "4755", "777", "755", "666", "646", "44", "000", "-644", "u+r", ""})
  void a_mode_that_is_none_or_lets_others_write_is_refused(String mode) throws IOException {
    there("rw-------");

    court("export", "--to-file", feed.toString(), "--mode", mode)
        .failsWith(ExitCodes.USAGE, "'" + mode + "' is no mode for it: write it such as 644");

    assertThat(feed).hasContent("old");
    assertThat(permissions()).isEqualTo("rw-------");
  }

  @Test
  void a_mode_needs_a_file() {
    type("export --mode 644").failsWith(ExitCodes.USAGE, "--mode goes with --to-file");
  }

  @Test
  void a_link_goes_on_to_lead_to_the_file_even_before_that_is_there() throws IOException {
    Path real = folder.resolve("www");
    Files.createSymbolicLink(feed, Path.of("www"));

    export(" --mode 644");
    Files.delete(real);
    export("");

    assertThat(feed).isSymbolicLink();
    assertThat(real).isRegularFile();
  }

  @Test
  void links_that_lead_in_a_circle_are_told() throws IOException {
    Files.createSymbolicLink(feed, folder.resolve("back"));
    Files.createSymbolicLink(folder.resolve("back"), feed);

    type("export --to-file " + feed).failsWith(ExitCodes.SETUP, "links lead in a circle");
  }

  @Test
  void a_device_is_written_to_and_stays_one() {
    type("export --to-file /dev/null").succeeds();
    type("export --to-file /dev/full").failsWith(ExitCodes.SETUP, "No space left on device");

    assertThat(Path.of("/dev/null")).exists();
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    assertThat(Files.isRegularFile(Path.of("/dev/full"))).isFalse();
  }
}
