package dev.court.doctor;

import dev.court.booking.Problem;
import dev.court.settings.Settings;
import java.util.Optional;
import java.util.function.Supplier;

/** Checks that the settings can be used, and that the occupant, which has no default, is set. */
final class SettingsCheck implements Check {
  private final Lazy<Settings> settings;
  private final String account;
  private final Supplier<Optional<Problem>> missingSetup;

  SettingsCheck(Lazy<Settings> settings, String account, Supplier<Optional<Problem>> missingSetup) {
    this.account = account;
    this.settings = settings;
    this.missingSetup = missingSetup;
  }

  @Override
  public String subject() {
    return "settings";
  }

  @Override
  public Finding look() {
    Settings set = settings.get();
    return missingSetup
        .get()
        .map(problem -> Finding.trouble(subject(), problem))
        .orElseGet(
            () ->
                Finding.ok(
                    subject(),
                    "occupant %s at %s, config.json sets %s"
                        .formatted(
                            set.occupantId(account).orElse("not set"),
                            set.apiUrl().getAuthority(),
                            inFile(set) == 0 ? "nothing" : inFile(set))));
  }

  private static long inFile(Settings settings) {
    return settings.origins().stream().filter(one -> one.source().equals("config.json")).count();
  }
}
