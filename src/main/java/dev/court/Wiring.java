package dev.court;

import dev.court.cli.Cli;
import dev.court.cli.CommandContext;
import dev.court.cli.Commands;
import dev.court.cli.Target;
import dev.court.host.Host;
import dev.court.terminal.Console;
import dev.court.workspace.ParkingWaiter;
import dev.court.workspace.StopSignal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** Puts the program together: the only class that asks the process about its surroundings. */
public final class Wiring implements CommandContext {
  private final Surroundings surroundings;
  private final Console console;

  public Wiring(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  /** The program as a shell or cron starts it. */
  static Wiring ofProcess() {
    return new Wiring(
        new Surroundings(
            System.getenv(),
            InstantSource.system(),
            ParkingWaiter::new,
            new ProcessRunLocks()::in,
            new StopSignal(InstantSource.system()),
            Limits.DEFAULT),
        ProcessConsole.open());
  }

  /** To be raised by a signal. */
  StopSignal stop() {
    return surroundings.stop();
  }

  /** Runs one command line and returns its exit code. */
  public int run(String... args) {
    return cli().run(args);
  }

  @Override
  public Commands commands(Target target) {
    return new CommandTable(
        new Application(surroundings, target, new CommandLog(clock(), this::show)),
        new Host(surroundings.environment(), Path.of(System.getProperty("user.home"))),
        this::rehearsal);
  }

  @Override
  public String variable(String name) {
    return surroundings.environment().get(name);
  }

  @Override
  public InstantSource clock() {
    return surroundings.clock();
  }

  private void show(String logged) {
    console.err().print(logged);
    console.err().flush();
  }

  private Cli cli() {
    return new Cli(this, console);
  }

  private Cli rehearsal(Map<String, String> environment, InstantSource clock, Console other) {
    return new Wiring(surroundings.with(environment, clock), other).cli();
  }
}
