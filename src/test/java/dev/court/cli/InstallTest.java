package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a crontab and a systemctl of one's own on the PATH, so that no real one is touched. */
class InstallTest extends WithPlayer {
  private static final String CRONTAB =
      """
      #!/bin/sh
      case $1 in
        -l) cat "$HOME/crontab" 2>/dev/null || { echo "no crontab for ann" >&2; exit 1; } ;;
        -r) rm "$HOME/crontab" ;;
        -) cat >"$HOME/crontab" ;;
      esac
      """;

  private static final String SYSTEMCTL =
      """
      #!/bin/sh
      echo "$*" >>"$HOME/asked"
      [ "$2" != is-enabled ] || [ -e "$HOME/enabled" ] || exit 1
      [ "$2" != enable ] || touch "$HOME/enabled"
      [ "$2" != disable ] || rm "$HOME/enabled"
      """;

  private Path bin;
  private Path crontab;
  private Path launcher;

  @BeforeEach
  void settles() throws IOException {
    bin = Files.createDirectory(folder.resolve("bin"));
    crontab = folder.resolve("crontab");
    launcher = program("court", "#!/bin/sh\n[ -z \"$PROFILE\" ] && [ \"$1\" = --version ]\n");
    program("crontab", CRONTAB);
    program("systemctl", SYSTEMCTL);
    for (String variable : new String[] {"COURT_API_URL", "COURT_AUTH_URL", "COURT_OCCUPANT_ID"}) {
      player.with(variable, null);
    }
    player
        .with("HOME", folder.toString())
        .with("PATH", bin + ":/usr/bin:/bin")
        .with("PROFILE", "read")
        .with("COURT_LAUNCHER", launcher.toString());
  }

  private Path program(String name, String text) throws IOException {
    Path program = Files.writeString(bin.resolve(name), text);
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }

  private String line() {
    return "* * * * * COURT_HOME=%s %s run-due".formatted(home, launcher);
  }

  private String block() {
    return """
    # BEGIN court: made by 'court install cron', taken out by --remove
    %s
    # END court
    """
        .formatted(line());
  }

  private String text(Path file) throws IOException {
    return Files.readString(file);
  }

  @Test
  void cron_is_shown_its_lines_and_nothing_is_changed() {
    Ran ran = type("install cron").succeeds();

    assertThat(ran.out()).startsWith("your crontab\n+ # BEGIN court").contains("\n+ " + line());
    assertThat(ran.err()).isEqualTo("Nothing was changed: --yes does it.\n");
    assertThat(crontab).doesNotExist();
    assertThat(home).doesNotExist();
  }

  @Test
  void cron_gets_a_block_once() throws IOException {
    type("install cron --yes").succeeds();
    Ran again = type("install cron --yes").succeeds();

    assertThat(text(crontab)).isEqualTo(block());
    assertThat(again.out()).isEmpty();
    assertThat(again.err()).isEqualTo("It is there already.\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# mine\nMAILTO=\"\"\n5 4 * * * date +\\%F  \n",
        "0 0 * * * echo \u00e9 \u0001\t\n\n\n",
        "# BEGIN court, account other:\n# END court, account other\n"
      })
  void other_lines_stay_as_they_are_to_the_byte(String others) throws IOException {
    byte[] before = others.getBytes(StandardCharsets.ISO_8859_1);
    Files.write(crontab, before);

    type("install cron --yes").succeeds();
    byte[] with = Files.readAllBytes(crontab);
    type("install cron --remove --yes").succeeds();

    assertThat(new String(with, StandardCharsets.ISO_8859_1)).isEqualTo(others + block());
    if (others.isEmpty()) {
      assertThat(crontab).doesNotExist();
    } else {
      assertThat(crontab).hasBinaryContent(before);
    }
  }

  @Test
  void an_old_block_is_brought_up_to_date_where_it_is() throws IOException {
    String old = block().replace(launcher.toString(), "/gone/court");
    Files.writeString(crontab, "1 1 * * * first\n" + old + "2 2 * * * last\n");

    Ran ran = type("install cron --yes").succeeds();

    assertThat(text(crontab)).isEqualTo("1 1 * * * first\n" + block() + "2 2 * * * last\n");
    assertThat(ran.out()).contains("- * * * * * COURT_HOME=", "/gone/court run-due\n+ * * * * *");
    assertThat(ran.err()).contains("calls /gone/court, which is gone");
  }

  @Test
  void each_account_has_a_block_of_its_own() throws IOException {
    type("install cron --yes").succeeds();
    type("add --at 2026-12-02T17:00 --account ann").succeeds();
    type("--account ann install cron --yes").succeeds();
    assertThat(text(crontab)).contains(launcher + " --account=ann run-due");

    type("--account ann install cron --remove --yes").succeeds();

    assertThat(text(crontab)).isEqualTo(block());
  }

