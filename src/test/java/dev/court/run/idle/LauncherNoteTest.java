package dev.court.run.idle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.workspace.LastRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What this program writes is what {@code scripts/court} reads. */
class LauncherNoteTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("COURT_API_URL", "http://127.0.0.1:1/~a b$%\"'\\", "COURT_KEY", "{\"k\":1}");

  @TempDir Path folder;
  private Path home;
  private Path launcher;

  @BeforeEach
  void an_installation_with_a_java_that_says_so() throws IOException {
    home = Files.createDirectory(folder.resolve("my home"));
    launcher = folder.resolve("app/scripts/court");
    Files.createDirectories(launcher.getParent());
    Files.copy(Path.of("scripts/court"), launcher);
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    Files.createDirectories(folder.resolve("app/target"));
    Files.writeString(folder.resolve("app/target/court.jar"), "a jar");
    Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.99\"\n");
    Files.writeString(java, "#!/bin/sh\necho java\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("court.mv.db"), "a database");
  }

  private void note(Map<String, String> environment) throws IOException {
    FileStamps stamps =
        FileStamps.of(home, List.of(Path.of("court.mv.db")))
            .and(
                FileStamps.ofProgram(home, launcher, folder.resolve("app/target/court.jar"))
                    .orElseThrow());
    Map<String, String> all = new TreeMap<>(environment);
    all.putAll(surroundings());
    Instant now = Instant.now();
    new LastRun(home).awaitVisits();
    new IdleNote(home)
        .write(now, now.plusSeconds(600), EnvironmentSum.of(all).orElseThrow(), stamps);
  }

  private Map<String, String> surroundings() {
    return Map.of(
        "COURT_HOME", home.toString(),
        "COURT_JAVA", folder.resolve("jdk/bin/java").toString(),
        "COURT_ARCHIVE", "off");
  }

  private String tick(Map<String, String> environment) throws IOException, InterruptedException {
    ProcessBuilder tick = new ProcessBuilder(launcher.toString(), "run-due");
    tick.environment().keySet().retainAll(Set.of("PATH"));
    tick.environment().putAll(surroundings());
    tick.environment().putAll(environment);
    Process process = tick.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  @Test
  void the_launcher_leaves_by_it_and_notes_the_visit() throws Exception {
    note(ENVIRONMENT);
    assertThat(new LastRun(home).lastVisit()).isEmpty();
    assertThat(tick(ENVIRONMENT)).isEmpty();
    assertThat(new LastRun(home).lastVisit()).isPresent();
    assertThat(new IdleNote(home).heldUntil(Instant.now())).isPresent();
  }

  @Test
  void java_starts_where_one_letter_of_the_environment_is_another() throws Exception {
    note(ENVIRONMENT);
    assertThat(tick(Map.of("COURT_API_URL", "http://127.0.0.1:1/", "COURT_KEY", "{\"k\":1}")))
        .isEqualTo("java\n");
    assertThat(tick(Map.of())).isEqualTo("java\n");
  }

  @Test
  void java_starts_where_the_database_was_written_that_a_link_leads_to() throws Exception {
    Path database = folder.resolve("on another disk");
    Files.move(home.resolve("court.mv.db"), database);
    Files.createSymbolicLink(home.resolve("court.mv.db"), database);
    note(ENVIRONMENT);
    assertThat(tick(ENVIRONMENT)).isEmpty();
    Files.writeString(database, "a database!");
    assertThat(tick(ENVIRONMENT)).isEqualTo("java\n");
  }

  @Test
  void java_starts_after_an_upgrade_that_a_link_leads_to() throws Exception {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path target = launcher;
    Path current = Files.createSymbolicLink(folder.resolve("current"), folder.resolve("app"));
    launcher = Files.createSymbolicLink(bin.resolve("court"), current.resolve("scripts/court"));
    note(ENVIRONMENT);
    assertThat(tick(ENVIRONMENT)).isEmpty();
    Path newer = Files.createDirectories(folder.resolve("newer/scripts")).resolve("court");
    Files.copy(target, newer, StandardCopyOption.COPY_ATTRIBUTES);
    Files.createDirectories(folder.resolve("newer/target"));
    Files.writeString(folder.resolve("newer/target/court.jar"), "another jar");
    Files.delete(current);
    Files.createSymbolicLink(current, folder.resolve("newer"));
    assertThat(tick(ENVIRONMENT)).isEqualTo("java\n");
  }

  @Test
  void java_starts_where_the_database_was_written() throws Exception {
    note(ENVIRONMENT);
    Files.writeString(home.resolve("court.mv.db"), "a database!");
    assertThat(tick(ENVIRONMENT)).isEqualTo("java\n");
    assertThat(new IdleNote(home).heldUntil(Instant.now())).isEmpty();
  }
}
