package dev.court.cli;

import dev.court.booking.InvalidRequest;
import java.util.List;

/** What the options of a command line say it works on. Asked for only after the line is read. */
public interface Target {

  /** The folder that everything is kept in; null for the one that the environment names. */
  String home();

  /**
   * The name of the account whose bookings are meant.
   *
   * @throws InvalidRequest when it cannot be the name of one
   */
  String account();

  /**
   * The names of the accounts that the line names; empty when it names none.
   *
   * @throws InvalidRequest when one cannot be the name of one
   */
  List<String> accounts();

  /** The name of the command, such as {@code add}; empty when the line names none. */
  String command();

  /** Whether standard error shows what the log of this command holds. */
  boolean debug();
}
