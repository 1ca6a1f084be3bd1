package dev.court.doctor;

import dev.court.booking.Problem;
import dev.court.settings.Setting;
import dev.court.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Checks that the settings can be used, and that the occupant, which has no default, is set. */
final class SettingsCheck implements Check {
  private static final List<String> TEXTS = List.of("config.json", "COURT_CONFIG");

  private final Lazy<Settings> settings;
  private final String account;
  private final Function<String, Optional<Problem>> missingSetup;

  SettingsCheck(
      Lazy<Settings> settings, String account, Function<String, Optional<Problem>> missingSetup) {
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
    List<String> inFile = sourcesOfText(set);
    return missingSetup
        .apply(account)
        .map(problem -> Finding.trouble(subject(), problem))
        .orElseGet(
            () ->
                Finding.ok(
                    subject(),
                    "occupant %s at %s, %s sets %s"
                        .formatted(
                            set.occupantId(account).orElse("not set"),
                            set.apiUrl().getAuthority(),
                            inFile.isEmpty() ? TEXTS.get(0) : inFile.get(0),
                            inFile.isEmpty() ? "nothing" : inFile.size())));
  }

  /** One for each setting that has its value there; the variable is in the place of the file. */
  private static List<String> sourcesOfText(Settings settings) {
    return settings.origins().stream().map(Setting::source).filter(TEXTS::contains).toList();
  }
}