  @Test
  void blanks_quotes_and_percent_signs_reach_court_through_cron_and_shell() throws IOException {
    Path odd = Files.createDirectory(folder.resolve("100% o'clock"));
    court("--home", odd.toString(), "install", "cron", "--yes").succeeds();

    assertThat(text(crontab)).contains("COURT_HOME='" + folder + "/100\\% o'\\''clock' ");
  }

  @Test
  void what_cron_would_not_see_is_written_into_the_line() throws IOException {
    Files.createDirectories(folder.resolve("jdk/bin"));
    Files.createSymbolicLink(folder.resolve("jdk/bin/java"), launcher);
    player.with("JAVA_HOME", folder + "/jdk").with("COURT_OCCUPANT_ID", "12");

    type("install cron --yes").succeeds();

    assertThat(text(crontab))
        .contains("COURT_JAVA=" + folder + "/jdk/bin/java COURT_HOME=" + home)
        .contains(" COURT_OCCUPANT_ID=12 " + launcher);
  }

  @ParameterizedTest
  @ValueSource(strings = {"COURT_KEY", "COURT_DB_URL", "COURT_PING_URL"})
  void a_secret_is_not_written_down(String variable) {
    player.with(variable, "https://example.org/s3cret");

    Ran ran = type("install cron --yes");

    ran.failsWith(ExitCodes.SETUP, variable + " is set here", "unset " + variable);
    assertThat(ran.err()).doesNotContain("s3cret");
    assertThat(crontab).doesNotExist();
  }

  @Test
  void another_line_that_calls_court_is_pointed_out() throws IOException {
    Files.writeString(crontab, "* * * * * /home/ann/court/scripts/court run-due\n");

    assertThat(type("install cron").succeeds().err()).contains("Another line calls run-due too");
  }

  @Test
  void what_the_host_lacks_is_told_in_one_line() throws IOException {
    player.with("PATH", folder.toString());
    type("install cron").failsWith(ExitCodes.SETUP, "no crontab here", "install systemd");
    type("install systemd").failsWith(ExitCodes.SETUP, "no systemctl here", "install cron");
  }

  @Test
  void a_launcher_that_does_not_start_bare_is_not_installed() throws IOException {
    program("court", "#!/bin/sh\necho 'court: no Java' >&2\nexit 7\n");
    type("install cron --yes").failsWith(ExitCodes.SETUP, "without your profile", "no Java");

    player.with("COURT_LAUNCHER", folder + "/nowhere");
    type("install cron --yes").failsWith(ExitCodes.SETUP, "not started by its launcher");

    assertThat(crontab).doesNotExist();
  }

  @Test
  void a_crontab_that_cannot_be_used_is_told_in_one_line() throws IOException {
    program("crontab", "#!/bin/sh\necho 'you are not allowed to use this program' >&2\nexit 1\n");
    type("install cron").failsWith(ExitCodes.SETUP, "cannot be read: you are not allowed");

    program("crontab", "#!/bin/sh\ncat /dev/null\n");
    type("install cron --yes").failsWith(ExitCodes.SETUP, "holds something else now");
  }

  @Test
  void a_block_without_its_end_is_left_alone() throws IOException {
    Files.writeString(crontab, "# BEGIN court: ...\n* * * * * x\n");

    type("install cron --yes").failsWith(ExitCodes.SETUP, "without its '# END court'");

    assertThat(text(crontab)).isEqualTo("# BEGIN court: ...\n* * * * * x\n");
  }

  @Test
  void systemd_gets_a_service_and_a_timer_and_loses_them() throws IOException {
    Path units = folder.resolve(".config/systemd/user");

    Ran ran = type("install systemd --yes").succeeds();

    assertThat(ran.err()).contains("enable-linger");
    assertThat(text(units.resolve("court.timer")))
        .contains("OnCalendar=*:*:00\n", "AccuracySec=1s\n", "Persistent=true\n");
    assertThat(text(units.resolve("court.service")))
        .contains("Environment=COURT_HOME=" + home, "ExecStart=" + launcher + " run-due\n");
    assertThat(text(folder.resolve("asked")))
        .isEqualTo("--user daemon-reload\n--user enable --now court.timer\n");
    assertThat(type("install systemd --yes").succeeds().out()).isEmpty();

    type("install systemd --remove --yes").succeeds();

    assertThat(units).isEmptyDirectory();
    assertThat(text(folder.resolve("asked"))).contains("--user disable --now court.timer\n");
    assertThat(type("install systemd --remove --yes").succeeds().err())
        .contains("Nothing of court");
  }

