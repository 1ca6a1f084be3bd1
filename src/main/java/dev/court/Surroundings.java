package dev.court;

import dev.court.atrium.http.HttpTransport;
import dev.court.log.Log;
import dev.court.workspace.RunLock;
import dev.court.workspace.StopSignal;
import dev.court.workspace.Waiter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;

/**
 * Everything outside the program that it depends on, apart from its streams.
 *
 * @param environment the only variables that the program sees
 * @param waiters makes a waiter that goes by the given clock
 * @param runLocks makes the lock of this process in a home
 * @param stop asks this process to end
 * @param limits how long the program waits for others
 */
public record Surroundings(
    Map<String, String> environment,
    InstantSource clock,
    Function<InstantSource, Waiter> waiters,
    Function<Path, RunLock> runLocks,
    StopSignal stop,
    Limits limits) {

  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /** The same process with other variables and another clock. */
  Surroundings with(Map<String, String> otherEnvironment, InstantSource otherClock) {
    return new Surroundings(otherEnvironment, otherClock, waiters, runLocks, stop, limits);
  }

  /** What this machine calls itself; on some platforms the name of the kernel changes each day. */
  String machineName() {
    String dyno = environment.getOrDefault("DYNO", "");
    String host = dyno.isBlank() ? ProcessRunLocks.kernelName() : dyno;
    return host.isBlank() ? environment.getOrDefault("HOSTNAME", "this machine") : host;
  }

  Waiter waiter() {
    return waiters.apply(clock);
  }

  /**
   * Makes an HTTP transport, which the caller closes.
   *
   * @throws dev.court.booking.SetupProblem when flags of this Java make it send requests twice
   */
  HttpTransport transport(Log log) {
    return new HttpTransport(clock, System.getProperties(), limits.http(), log);
  }
}
