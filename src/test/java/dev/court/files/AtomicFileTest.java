package dev.court.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void is_made_and_replaced_and_leaves_nothing_beside_it() throws IOException {
    Path file = folder.resolve("feed.ics");

    AtomicFile.replace(file, "one");
    AtomicFile.replace(file, "two");

    assertThat(file).hasContent("two");
    assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void is_another_file_so_that_a_reader_of_the_old_one_keeps_it_whole() throws IOException {
    Path file = Files.writeString(folder.resolve("feed.ics"), "old");

    try (var reader = Files.newBufferedReader(file)) {
      AtomicFile.replace(file, "new and longer");

      assertThat(reader.readLine()).isEqualTo("old");
    }
  }

  @Test
  void leaves_a_link_that_leads_to_it() throws IOException {
    Path real = Files.writeString(folder.resolve("real"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);

    AtomicFile.replace(link, "new");

    assertThat(link).isSymbolicLink();
    assertThat(real).hasContent("new");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "rw-r--r--", "rwxrwxrwx"})
  void keeps_its_permissions(String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve("config.json"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

    AtomicFile.replace(file, "new");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo(permissions);
  }

  @Test
  void stays_as_it_was_when_it_cannot_be_replaced() throws IOException {
    Path occupied = Files.createDirectory(folder.resolve("taken"));
    Files.writeString(occupied.resolve("inside"), "x");

    assertThatThrownBy(() -> AtomicFile.replace(occupied, "text")).isInstanceOf(IOException.class);

    assertThat(occupied.resolve("inside")).hasContent("x");
    assertThat(folder).isDirectoryNotContaining("glob:**/.*");
  }
}
