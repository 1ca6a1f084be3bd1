package dev.court;

import dev.court.cli.setup.SetupCases;
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

/** Lets a set-up use the application before and after what it writes. */
record ApplicationSetup(Application application) implements SetupCases {
  @Override
  public void startWriting() {
    application.home().startWriting();
  }

  @Override
  public HomeFolder home() {
    return application.home().folder();
  }

  @Override
  public Settings settings() {
    return application.home().settings();
  }

  @Override
  public ConfigFile configFile() {
    return application.home().configFile();
  }

  @Override
  public boolean hasAccount() {
    return application.hasAccount();
  }

  @Override
  public Session session() {
    return application.sessions().session();
  }

  @Override
  public Login login() {
    return application.sessions().login();
  }

  @Override
  public TryOccupant tryOccupant(String occupantId) {
    return application.tryOccupant(occupantId);
  }

  @Override
  public RequestMaker requests() {
    return application.requestMaker();
  }

  @Override
  public AddSchedule addSchedule() {
    return application.addSchedule();
  }

  @Override
  public ListSchedules schedules() {
    return application.listSchedules();
  }

  @Override
  public SendTestMessage testMessage() {
    return application.sendTestMessage();
  }

  @Override
  public Doctor doctor() {
    return application.doctor();
  }
}
