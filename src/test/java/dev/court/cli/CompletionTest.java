package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What shells make of a line, in the shells themselves; without a shell its tests are skipped. */
@Tag("long")
class CompletionTest extends WithPlayer {
  /** Splits a line as bash does before it calls a completion, and prints what comes of it. */
  private static final String BASH =
      """
      . "$1" && complete -p court && [[ $(complete -p court) == *_court* ]] || exit
      line=$2 COMP_WORDS=()
      for part in $line; do
        while [[ $part =~ ^([^=:]*)([=:])(.*)$ ]]; do
          [[ -z ${BASH_REMATCH[1]} ]] || COMP_WORDS+=("${BASH_REMATCH[1]}")
          COMP_WORDS+=("${BASH_REMATCH[2]}")
          part=${BASH_REMATCH[3]}
        done
        [[ -z $part ]] || COMP_WORDS+=("$part")
      done
      [[ $line != *' ' ]] || COMP_WORDS+=("")
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _court
      echo
      printf '%s\\n' "${COMPREPLY[@]}"
      """;

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void every_command_is_known_to_each_shell(String shell) {
    Ran ran = type("completion " + shell).succeeds();

    HelpTest.COMMANDS.forEach(
        command ->
            assertThat(ran.out())
                .containsPattern("(\\b|_)" + command.replace(" ", "[ _]") + "\\b"));
    assertThat(ran.out())
        .contains("rrule", "if-older-than")
        .doesNotContain("warm-up", "man-pages", "#@");
    assertThat(home).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          court sh|show
          court key |prepare rotate new
          court list --status pe|pending
          court list --status aw|away
          court away 2026-12-20 --except 9|
          court away m|
          court list --status=pending,fa|pending,failed
          court list --output=nd|ndjson
          court list -o js|json
          court --color never list --bo|--bookings
          court add --at 2026-12-02T17:00 --on tu|tu
          court add --strategy |whole split
          court config set occ|occupant_id
          court config set occupant_id |
          court help resu|resume
          court completion |bash zsh fish
          court list --frobnicate |
          court frobnicate |
          """)
  void a_shell_completes_what_is_always_there(String line, String expected) throws IOException {
    List<String> words = expected == null ? List.of() : List.of(expected.split(" "));

    assertThat(bash(line)).containsExactlyInAnyOrderElementsOf(words);
  }

  @Test
  void fish_completes_the_same_with_explanations() throws IOException {
    assertThat(fish("court sh"))
        .containsExactly("show\tShow one schedule and what became of its bookings.");
    assertThat(fish("court key "))
        .extracting(CompletionTest::value)
        .containsExactly("new", "rotate");
    assertThat(fish("court list --status pending,fa"))
        .extracting(CompletionTest::value)
        .containsExactly("pending,failed");
    assertThat(fish("court config set occupant_id ")).isEmpty();
  }

  @Test
  void zsh_takes_its_script() throws IOException {
    Path script = script("zsh");

    assertThat(
            run(
                "zsh",
                "-fc",
                "autoload -Uz compinit && compinit -u -D && . $1 && print $_comps[court]",
                "-",
                script.toString()))
        .containsExactly("_court");
  }

  @Test
  void ids_and_courts_are_those_that_there_are() throws IOException {
    type("add --on we --time 17:00 --name ladder").succeeds();
    type("add --at 2026-12-24T10:00").succeeds();

    assertThat(bash("court show "))
        .containsExactly("1  (ladder, every Wednesday at 17:00)", "2  (Thu 24 Dec 2026 10:00)");
    assertThat(bash("court remove 1 2")).containsExactly("2");
    assertThat(bash("court add --court 2,")).containsExactly("2,1");
    assertThat(bash("court --home " + folder + "/nowhere show ")).isEmpty();
    assertThat(fish("court show 2")).containsExactly("2\tThu 24 Dec 2026 10:00");
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  @Test
  void files_are_files_and_folders_are_folders() throws IOException {
    Files.createDirectory(folder.resolve("aa"));
    file("ab.json", "[]");

    assertThat(bash("court import " + folder + "/a"))
        .containsExactlyInAnyOrder(folder + "/aa", folder + "/ab.json");
    assertThat(bash("court --home " + folder + "/a")).containsExactly(folder + "/aa");
  }

  @Test
  void only_what_a_person_could_resolve_is_offered_there() {
    bookTuesday();

    assertThat(type("complete bookings").succeeds().out()).isEmpty();
    assertThat(type("complete nonsense --frobnicate x").succeeds().out()).isEmpty();
  }

  private static String value(String line) {
    return line.split("\t", 2)[0];
  }

  private List<String> bash(String line) throws IOException {
    List<String> printed = run("bash", "-c", BASH, "-", script("bash").toString(), line);
    assertThat(printed).first().asString().endsWith("_court court");
    return printed.stream().skip(2).filter(one -> !one.isEmpty()).toList();
  }

  private List<String> fish(String line) throws IOException {
    return run(
        "fish", "-c", "source $argv[1]; complete -C $argv[2]", script("fish").toString(), line);
  }

  private Path script(String shell) {
    return file("court." + shell, type("completion " + shell).succeeds().out());
  }

  /** Lines of standard output, where the command {@code court} is the one under test. */
  private List<String> run(String shell, String... arguments) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path court = bin.resolve("court");
    Files.writeString(
        court,
        "#!/bin/sh\nexec '%s/bin/java' -XX:TieredStopAtLevel=1 -cp '%s' dev.court.Court \"$@\"\n"
            .formatted(System.getProperty("java.home"), System.getProperty("java.class.path")));
    assertThat(court.toFile().setExecutable(true)).isTrue();
    List<String> line = new ArrayList<>(List.of(shell));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
    builder.environment().put("COURT_HOME", home.toString());
    builder.environment().put("HOME", folder.toString());
    assumeTrue(isThere(shell), "no " + shell + " here");
    Process process = builder.start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }

  private static boolean isThere(String shell) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, shell)));
  }
}
