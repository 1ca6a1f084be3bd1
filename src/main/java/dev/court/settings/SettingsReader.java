package dev.court.settings;

import dev.court.booking.BookingWindow;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import dev.court.booking.SetupProblem;
import dev.court.booking.TennisCourt;
import dev.court.booking.Venue;
import dev.court.log.LogLevel;
import dev.court.notification.channel.Channel;
import dev.court.notification.channel.Channels;
import dev.court.notification.channel.Ping;
import dev.court.secret.Secret;
import dev.court.text.DurationText;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the settings from the environment and {@code config.json}. */
public final class SettingsReader {
  private final SettingSources sources;

  /**
   * A reader of these sources.
   *
   * @param file the values of {@link ConfigFile#read}
   */
  public SettingsReader(Map<String, String> environment, Map<String, Object> file) {
    this.sources = new SettingSources(environment, file);
  }

  /**
   * Reads the effective settings.
   *
   * @throws SetupProblem when one of them is wrong; the message names the setting and its source
   */
  public Settings read(HomeFolder home) {
    return new Settings(
        home.path(),
        dbUrl(home.path()),
        url(SettingKey.API_URL),
        url(SettingKey.AUTH_URL),
        sources.text(SettingKey.CLIENT_ID),
        url(SettingKey.REDIRECT_URI, sources.text(SettingKey.REDIRECT_URI)),
        sources.text(SettingKey.OCCUPANT_ID),
        venue(),
        convert(SettingKey.LOG, SettingsReader::level),
        sources.text(SettingKey.AMENITY_TYPE_ID),
        convert(SettingKey.GUESTS, SettingsReader::number),
        sources.text(SettingKey.AMENITY_RESERVATION_TYPE),
        patterns(SettingKey.TAKEN_PATTERNS),
        patterns(SettingKey.TOO_EARLY_PATTERNS),
        channels(),
        pingUrl(),
        origins(home));
  }

  private List<String> patterns(SettingKey key) {
    try {
      return Patterns.read(sources.structure(key));
    } catch (InvalidRequest e) {
      throw sources.wrong(key, e.getMessage(), e);
    }
  }

  private List<Channel> channels() {
    try {
      return Channels.read(sources.structure(SettingKey.NOTIFY));
    } catch (InvalidRequest e) {
      throw sources.wrong(SettingKey.NOTIFY, e.getMessage(), e);
    }
  }

  private Secret pingUrl() {
    return sources.text(SettingKey.PING_URL) == null
        ? null
        : convert(SettingKey.PING_URL, Ping::address);
  }

  private Venue venue() {
    return new Venue(
        convert(SettingKey.TIMEZONE, SettingsReader::zone),
        convert(SettingKey.WINDOW, BookingWindow::parse),
        convert(SettingKey.SLOT, text -> Venue.checkedSlot(length(text))),
        convert(SettingKey.MAX_DURATION, SettingsReader::length),
        courts(),
        convert(SettingKey.NOTICE, SettingsReader::notice));
  }

  private List<TennisCourt> courts() {
    try {
      return CourtSettings.read(sources.structure(SettingKey.COURTS));
    } catch (InvalidRequest e) {
      throw sources.wrong(SettingKey.COURTS, e.getMessage(), e);
    }
  }

  private String dbUrl(Path home) {
    return sources.text(SettingKey.DB_URL) == null
        ? DatabaseUrl.in(home)
        : convert(SettingKey.DB_URL, DatabaseUrl::checked);
  }

  private URI url(SettingKey key) {
    String text = sources.text(key);
    return url(key, text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }

  private URI url(SettingKey key, String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw sources.wrong(key, "is no URL", e);
    }
  }

  private <T> T convert(SettingKey key, Function<String, T> reader) {
    try {
      return reader.apply(sources.text(key));
    } catch (InvalidRequest e) {
      throw sources.wrong(key, e.getMessage(), e);
    }
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
          case DB_URL -> DatabaseUrl.shown(dbUrl(home));
          case COURTS -> CourtSettings.words(courts());
          case TAKEN_PATTERNS, TOO_EARLY_PATTERNS -> words(patterns(key));
          case NOTIFY -> channels().isEmpty() ? null : Channels.words(channels());
          case PING_URL -> sources.text(key) == null ? null : Ping.shown(pingUrl());
          default -> sources.text(key);
        };
    return new Setting(key.word(), value, sources.source(key));
  }

  private static String words(List<String> patterns) {
    return patterns.isEmpty() ? null : String.join(", ", patterns);
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new InvalidRequest(
          "%s is no time zone: write it such as America/New_York".formatted(Quote.of(text)), e);
    }
  }

  private static Duration notice(String text) {
    return text.matches("(?i)PT?0[A-Z]") ? Duration.ZERO : length(text);
  }

  private static Duration length(String text) {
    return DurationText.iso(text)
        .filter(duration -> !duration.isNegative() && !duration.isZero())
        .orElseThrow(
            () ->
                new InvalidRequest(
                    "%s is no length of time: write it such as PT30M".formatted(Quote.of(text))));
  }

  private static LogLevel level(String word) {
    return LogLevel.of(word)
        .orElseThrow(
            () ->
                new InvalidRequest(
                    "%s is no level of the log: there is %s"
                        .formatted(Quote.of(word), String.join(", ", LogLevel.words()))));
  }

  private static String number(String text) {
    if (!text.matches("\\d{1,3}")) {
      throw new InvalidRequest("%s is no number of guests".formatted(Quote.of(text)));
    }
    return text;
  }
}
