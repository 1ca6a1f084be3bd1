package dev.court.settings;

import dev.court.atrium.http.AtriumSettings;
import dev.court.atrium.http.ServiceUrl;
import dev.court.booking.BookingWindow;
import dev.court.booking.CourtPreference;
import dev.court.booking.InvalidRequest;
import dev.court.booking.SetupProblem;
import dev.court.booking.TennisCourt;
import dev.court.booking.Venue;
import dev.court.log.LogLevel;
import dev.court.notification.channel.Channel;
import dev.court.notification.channel.Channels;
import dev.court.notification.channel.Ping;
import dev.court.secret.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads each setting from its source. Every method throws a {@link SetupProblem} that names the
 * setting and its source when the value cannot be used.
 */
final class SettingValues {
  private final SettingSources sources;

  SettingValues(SettingSources sources) {
    this.sources = sources;
  }

  String text(SettingKey key) {
    return sources.text(key);
  }

  /** Reads one setting, as every command does. */
  Object value(SettingKey key, Path home) {
    return switch (key) {
      case DB_URL -> dbUrl(home);
      case API_URL, AUTH_URL -> service(key);
      case REDIRECT_URI -> redirectUri();
      case OCCUPANT_ID -> occupantId();
      case TIMEZONE -> zone();
      case WINDOW -> window();
      case SLOT -> slot();
      case LOG -> log();
      case MAX_DURATION -> maxDuration();
      case NOTICE -> notice();
      case GUESTS -> guests();
      case COURTS -> courts();
      case TAKEN_PATTERNS, TOO_EARLY_PATTERNS -> patterns(key);
      case NOTIFY -> channels();
      case ACCOUNTS -> accounts();
      case PING_URL -> pingUrl();
      case CLIENT_ID, AMENITY_TYPE_ID, AMENITY_RESERVATION_TYPE -> text(key);
    };
  }

  String dbUrl(Path home) {
    return text(SettingKey.DB_URL) == null
        ? DatabaseUrl.in(home)
        : convert(SettingKey.DB_URL, url -> DatabaseUrl.checked(url, sources.foreign("PGSSLMODE")));
  }

  /** The address of a service, to which tokens are sent. */
  URI service(SettingKey key) {
    return convert(key, ServiceUrl::checked);
  }

  URI redirectUri() {
    try {
      return new URI(text(SettingKey.REDIRECT_URI));
    } catch (URISyntaxException e) {
      throw sources.wrong(SettingKey.REDIRECT_URI, "is no URL", e);
    }
  }

  /** Null when it is not set. */
  String occupantId() {
    if (text(SettingKey.OCCUPANT_ID) != null) {
      convert(
          SettingKey.OCCUPANT_ID,
          id -> {
            AtriumSettings.checkOccupant(id);
            return id;
          });
    }
    return text(SettingKey.OCCUPANT_ID);
  }

  ZoneId zone() {
    return convert(SettingKey.TIMEZONE, SettingTexts::zone);
  }

  BookingWindow window() {
    return convert(SettingKey.WINDOW, BookingWindow::parse);
  }

  Duration slot() {
    return convert(SettingKey.SLOT, text -> Venue.checkedSlot(SettingTexts.length(text)));
  }

  Duration maxDuration() {
    Duration most = convert(SettingKey.MAX_DURATION, SettingTexts::length);
    slotIfGood()
        .filter(slot -> slot.compareTo(most) > 0)
        .ifPresent(
            slot -> {
              throw sources.wrong(
                  SettingKey.MAX_DURATION,
                  "%s is shorter than a slot of %s (%s): no court could be booked"
                      .formatted(most, slot, sources.source(SettingKey.SLOT)),
                  null);
            });
    return most;
  }

  private Optional<Duration> slotIfGood() {
    try {
      return Optional.of(slot());
    } catch (SetupProblem e) {
      return Optional.empty();
    }
  }

  Duration notice() {
    return convert(SettingKey.NOTICE, SettingTexts::notice);
  }

  LogLevel log() {
    return convert(SettingKey.LOG, SettingTexts::level);
  }

  String guests() {
    return convert(SettingKey.GUESTS, SettingTexts::guests);
  }

  List<TennisCourt> courts() {
    return structure(SettingKey.COURTS, CourtSettings::read);
  }

  List<String> patterns(SettingKey key) {
    return structure(key, Patterns::read);
  }

  List<Channel> channels() {
    return structure(SettingKey.NOTIFY, Channels::read);
  }

  Map<String, AccountSettings> accounts() {
    return structure(
        SettingKey.ACCOUNTS, setting -> AccountSettings.read(setting, this::knownIfGood));
  }

  /** Where the courts themselves cannot be used, that is said of them. */
  private CourtPreference knownIfGood(CourtPreference wanted) {
    List<TennisCourt> all;
    try {
      all = courts();
    } catch (SetupProblem e) {
      return wanted;
    }
    return Venue.checked(wanted, all);
  }

  /** Null when it is not set. */
  Secret pingUrl() {
    return text(SettingKey.PING_URL) == null ? null : convert(SettingKey.PING_URL, Ping::address);
  }

  private <T> T structure(SettingKey key, Function<Object, T> reader) {
    try {
      return reader.apply(sources.structure(key));
    } catch (InvalidRequest | SetupProblem e) {
      throw sources.wrong(key, e.getMessage(), e);
    }
  }

  private <T> T convert(SettingKey key, Function<String, T> reader) {
    String text = text(key);
    try {
      return reader.apply(text);
    } catch (InvalidRequest | SetupProblem e) {
      throw sources.wrong(key, e.getMessage(), e);
    }
  }
}
