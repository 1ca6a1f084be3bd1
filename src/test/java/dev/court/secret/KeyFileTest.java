package dev.court.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {
  @TempDir Path home;
  private Path file;

  @BeforeEach
  void name_the_file() {
    file = home.resolve("key");
  }

  @Test
  void is_made_once_and_then_read() {
    Secret made = KeyFile.readOrCreate(file);

    assertThat(KeyFile.readOrCreate(file)).isEqualTo(made);
    assertThat(KeyFile.read(file)).contains(made);
  }

  @Test
  void holds_one_line_that_a_vault_takes() throws IOException {
    Secret key = KeyFile.readOrCreate(file);

    assertThat(Files.readAllLines(file)).containsExactly(key.reveal());
    Vault.fromKeyset(key);
  }

  @Test
  void is_not_made_by_reading() {
    assertThat(KeyFile.read(file)).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void is_made_for_its_owner_only_with_the_folders_above() throws IOException {
    Path deep = home.resolve("new/folder/key");

    KeyFile.readOrCreate(deep);

    assertThat(mode(deep)).isEqualTo("rw-------");
    assertThat(mode(deep.getParent())).isEqualTo("rwx------");
  }

  @Test
  void leaves_no_other_file_behind() throws IOException {
    KeyFile.readOrCreate(file);

    try (var files = Files.list(home)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void is_made_in_a_folder_behind_a_symbolic_link() throws IOException {
    Files.createDirectory(home.resolve("real"));
    Path link = Files.createSymbolicLink(home.resolve("link"), home.resolve("real"));

    Secret made = KeyFile.readOrCreate(link.resolve("key"));

    assertThat(KeyFile.read(home.resolve("real/key"))).contains(made);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
  @DisabledOnOs(OS.WINDOWS)
  void is_refused_when_open_to_others(String mode) throws IOException {
    KeyFile.readOrCreate(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

    assertThatExceptionOfType(KeyException.class)
        .isThrownBy(() -> KeyFile.readOrCreate(file))
        .withMessage("key file %s is open to others: run chmod 600 %s", file, file);
  }

  @Test
  void is_refused_when_empty() throws IOException {
    write("\n");

    assertThatExceptionOfType(KeyException.class)
        .isThrownBy(() -> KeyFile.readOrCreate(file))
        .withMessage("key file %s is empty: restore it, or run court key new", file);
  }

  @Test
  void is_refused_when_it_holds_something_else() throws IOException {
    write("hunter2");

    assertThatExceptionOfType(KeyException.class)
        .isThrownBy(() -> KeyFile.read(file))
        .withMessage("key file %s holds no keyset: restore it, or run court key new", file);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void is_refused_when_it_is_a_folder() throws IOException {
    Files.createDirectory(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));

    assertThatExceptionOfType(KeyException.class)
        .isThrownBy(() -> KeyFile.readOrCreate(file))
        .withMessageStartingWith("cannot read key file " + file);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void names_a_link_that_leads_nowhere() throws IOException {
    Files.createSymbolicLink(file, home.resolve("gone"));

    assertThatExceptionOfType(KeyException.class)
        .isThrownBy(() -> KeyFile.readOrCreate(file))
        .withMessage("key file %s leads nowhere: remove the broken link", file);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void is_replaced_whole_and_stays_its_owners() throws IOException {
    KeyFile.readOrCreate(file);
    Secret other = Keyset.create();
    // what a process left that was killed while it wrote
    Files.writeString(home.resolve("key.new"), "half a k");

    KeyFile.replace(file, other);

    assertThat(KeyFile.read(file)).contains(other);
    assertThat(mode(file)).isEqualTo("rw-------");
    try (var files = Files.list(home)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void is_replaced_where_a_link_leads() throws IOException {
    Path real = home.resolve("real");
    KeyFile.readOrCreate(real);
    Files.createSymbolicLink(file, real);
    Secret other = Keyset.create();

    KeyFile.replace(file, other);

    assertThat(file).isSymbolicLink();
    assertThat(KeyFile.read(real)).contains(other);
  }

  @Test
  void is_as_it_was_when_it_cannot_be_replaced() {
    assertThatExceptionOfType(KeyException.class)
        .isThrownBy(() -> KeyFile.replace(home.resolve("nowhere/key"), Keyset.create()))
        .withMessageStartingWith("cannot write key file");
  }

  @Test
  void holds_a_keyset_or_not() throws IOException {
    assertThat(KeyFile.holdsKeyset(file)).isFalse();
    KeyFile.readOrCreate(file);
    assertThat(KeyFile.holdsKeyset(file)).isTrue();
    for (String damaged : new String[] {"", "hunter2", "{\"primaryKeyId\": 1}"}) {
      Files.writeString(file, damaged);
      assertThat(KeyFile.holdsKeyset(file)).isFalse();
    }
  }

  @Test
  void is_read_without_loading_tink() throws Exception {
    Secret made = KeyFile.readOrCreate(file);

    URL classes = KeyFile.class.getProtectionDomain().getCodeSource().getLocation();
    try (var bare = new URLClassLoader(new URL[] {classes}, null)) {
      Object read =
          bare.loadClass(KeyFile.class.getName()).getMethod("read", Path.class).invoke(null, file);

      assertThat(((Optional<?>) read).orElseThrow()).extracting("text").isEqualTo(made.reveal());
    }
  }

  private void write(String text) throws IOException {
    KeyFile.readOrCreate(file); // for its mode
    Files.writeString(file, text);
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
