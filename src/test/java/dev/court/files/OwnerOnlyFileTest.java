package dev.court.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerOnlyFileTest {
  private static final int MOST = 8;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "r--------", "rwx------"})
  void is_read_when_only_its_owner_can(String mode) throws IOException {
    assertThat(OwnerOnlyFile.read(file("secret", mode), MOST)).isEqualTo("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-"})
  void is_refused_when_others_can_read_or_write_it(String mode) throws IOException {
    Path open = file("secret", mode);

    assertThatThrownBy(() -> OwnerOnlyFile.read(open, MOST))
        .isInstanceOf(OpenToOthersException.class);
  }

  @Test
  void is_read_to_a_limit() throws IOException {
    assertThat(OwnerOnlyFile.read(file("123456789", "rw-------"), MOST)).isEqualTo("12345678");
  }

  @Test
  void a_file_that_is_not_there_is_told_apart() {
    assertThatThrownBy(() -> OwnerOnlyFile.read(folder.resolve("none"), MOST))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void is_made_for_its_owner_with_its_folder() throws IOException {
    Path file = folder.resolve("new/key");

    OwnerOnlyFile.create(file, "secret");

    assertThat(file).hasContent("secret");
    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(mode(file.getParent())).isEqualTo("rwx------");
    assertThat(file.getParent()).isDirectoryNotContaining("glob:**/*.new*");
  }

  @Test
  void is_never_made_over_another() throws IOException {
    Path file = file("first", "rw-------");

    assertThatThrownBy(() -> OwnerOnlyFile.create(file, "second"))
        .isInstanceOf(FileAlreadyExistsException.class);

    assertThat(file).hasContent("first");
  }

  @Test
  void is_closed_to_others_when_it_is_replaced() throws IOException {
    Path file = file("old", "rw-r--r--");

    OwnerOnlyFile.replace(file, "new");

    assertThat(file).hasContent("new");
    assertThat(mode(file)).isEqualTo("rw-------");
  }

  private Path file(String text, String mode) throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
