package dev.court.settings;

import dev.court.booking.SetupProblem;
import dev.court.booking.Venue;
import dev.court.notification.channel.Channels;
import dev.court.notification.channel.Ping;
import dev.court.secret.Secret;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the settings from the environment and {@code config.json}. */
public final class SettingsReader {
  private final SettingSources sources;
  private final SettingValues values;

  /**
   * A reader of these sources.
   *
   * @param file the values of {@link ConfigFile#read}
   */
  public SettingsReader(Map<String, String> environment, Map<String, Object> file) {
    this.sources = new SettingSources(environment, file);
    this.values = new SettingValues(sources);
  }

  /**
   * Reads the effective settings.
   *
   * @throws SetupProblem when one of them is wrong; the message names the setting and its source
   */
  public Settings read(HomeFolder home) {
    return new Settings(
        home.path(),
        Secret.of(values.dbUrl(home.path())),
        values.service(SettingKey.API_URL),
        values.service(SettingKey.AUTH_URL),
        values.text(SettingKey.CLIENT_ID),
        values.redirectUri(),
        values.occupantId(),
        venue(),
        values.log(),
        values.text(SettingKey.AMENITY_TYPE_ID),
        values.guests(),
        values.text(SettingKey.AMENITY_RESERVATION_TYPE),
        values.patterns(SettingKey.TAKEN_PATTERNS),
        values.patterns(SettingKey.TOO_EARLY_PATTERNS),
        values.channels(),
        values.accounts(),
        values.pingUrl(),
        origins(home));
  }

  /** What {@link #read} says of one setting; empty when it can be used. */
  Optional<SetupProblem> problem(SettingKey key, Path home) {
    try {
      Object unused = values.value(key, home);
      return Optional.empty();
    } catch (SetupProblem e) {
      return Optional.of(e);
    }
  }

  /** What {@link #read} says of each setting that cannot be used. */
  List<SetupProblem> problems(Path home) {
    return Arrays.stream(SettingKey.values()).flatMap(key -> problem(key, home).stream()).toList();
  }

  private Venue venue() {
    return new Venue(
        values.zone(),
        values.window(),
        values.slot(),
        values.maxDuration(),
        values.courts(),
        values.notice());
  }

  private List<Setting> origins(HomeFolder home) {
    Setting folder = new Setting("home", home.path().toString(), home.source());
    return Stream.concat(
            Stream.of(folder),
            Arrays.stream(SettingKey.values()).map(key -> origin(key, home.path())))
        .toList();
  }

  private Setting origin(SettingKey key, Path home) {
    String value =
        switch (key) {
          case DB_URL -> DatabaseUrl.shown(values.dbUrl(home));
          case COURTS -> CourtSettings.words(values.courts());
          case TAKEN_PATTERNS, TOO_EARLY_PATTERNS -> words(values.patterns(key));
          case NOTIFY -> values.channels().isEmpty() ? null : Channels.words(values.channels());
          case ACCOUNTS ->
              values.accounts().isEmpty() ? null : AccountSettings.words(values.accounts());
          case PING_URL -> values.text(key) == null ? null : Ping.shown(values.pingUrl());
          default -> values.text(key);
        };
    return new Setting(key.word(), value, sources.source(key));
  }

  private static String words(List<String> patterns) {
    return patterns.isEmpty() ? null : String.join(", ", patterns);
  }
}
