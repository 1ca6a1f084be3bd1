package dev.court.cli;

import dev.court.booking.Venue;
import dev.court.log.Log;
import java.util.List;

/** The commands of one command line. They share what they open, such as the database. */
public interface Commands extends AutoCloseable {

  /** The names of all commands, in the order in which the help shows them. */
  List<String> names();

  /**
   * Makes the command of that name. The command opens its use cases when it runs, because they
   * depend on options of the line.
   *
   * @throws IllegalArgumentException when there is none
   */
  Object command(String name);

  /** What is shown where no command is named. */
  HomeScreen homeScreen();

  /**
   * The building that the settings describe.
   *
   * @throws dev.court.booking.SetupProblem when the settings cannot be used
   */
  Venue venue();

  /** The log of this command line; {@link Log#NONE} while the settings were not read. */
  Log log();

  /** Closes what the commands opened. */
  @Override
  void close();
}
