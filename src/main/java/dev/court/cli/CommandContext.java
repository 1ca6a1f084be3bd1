package dev.court.cli;

import java.time.InstantSource;

/** What a command line gets from the program around it. */
public interface CommandContext {

  /**
   * The commands for one command line.
   *
   * @param target what the options of the line say, once it is read
   */
  Commands commands(Target target);

  /** A variable of the environment that says how to print; null when it is not set. */
  String variable(String name);

  /** The time, as every use case sees it. */
  InstantSource clock();
}
