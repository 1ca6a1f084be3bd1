package dev.court.cli;

import dev.court.terminal.Console;
import java.time.InstantSource;
import java.util.Map;

/** Starts the same program in another environment, by another clock and with other streams. */
public interface Rehearsal {

  /**
   * The program; it has not run yet.
   *
   * @param environment all variables that it sees
   */
  Cli start(Map<String, String> environment, InstantSource clock, Console console);
}
