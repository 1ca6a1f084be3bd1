package dev.court.cli.setup;

import dev.court.doctor.Doctor;
import dev.court.held.TryOccupant;
import dev.court.notification.SendTestMessage;
import dev.court.planning.RequestMaker;
import dev.court.schedule.AddSchedule;
import dev.court.schedule.ListSchedules;
import dev.court.session.Login;
import dev.court.session.Session;
import dev.court.settings.ConfigFile;
import dev.court.settings.HomeFolder;
import dev.court.settings.Settings;

/** The use cases that {@code court init} puts together. */
public interface SetupCases {

  /**
   * From now on home and database are made, and all is read anew: what was asked for before only
   * looked.
   */
  void startWriting();

  HomeFolder home();

  Settings settings();

  ConfigFile configFile();

  /** Whether the account of the command is there, or is the one that needs no making. */
  boolean hasAccount();

  Session session();

  Login login();

  /** Asks the building about this occupant, set or not. */
  TryOccupant tryOccupant(String occupantId);

  RequestMaker requests();

  AddSchedule addSchedule();

  ListSchedules schedules();

  SendTestMessage testMessage();

  Doctor doctor();
}
