package dev.court.settings;

import dev.court.booking.BookingWindow;
import dev.court.booking.InvalidRequest;
import dev.court.booking.SetupProblem;
import dev.court.booking.TennisCourt;
import dev.court.booking.Venue;
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

/** Puts the settings together from the environment and {@code config.json}. */
public final class SettingsReader {
  private final Map<String, String> environment;
  private final Map<String, Object> file;

  /**
   * Reads from these.
   *
   * @param file what {@link ConfigFile#read} gave
   */
  public SettingsReader(Map<String, String> environment, Map<String, Object> file) {
    this.environment = environment;
    this.file = file;
  }

  /**
   * The settings as they hold.
   *
   * @throws SetupProblem when one of them makes no sense, naming it and where it was set
   */
  public Settings read(Path home) {
    return new Settings(
        home,
        dbUrl(home),
        url(Key.API_URL),
        url(Key.AUTH_URL),
        text(Key.CLIENT_ID),
        url(Key.REDIRECT_URI, Key.REDIRECT_URI.standard().orElseThrow()),
        text(Key.OCCUPANT_ID),
        venue(),
        text(Key.AMENITY_TYPE_ID),
        text(Key.GUESTS),
        text(Key.AMENITY_RESERVATION_TYPE),
        origins(home));
  }

  private Venue venue() {
    return new Venue(
        convert(Key.TIMEZONE, ZoneId::of),
        convert(Key.WINDOW, BookingWindow::parse),
        convert(Key.SLOT, SettingsReader::positive),
        convert(Key.MAX_DURATION, SettingsReader::positive),
        courts());
  }

  private List<TennisCourt> courts() {
    try {
      return Courts.read(file.get(Key.COURTS.word()));
    } catch (InvalidRequest e) {
      throw wrong(Key.COURTS, e.getMessage(), e);
    }
  }

  private String dbUrl(Path home) {
    String set = text(Key.DB_URL);
    // H2 takes a semicolon for the start of its options
    String path = home.resolve("court").toString().replace(";", "\\;");
    return set == null ? "jdbc:h2:file:" + path : set;
  }

  private URI url(Key key) {
    String text = text(key);
    return url(key, text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }

  private URI url(Key key, String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw wrong(key, "is no URL", e);
    }
  }

  private <T> T convert(Key key, Function<String, T> reader) {
    try {
      return reader.apply(text(key));
    } catch (DateTimeException | InvalidRequest e) {
      throw wrong(key, e.getMessage(), e);
    }
  }

  private SetupProblem wrong(Key key, String reason, Exception cause) {
    return new SetupProblem(
        "setting %s (%s): %s".formatted(key.word(), source(key), reason), cause);
  }

  private String text(Key key) {
    String variable = key.variable().map(environment::get).orElse(null);
    if (variable != null && !variable.isEmpty()) {
      return variable;
    }
    Object set = file.get(key.word());
    return set == null ? key.standard().orElse(null) : set.toString();
  }

  private String source(Key key) {
    String variable = key.variable().map(environment::get).orElse("");
    if (variable != null && !variable.isEmpty()) {
      return key.variable().orElseThrow();
    }
    return file.containsKey(key.word()) ? "config.json" : "default";
  }

  private List<Setting> origins(Path home) {
    return Arrays.stream(Key.values()).map(key -> origin(key, home)).toList();
  }

  private Setting origin(Key key, Path home) {
    String value =
        switch (key) {
          case DB_URL -> withoutPassword(dbUrl(home));
          case COURTS -> Courts.words(courts());
          default -> text(key);
        };
    return new Setting(key.word(), value, source(key));
  }

  private static String withoutPassword(String url) {
    return url.replaceAll("(?i)(password=)[^;&]*", "$1...")
        .replaceAll("(//[^/@:]*:)[^@]*@", "$1...@");
  }

  private static Duration positive(String text) {
    Duration duration = Duration.parse(text);
    if (duration.isNegative() || duration.isZero()) {
      throw new InvalidRequest("'%s' must be longer than nothing".formatted(text));
    }
    return duration;
  }
}