  @Test
  void systemd_reads_what_it_would_take_for_its_own() throws IOException {
    Path odd = Files.createDirectory(folder.resolve("1% \"$x"));
    court("--home", odd.toString(), "--account", "Ann-A", "add", "--at", "2026-12-02T17:00");
    court("--home", odd.toString(), "--account", "Ann-A", "install", "systemd", "--yes").succeeds();

    Path service = folder.resolve(".config/systemd/user/court-Ann\\x2dA.service");
    assertThat(text(service))
        .contains("Environment=\"COURT_HOME=" + folder + "/1%% \\\"$x\"\n")
        .contains(" --account=Ann-A run-due\n");
  }

  @Test
  void a_unit_of_somebody_else_is_left_alone() throws IOException {
    Path units = Files.createDirectories(folder.resolve(".config/systemd/user"));
    Files.writeString(units.resolve("court.service"), "[Unit]\n");

    type("install systemd --yes").failsWith(ExitCodes.SETUP, "not from 'court install'");
    type("install systemd --remove --yes").succeeds();

    assertThat(text(units.resolve("court.service"))).isEqualTo("[Unit]\n");
  }

  private void losesTheBus() throws IOException {
    program("systemctl", "#!/bin/sh\necho 'Failed to connect to bus' >&2\nexit 1\n");
  }

  @Test
  void a_systemd_that_cannot_be_reached_is_told_and_nothing_is_left() throws IOException {
    losesTheBus();

    Ran ran = type("install systemd --yes");

    assertThat(ran.code()).isEqualTo(ExitCodes.SETUP);
    assertThat(ran.err())
        .hasLineCount(1)
        .contains("Failed to connect to bus", "log in as the user itself", "as it was again");
    assertThat(folder.resolve(".config/systemd/user")).isEmptyDirectory();
    assertThat(type("install systemd --remove").succeeds().err()).contains("Nothing of court");
  }

  @Test
  void a_timer_that_systemd_does_not_start_is_not_left_and_an_older_one_stays() throws IOException {
    Path units = folder.resolve(".config/systemd/user");
    type("install systemd --yes").succeeds();
    String old = text(units.resolve("court.service")).replace(" run-due", " old");
    Files.writeString(units.resolve("court.service"), old);
    program("systemctl", "#!/bin/sh\n[ \"$2\" != enable ] || { echo 'no timer' >&2; exit 1; }\n");

    assertThat(type("install systemd --yes").err()).contains("enable --now court.timer' failed");

    assertThat(text(units.resolve("court.service"))).isEqualTo(old);
    assertThat(units.resolve("court.timer")).exists();
  }

  @Test
  void the_files_go_also_when_systemd_cannot_be_reached() throws IOException {
    Path units = folder.resolve(".config/systemd/user");
    type("install systemd --yes").succeeds();
    Path wants = Files.createDirectory(units.resolve("timers.target.wants"));
    Files.createSymbolicLink(wants.resolve("court.timer"), units.resolve("court.timer"));
    losesTheBus();

    Ran ran = type("install systemd --remove --yes").succeeds();

    assertThat(ran.err()).contains("could not be reached (Failed to connect to bus)", "Done.");
    assertThat(units).isDirectoryNotContaining("glob:**/court.*");
    assertThat(wants).isEmptyDirectory();
    assertThat(type("install systemd --remove --yes").succeeds().err())
        .contains("Nothing of court");
  }

  @Test
  void the_files_go_also_where_there_is_no_systemctl_any_more() throws IOException {
    type("install systemd --yes").succeeds();
    player.with("PATH", folder.toString());

    type("install systemd --remove --yes").succeeds();

    assertThat(folder.resolve(".config/systemd/user")).isEmptyDirectory();
  }

  @Test
  void github_gets_a_workflow_in_a_repository_of_court() throws IOException {
    Path workflow = folder.resolve(".github/workflows/court.yml");
    String here = folder.toString();
    court("install", "github", here).failsWith(ExitCodes.USAGE, "not the top of a git repository");
    Files.createDirectory(folder.resolve(".git"));
    court("install", "github", here).failsWith(ExitCodes.USAGE, "has no scripts/court");
    Files.createDirectory(folder.resolve("scripts"));
    Files.createFile(folder.resolve("scripts/court"));

    court("install", "github", here, "--yes").succeeds();

    assertThat(text(workflow)).contains("run-due");
    assertThat(court("install", "github", here).succeeds().out()).isEmpty();
    court("install", "github", here, "--remove", "--yes").succeeds();
    assertThat(workflow).doesNotExist();
  }

  @Test
  void what_makes_no_sense_is_told_in_one_line() {
    type("install").failsWith(ExitCodes.USAGE, "missing required parameter: 'WHERE'");
    type("install at")
        .failsWith(ExitCodes.USAGE, "[cron, systemd, github, render, heroku, railway, fly]");
    type("install cron /tmp")
        .failsWith(ExitCodes.USAGE, "a folder goes with what is written into a repository");
  }
}
