package dev.court.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.court.BackgroundTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is locked while its process lives. */
class LockFolderTest {
  @TempDir Path home;
  private Path folder;
  private LockFolder locks;

  @BeforeEach
  void no_folder_yet() {
    folder = home.resolve("runs");
    locks = new LockFolder(folder);
  }

  @Test
  void a_file_is_abandoned_when_its_lock_has_ended() throws IOException {
    LockedFile file = locks.lock("a1").orElseThrow();
    assertThat(locks.isAbandoned("a1")).isFalse();

    file.close();

    assertThat(locks.isAbandoned("a1")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a1", "", "..", "../key", "0e-4f/217/9931", "a\0b"})
  void of_a_name_without_a_file_nothing_is_known(String name) throws IOException {
    Files.createFile(home.resolve("key"));
    Files.createDirectory(folder);

    assertThat(locks.isAbandoned(name)).isFalse();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_pipe_in_the_place_of_a_file_holds_nobody_up() throws Exception {
    Files.createDirectory(folder);
    new ProcessBuilder("mkfifo", folder.resolve("a1").toString()).start().waitFor();

    assertThat(locks.isAbandoned("a1")).isFalse();
    assertThat(locks.removeAbandoned(Set::of)).isEmpty();
    assertThat(names()).containsExactly("a1");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_file_is_for_its_owner_only() throws IOException {
    try (LockedFile file = locks.lock("a1").orElseThrow()) {
      assertThat(mode(folder.resolve(file.name()))).isEqualTo("rw-------");
      assertThat(mode(folder)).isEqualTo("rwx------");
    }
  }

  @Test
  void a_file_in_the_place_of_the_folder_is_an_error() throws IOException {
    Files.createFile(folder);

    assertThatThrownBy(() -> locks.lock("a1")).isInstanceOf(IOException.class);
  }

  @Test
  void what_is_abandoned_is_removed_unless_somebody_needs_it() throws IOException {
    locks.lock("dead").orElseThrow().close();
    locks.lock("named").orElseThrow().close();

    try (LockedFile alive = locks.lock("alive").orElseThrow()) {
      locks.removeAbandoned(() -> Set.of("named", "elsewhere"));

      assertThat(names()).containsExactlyInAnyOrder("named", alive.name());
    }
  }

  /** To look at it would end its lock, and another process would take its run for dead. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void a_process_with_two_files_does_not_look_at_the_other_one() throws Exception {
    try (LockedFile one = locks.lock("a1").orElseThrow();
        LockedFile two = locks.lock("b2").orElseThrow()) {
      assertThat(locks.isLocked("a1")).isTrue();
      assertThat(locks.isAbandoned(two.name())).isFalse();
      locks.removeAbandoned(Set::of);

      assertThat(heldBySomeProcess(one.name())).isTrue();
      assertThat(heldBySomeProcess(two.name())).isTrue();
    }
  }

  /** As the kernel tells another process. */
  private boolean heldBySomeProcess(String name) throws Exception {
    String inode = ":" + Files.getAttribute(folder.resolve(name), "unix:ino") + " ";
    return Files.readString(Path.of("/proc/locks")).contains(inode);
  }

  @Test
  void who_is_needed_is_asked_when_nobody_can_come_to_life_any_more() throws IOException {
    locks.lock("dead").orElseThrow().close();

    locks.removeAbandoned(
        () -> {
          assertThat(locks.isAbandoned("dead")).isFalse();
          return Set.of();
        });

    assertThat(names()).isEmpty();
  }

  @Test
  void a_file_that_is_removed_before_it_is_locked_is_made_again() throws IOException {
    AtomicBoolean over = new AtomicBoolean();
    var removers = List.of(remover(over), remover(over), remover(over));
    try {
      for (int i = 0; i < 1_000; i++) {
        try (LockedFile file = locks.lock("a" + i).orElseThrow()) {
          assertThat(folder.resolve(file.name())).exists();
        }
      }
    } finally {
      over.set(true);
    }

    assertThat(removers).allSatisfy(remover -> assertThat(remover.join()).isPositive());
  }

  private CompletableFuture<Integer> remover(AtomicBoolean over) {
    LockFolder others = new LockFolder(folder);
    return BackgroundTask.begin(
        () -> {
          int rounds = 0;
          for (; !over.get(); rounds++) {
            others.removeAbandoned(Set::of);
          }
          return rounds;
        });
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
