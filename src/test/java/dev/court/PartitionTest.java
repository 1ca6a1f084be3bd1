package dev.court;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.court.PartitionPlay.Scene;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two machines, and lines on which packets vanish, by the real clock: {@link PartitionPlay} plays
 * all scenes in one process, some beside others, for a minute and a half. The line that is cut is
 * that of the machine which holds the booking, unless its name says otherwise.
 */
@Tag("postgres")
@Tag("long-on-server")
class PartitionTest {
  /** The server ends a session three seconds after its packets stop, as it counts. */
  private static final Duration NOTICED = Duration.ofSeconds(4);

  /** Many scenes share this machine; {@link MachinesKilledTest} measures more closely. */
  private static final Duration ON_TIME = Duration.ofSeconds(1);

  private static final Pattern LINE =
      Pattern.compile("([A-Z_]+) held=(\\d+) status=(\\w+) late=(-?\\d+) asked=(\\S*) .*");

  private static final Pattern TRANSACTION = Pattern.compile("([A-Z_]+) took=(\\d+) said=(.*)");

  private static String printed;

  @TempDir static Path folder;

  /** What came of a scene; the times are milliseconds after the opening. */
  private record Played(int held, String status, long late, List<String> asked) {
    static Played of(MatchResult found) {
      return new Played(
          Integer.parseInt(found.group(2)),
          found.group(3),
          Long.parseLong(found.group(4)),
          List.of(found.group(5).split(",")));
    }

    List<String> courts() {
      return asked.stream().map(one -> one.replaceFirst(".*:", "")).distinct().toList();
    }
  }

  @BeforeAll
  static void play() throws IOException, InterruptedException {
    String postgres = System.getProperty("court.postgres");
    assumeThat(postgres).isNotNull();
    assumeThat(Network.isPossible())
        .as("this machine gives its users no network namespaces (unshare -Urn, ip, bridges)")
        .isTrue();
    List<String> command = new ArrayList<>(Network.OWN);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-Dcourt.postgres=" + Path.of(postgres).toAbsolutePath(), "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(PartitionPlay.class.getName(), folder.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    System.out.println(printed);
    assertThat(process.waitFor()).as(printed).isZero();
  }

  private static Map<Scene, Played> played() {
    return found(LINE).collect(Collectors.toMap(one -> Scene.valueOf(one.group(1)), Played::of));
  }

  private static Stream<MatchResult> found(Pattern pattern) {
    return pattern.matcher(printed).results();
  }

  /** What this machine costs a court when nothing is cut, beside the same others, comes on top. */
  private static void assertLate(Scene scene, Duration atMost) {
    Map<Scene, Played> played = played();
    long noise = Math.max(played.get(Scene.NOTHING).late(), played.get(Scene.NOTHING_AGAIN).late());
    Figures.assertLate(Duration.ofMillis(played.get(scene).late()), atMost.plusMillis(noise));
  }

  static Stream<Scene> scenes() {
    return EnumSet.complementOf(
        EnumSet.of(Scene.POWER_IN_A_TRANSACTION, Scene.STOPPED_IN_A_TRANSACTION))
        .stream();
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void one_court_is_held_and_no_second_one_was_asked_for(Scene scene) {
    Played played = played().get(scene);

    assertThat(played.held()).isEqualTo(1);
    assertThat(played.status()).isEqualTo("success");
    assertThat(played.courts()).hasSize(1);
    assertThat(played.late()).isNotNegative();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "DATABASE_BEFORE_ARMED",
        "DATABASE_AFTER_ARMED",
        "DATABASE_IN_THE_SHOT",
        "ATRIUM_IN_THE_SHOT",
        "POWER_BEFORE_ARMED",
        "POWER_IN_THE_SHOT",
        "STANDBY_CAME_BACK",
        "DATABASE_THEN_POWER_AFTER_THE_ANSWER",
        "DATABASE_OF_BOTH_AND_ONE_COURT"
      })
  void the_court_is_asked_for_on_time(Scene scene) {
    assertLate(scene, ON_TIME);
  }

  /** The courts are armed again as soon as it answers. */
  @ParameterizedTest
  @EnumSource(names = {"RESTART_IN_ORDER", "RESTART_AT_ONCE"})
  void a_server_that_is_restarted_in_the_last_second_costs_little_time(Scene scene) {
    assertLate(scene, NOTICED);
  }

  /** Nobody else may have sent the request, so it is sent as soon as that is noticed. */
  @Test
  void what_a_machine_has_armed_that_lost_its_power_is_asked_for_when_that_is_noticed() {
    assertLate(Scene.POWER_AFTER_ARMED, NOTICED);
  }

  @ParameterizedTest
  @EnumSource(names = {"POWER_IN_A_TRANSACTION", "STOPPED_IN_A_TRANSACTION"})
  void a_machine_that_is_gone_in_a_transaction_is_waited_for(Scene scene) {
    MatchResult found =
        found(TRANSACTION)
            .filter(one -> one.group(1).equals(scene.name()))
            .findFirst()
            .orElseThrow();

    assertThat(found.group(3)).isEqualTo("done");
    Figures.assertLate(
        Duration.ofMillis(Long.parseLong(found.group(2))),
        Duration.ofSeconds(scene == Scene.POWER_IN_A_TRANSACTION ? 5 : 10));
  }
}
