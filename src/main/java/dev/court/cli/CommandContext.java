package dev.court.cli;

import dev.court.Application;
import dev.court.doctor.Doctor;
import dev.court.host.Host;
import dev.court.settings.ConfigFile;
import java.time.InstantSource;
import java.util.Map;

/** Opens what a command works with, once its line is read. */
public interface CommandContext {

  /**
   * The use cases for one command.
   *
   * @param home the folder to keep everything in; null for the one the environment names
   * @param account whose bookings they are
   */
  Application open(String home, String account);

  /**
   * A look at everything, for when something is wrong.
   *
   * @param home as for {@link #open}, which need not succeed
   */
  Doctor checkup(String home, String account);

  /** The settings file of a home, to look at and mend when it cannot be used. */
  ConfigFile configFile(String home);

  /** A variable of the environment that says how to print; null when it is not set. */
  String variable(String name);

  /** The time, as every use case sees it. */
  InstantSource clock();

  /** The machine that this runs on. */
  Host host();

  /** The same program in another environment and at another time, for a rehearsal. */
  CommandContext elsewhere(Map<String, String> environment, InstantSource clock);
}
