package dev.court.cli;

import dev.court.operation.Operations;

/** Opens the use cases once the command line is read. */
@FunctionalInterface
public interface Rooms {

  /**
   * The use cases for one command.
   *
   * @param home the folder to keep everything in; null for the one the environment names
   * @param account whose bookings they are
   */
  Operations open(String home, String account);
}
