package dev.court.bench;

import dev.court.sandbox.Fault;
import dev.court.sandbox.FaultKind;
import dev.court.sandbox.Sandbox;
import dev.court.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A sandbox and a home, signed in and told what to book, for one run of {@code run-due}. */
final class Stage implements AutoCloseable {
  /** A run gives up a minute after the opening, and reads for a while what may be held. */
  private static final Duration LONGEST_RUN = Duration.ofMinutes(3);

  private static final Duration FAR_OFF = Duration.ofHours(6);

  private final Ground ground;
  private final Scene scene;
  private final Sandbox sandbox;
  private final Home home;

  private Stage(Ground ground, Scene scene, Sandbox sandbox, Home home) {
    this.ground = ground;
    this.scene = scene;
    this.sandbox = sandbox;
    this.home = home;
  }

  /** Sets everything up for {@code scene}: signed in, and a schedule for each of its courts. */
  static Stage set(Ground ground, Scene scene) throws IOException {
    Sandbox sandbox =
        Sandbox.start(
            SandboxOptions.at(InstantSource.system())
                .withVenue(scene.venue())
                .withFaults(List.of(Fault.of(FaultKind.CLOCK).lasting(scene.clock()))));
    Path folder = ground.newFolder();
    Stage stage = new Stage(ground, scene, sandbox, new Home(folder, variables(scene, sandbox)));
    stage.furnish();
    return stage;
  }

  /** One whose courts open so late that no tick looks that far, and a backup is made. */
  static Stage idle(Ground ground) throws IOException {
    return set(ground, Scene.opening(Instant.now().plus(FAR_OFF), 2, Duration.ZERO));
  }

  private static Map<String, String> variables(Scene scene, Sandbox sandbox) {
    Map<String, String> variables = new HashMap<>();
    variables.put("COURT_API_URL", sandbox.apiUrl().toString());
    variables.put("COURT_AUTH_URL", sandbox.authUrl().toString());
    variables.put("COURT_OCCUPANT_ID", sandbox.occupantId());
    variables.put("COURT_TIMEZONE", scene.venue().zone().getId());
    variables.put("COURT_SLOT", scene.venue().slot().toString());
    variables.put("COURT_WINDOW", scene.window().toString());
    return variables;
  }

  private void furnish() throws IOException {
    home.furnish(scene.venue());
    home.type(sandbox.refreshToken(), "login", "--with-token");
    scene.venue().courts().forEach(court -> add(court.id()));
  }

  private void add(String court) {
    home.court("add", "--at", scene.start().toString(), "--court", court);
  }

  Scene scene() {
    return scene;
  }

  Home home() {
    return home;
  }

  /** A run in this process, at once. */
  void runHere() {
    home.court("run-due");
  }

  /**
   * A cold tick: a process that starts {@code lead} before the opening, as cron would start it.
   *
   * @return what reached the sandbox by the time it ended
   */
  Arrivals tick(Route.Way way, Duration lead) throws IOException, InterruptedException {
    // now, and not while the request arrives
    System.gc();
    Pauses.until(scene.ours().minus(lead));
    Process run = ground.start(variables(way), List.of(ground.launcher(), "run-due"));
    if (!run.waitFor(LONGEST_RUN.toSeconds(), TimeUnit.SECONDS)) {
      run.destroyForcibly();
    }
    return Arrivals.at(sandbox);
  }

  int port() {
    return sandbox.apiUrl().getPort();
  }

  private Map<String, String> variables(Route.Way way) {
    Map<String, String> variables = new HashMap<>(home.environment());
    variables.put("COURT_API_URL", way.url(sandbox.apiUrl()).toString());
    variables.put("COURT_AUTH_URL", way.url(sandbox.authUrl()).toString());
    variables.put("COURT_JAVA_OPTS", way.javaOptions() + " " + ground.javaOptions());
    return variables;
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
