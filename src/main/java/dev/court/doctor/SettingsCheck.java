package dev.court.doctor;

import dev.court.Application;
import dev.court.settings.Settings;

/** Settings that can be read and used, and what has no default: the account at the building. */
final class SettingsCheck implements Check {
  private final Lazy<Application> operations;

  SettingsCheck(Lazy<Application> operations) {
    this.operations = operations;
  }

  @Override
  public String subject() {
    return "settings";
  }

  @Override
  public Finding look() {
    Application opened = operations.get();
    Settings settings = opened.settings();
    return opened
        .missingSetup()
        .map(problem -> Finding.trouble(subject(), problem))
        .orElseGet(
            () ->
                Finding.ok(
                    subject(),
                    "occupant %s at %s, config.json sets %s"
                        .formatted(
                            settings.occupantId(),
                            settings.apiUrl().getAuthority(),
                            inFile(settings) == 0 ? "nothing" : inFile(settings))));
  }

  private static long inFile(Settings settings) {
    return settings.origins().stream().filter(one -> one.source().equals("config.json")).count();
  }
}
