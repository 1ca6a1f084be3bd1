package dev.court.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegularFileTest {
  @TempDir Path folder;

  @Test
  void is_read_to_its_limit_and_no_further() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "12345678");

    assertThat(RegularFile.read(file, 8)).asString().isEqualTo("12345678");
    assertThatThrownBy(() -> RegularFile.read(file, 7))
        .hasMessage(file + ": it is longer than 7 bytes");
  }

  @Test
  void a_link_counts_as_what_it_leads_to() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "text");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    Path device = Files.createSymbolicLink(folder.resolve("device"), Path.of("/dev/zero"));

    assertThat(RegularFile.read(link, 8)).asString().isEqualTo("text");
    assertThatThrownBy(() -> RegularFile.read(device, 8))
        .hasMessage(device + ": it is a pipe or a device");
  }

  @Test
  void a_folder_is_told_apart() {
    assertThatThrownBy(() -> RegularFile.check(folder)).hasMessage(folder + ": it is a folder");
  }

  @Test
  void nothing_is_in_nobodys_way() throws IOException {
    Path nothing = folder.resolve("nothing");
    Path broken = Files.createSymbolicLink(folder.resolve("broken"), nothing);

    assertThatCode(() -> RegularFile.check(nothing)).doesNotThrowAnyException();
    assertThatCode(() -> RegularFile.check(broken)).doesNotThrowAnyException();
    assertThatThrownBy(() -> RegularFile.read(nothing, 8)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void a_file_that_comes_and_goes_is_never_something_else() throws Exception {
    Path file = folder.resolve("file");
    AtomicBoolean ended = new AtomicBoolean();
    CompletableFuture<Void> comesAndGoes =
        CompletableFuture.runAsync(
            () -> {
              while (!ended.get()) {
                comeAndGo(file);
              }
            });

    boolean wasSomethingElse =
        IntStream.range(0, 20_000).anyMatch(look -> RegularFile.isSomethingElse(file));
    ended.set(true);
    comesAndGoes.get();

    assertThat(wasSomethingElse).isFalse();
  }

  private static void comeAndGo(Path file) {
    try {
      Files.delete(Files.createFile(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
