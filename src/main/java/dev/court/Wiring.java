package dev.court;

import dev.court.atrium.http.HttpTransport;
import dev.court.cli.Cli;
import dev.court.cli.CommandContext;
import dev.court.doctor.Doctor;
import dev.court.host.Host;
import dev.court.secret.Secret;
import dev.court.session.Keyring;
import dev.court.settings.ConfigFile;
import dev.court.settings.HomeFolder;
import dev.court.settings.Settings;
import dev.court.settings.SettingsReader;
import dev.court.terminal.Console;
import dev.court.workspace.LeaseOwner;
import dev.court.workspace.ParkingWaiter;
import dev.court.workspace.Waiter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts the program together: the only place that reads the environment and builds clock, client,
 * database and keys.
 */
public final class Wiring implements CommandContext {
  private final Map<String, String> environment;
  private final Console console;
  private final InstantSource clock;
  private final Function<InstantSource, Waiter> waiter;
  private final LeaseOwner claimant;
  private final Limits limits;

  /**
   * A program in a world of one's own, for tests.
   *
   * @param environment variables; nothing else is read from the process
   * @param waiter makes what lets time pass by a clock
   */
  public Wiring(
      Map<String, String> environment,
      Console console,
      InstantSource clock,
      Function<InstantSource, Waiter> waiter,
      LeaseOwner claimant) {
    this(environment, console, clock, waiter, claimant, Limits.DEFAULT);
  }

  /** The same with other limits. */
  public Wiring(
      Map<String, String> environment,
      Console console,
      InstantSource clock,
      Function<InstantSource, Waiter> waiter,
      LeaseOwner claimant,
      Limits limits) {
    this.limits = limits;
    this.environment = Map.copyOf(environment);
    this.console = console;
    this.clock = clock;
    this.waiter = waiter;
    this.claimant = claimant;
  }

  /** The program as it is started from a shell or by cron. */
  static Wiring ofProcess() {
    return new Wiring(
        System.getenv(),
        ProcessConsole.open(),
        InstantSource.system(),
        ParkingWaiter::new,
        ProcessLeaseOwner.ofThisProcess());
  }

  /** Runs one command line and returns its exit code. */
  public int run(String... args) {
    return new Cli(this, console).run(args);
  }

  @Override
  public Application open(String home, String account) {
    HomeFolder folder = HomeFolder.locate(home, environment);
    Settings settings = new SettingsReader(environment, new ConfigFile(folder).read()).read(folder);
    return new Application(settings, surroundings(folder.path()), account);
  }

  @Override
  public Doctor checkup(String home, String account) {
    HomeFolder folder = HomeFolder.locate(home, environment);
    return new Doctor(folder, cronHome(), surroundings(folder.path()), () -> open(home, account));
  }

  /** Cron sets HOME and little else. */
  private Optional<Path> cronHome() {
    return Optional.ofNullable(environment.get("HOME"))
        .filter(home -> !home.isEmpty())
        .map(home -> HomeFolder.locate(null, Map.of("HOME", home)).path());
  }

  @Override
  public ConfigFile configFile(String home) {
    return new ConfigFile(HomeFolder.locate(home, environment));
  }

  @Override
  public String variable(String name) {
    return environment.get(name);
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public Host host() {
    return new Host(environment, Path.of(System.getProperty("user.home")));
  }

  @Override
  public CommandContext elsewhere(Map<String, String> other, InstantSource otherClock) {
    return new Wiring(other, console, otherClock, waiter, claimant, limits);
  }

  private Application.Resources surroundings(Path folder) {
    return new Application.Resources(
        clock,
        waiter.apply(clock),
        claimant,
        new Keyring(key(), folder.resolve("key")),
        () -> new HttpTransport(clock, System.getProperties(), limits.http()),
        environment::get,
        limits.delivery());
  }

  private Optional<Secret> key() {
    return Optional.ofNullable(environment.get("COURT_KEY"))
        .filter(key -> !key.isBlank())
        .map(key -> Secret.of(key.strip()));
  }
}
