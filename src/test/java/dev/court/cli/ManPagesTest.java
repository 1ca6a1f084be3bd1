package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.WithPlayer;
import dev.court.settings.SettingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManPagesTest extends WithPlayer {
  private Path pages;

  @BeforeEach
  void writes() {
    pages = folder.resolve("man/man1");
    court("man-pages", "--date", "2026-11-22T00:00:00Z", pages.toString()).succeeds();
  }

  private String page(String command) throws IOException {
    return Files.readString(pages.resolve("court-%s.1".formatted(command.replace(' ', '-'))));
  }

  /** In one test, since all pages are written at once. */
  @Test
  void every_command_has_a_page() {
    assertThat(HelpTest.COMMANDS)
        .allSatisfy(
            command ->
                assertThat(page(command))
                    .startsWith(".TH \"COURT-")
                    .contains(
                        ".SH NAME", ".SH SYNOPSIS", ".SH DESCRIPTION", ".SH \"EXIT STATUS\""));
  }

  @Test
  void none_is_there_for_what_is_hidden() throws IOException {
    try (Stream<Path> files = Files.list(pages)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("court.1", "court-run-due.1")
          .doesNotContain("court-warm-up.1", "court-complete.1", "court-man-pages.1");
    }
  }

  @Test
  void the_first_page_tells_every_exit_code_and_variable() throws IOException {
    String page = Files.readString(pages.resolve("court.1"));

    for (int code = 0; code <= ExitCodes.UNCLEAR; code++) {
      assertThat(page).contains(".TP\n\\fB" + code + "\\fR\n");
    }
    Stream<String> variables =
        Stream.concat(
            Arrays.stream(SettingKey.values()).flatMap(key -> key.variable().stream()),
            Stream.of("COURT_HOME", "COURT_KEY", "COURT_JAVA"));
    assertThat(variables).allSatisfy(name -> assertThat(page).contains(".B " + name + "\n"));
  }

  @Test
  void dashes_are_typed_and_no_line_is_taken_for_a_request() throws IOException {
    assertThat(page("run-due")).contains("\\fB\\-\\-give\\-up\\fR \\fISPAN\\fR");
    assertThat(page("add").lines().filter(line -> line.startsWith("'"))).isEmpty();
  }
}
