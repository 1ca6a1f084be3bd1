package dev.court.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** All settings. The environment takes precedence over {@code config.json}. */
public enum SettingKey {
  DB_URL(null, true),
  API_URL("https://api.atriumapp.co/api/v1", true),
  AUTH_URL("https://auth.atriumapp.co/realms/my-tfc", true),
  CLIENT_ID("my-tfc", true),
  REDIRECT_URI("https://my.tfc.com/", true),
  OCCUPANT_ID(null, true),
  TIMEZONE("America/New_York", true),
  WINDOW("PT168H", true),
  SLOT("PT30M", true),
  LOG("info", true),
  MAX_DURATION("PT1H", false),
  NOTICE("PT1H", false),
  AMENITY_TYPE_ID("10", false),
  GUESTS("1", false),
  AMENITY_RESERVATION_TYPE("TR", false),
  COURTS(null, false),
  TAKEN_PATTERNS(null, false),
  TOO_EARLY_PATTERNS(null, false),
  NOTIFY(null, false),
  ACCOUNTS(null, false),
  PING_URL(null, true);

  private final String standard;
  private final boolean inEnvironment;

  SettingKey(String standard, boolean inEnvironment) {
    this.standard = standard;
    this.inEnvironment = inEnvironment;
  }

  /** The name in {@code config.json}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of the environment variable; empty when the setting has none. */
  public Optional<String> variable() {
    return inEnvironment ? Optional.of("COURT_" + name()) : Optional.empty();
  }

  /** The default; empty when there is none, or it is no plain text. */
  Optional<String> standard() {
    return Optional.ofNullable(standard);
  }

  /** The setting with a name in {@code config.json}; empty when there is none. */
  public static Optional<SettingKey> of(String word) {
    return Arrays.stream(values()).filter(key -> key.word().equals(word)).findFirst();
  }
}
