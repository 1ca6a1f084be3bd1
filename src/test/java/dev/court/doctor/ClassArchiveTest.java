package dev.court.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassArchiveTest {
  private static final String FILE = "/home/zo\u00eb/.cache/court/app@17.jsa";

  /** As the kernel lists it, byte for byte. */
  private static final String IN_MEMORY =
      """
      7fb2fb000000-7fb2fbbc7000 rw-p 00001000 fe:00 328258    /usr/lib/jvm/17/lib/server/classes.jsa
      7fb2fbbc7000-7fb2fbc1a000 rw-p 00001000 fe:00 222017    /home/zo\u00c3\u00ab/.cache/court/app@17.jsa
      """;

  private static ClassArchive.StartSpeed speed(String argument, String memory) {
    List<String> arguments = List.of("-Xshare:auto", argument, "-Dfile.encoding=UTF-8");
    return new ClassArchive(arguments, Optional.ofNullable(memory)).speed();
  }

  @Test
  void what_is_in_the_memory_is_used() {
    assertThat(speed("-XX:SharedArchiveFile=" + FILE, IN_MEMORY))
        .isEqualTo(new ClassArchive.StartSpeed("starts from a class archive", false));
  }

  @Test
  void a_folder_above_it_may_be_a_link(@TempDir Path folder) throws IOException {
    Path real = Files.createDirectory(folder.toRealPath().resolve("court-0.2.0"));
    Path archive = Files.createFile(real.resolve("court.jsa"));
    Path link = Files.createSymbolicLink(real.resolveSibling("court"), real);

    assertThat(
            speed(
                    "-XX:SharedArchiveFile=" + link.resolve("court.jsa"),
                    "7fb2fbbc7000-7fb2fbc1a000 rw-p 00001000 fe:00 222017    " + archive)
                .needsHelp())
        .isFalse();
  }

  @Test
  void where_the_memory_cannot_be_looked_at_the_jvm_is_believed() {
    assertThat(speed("-XX:SharedArchiveFile=" + FILE, null).needsHelp()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -XX:SharedArchiveFile=/c/app@18.jsa                       | the JVM does not take /c/app@18.jsa; remove it
          -XX:SharedArchiveFile=/opt/court-0.2.0/lib/court/court.jsa | lib/court/court.jsa; install court again
          -Dcourt.archive=others /home/my friend                    | others may write in /home/my friend, or own it; set XDG_CACHE_HOME
          -Dcourt.archive=closed /home                              | nothing can be written in /home; set XDG_CACHE_HOME
          -Dcourt.archive=nowhere                                   | it has no place; set XDG_CACHE_HOME
          -Dcourt.archive=times /opt/court.jsa                      | the jar is not as old as /opt/court.jsa says
          """)
  void what_a_person_can_mend_is_said(String argument, String words) {
    assertThat(speed(argument, IN_MEMORY).words()).contains("twice as long").contains(words);
    assertThat(speed(argument, IN_MEMORY).needsHelp()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -Dcourt.archive=off               | COURT_ARCHIVE is off
          -Dcourt.archive=later             | is being made for the next start
          -Dcourt.archive=failed            | this Java made none; COURT_ARCHIVE=only court tries again
          -Dcourt.columns=80                | its launcher
          """)
  void what_is_meant_or_cannot_be_mended_is_no_warning(String argument, String words) {
    assertThat(speed(argument, IN_MEMORY).words()).contains(words);
    assertThat(speed(argument, IN_MEMORY).needsHelp()).isFalse();
  }
}
