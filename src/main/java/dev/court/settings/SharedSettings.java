package dev.court.settings;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.court.booking.SetupProblem;
import dev.court.booking.TennisCourt;
import dev.court.booking.Venue;
import dev.court.json.Json;
import dev.court.store.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings that decide what is booked, when, and where a token is sent. All machines that use a
 * database server must have them alike. The first machine writes its own into the database.
 *
 * @param values each as it may stand in {@code config.json}, by its name
 * @param sources where each is set here, by its name
 */
record SharedSettings(Map<String, String> values, Map<String, String> sources) {

  /** What a machine has otherwise than the database. */
  record SharedDifference(String name, String source, String here, String there) {
    String words() {
      boolean isCourts = name.equals(SettingKey.COURTS.word());
      return "%s (%s) is %s here and %s in the database"
          .formatted(
              name,
              source,
              isCourts ? courtWords(here) : here,
              isCourts ? courtWords(there) : there);
    }
  }

  static SharedSettings of(Settings settings) {
    Venue venue = settings.venue();
    Map<SettingKey, String> texts = new LinkedHashMap<>();
    texts.put(SettingKey.API_URL, settings.apiUrl().toString());
    texts.put(SettingKey.AUTH_URL, settings.authUrl().toString());
    texts.put(SettingKey.CLIENT_ID, settings.clientId());
    texts.put(SettingKey.TIMEZONE, venue.zone().getId());
    texts.put(SettingKey.WINDOW, venue.window().toString());
    texts.put(SettingKey.SLOT, venue.slot().toString());
    texts.put(SettingKey.MAX_DURATION, venue.maxDuration().toString());
    texts.put(SettingKey.NOTICE, venue.notice().toString());
    texts.put(SettingKey.COURTS, CourtSettings.json(venue.courts()));
    texts.put(SettingKey.AMENITY_TYPE_ID, settings.amenityTypeId());
    texts.put(SettingKey.AMENITY_RESERVATION_TYPE, settings.reservationType());
    texts.put(SettingKey.GUESTS, settings.guests());
    texts.put(SettingKey.TAKEN_PATTERNS, Json.write(settings.takenPatterns()));
    texts.put(SettingKey.TOO_EARLY_PATTERNS, Json.write(settings.tooEarlyPatterns()));
    Map<String, String> values = new LinkedHashMap<>();
    texts.forEach((key, text) -> values.put(key.word(), text));
    return new SharedSettings(
        values, settings.origins().stream().collect(toMap(Setting::name, Setting::source)));
  }

  /**
   * Writes these into a database that has none.
   *
   * @throws SetupProblem when the database has others, with what differs and the remedy
   */
  void agree(Store store) {
    Map<String, String> stored = store.venueSettings().all();
    List<SharedDifference> differences = differences(stored);
    if (!differences.isEmpty()) {
      throw refusal(differences);
    }
    values.forEach(
        (name, value) -> {
          if (!stored.containsKey(name)) {
            store.venueSettings().put(name, value);
          }
        });
  }

  /** Makes the database have these, whatever it has. */
  void replace(Store store) {
    values.forEach(store.venueSettings()::put);
  }

  /** In the order of the settings. A name that this program does not know is a newer one's. */
  List<SharedDifference> differences(Map<String, String> stored) {
    return values.entrySet().stream()
        .filter(one -> stored.containsKey(one.getKey()))
        .filter(one -> !isSame(one.getKey(), one.getValue(), stored.get(one.getKey())))
        .map(
            one ->
                new SharedDifference(
                    one.getKey(),
                    sources.get(one.getKey()),
                    one.getValue(),
                    stored.get(one.getKey())))
        .toList();
  }

  static SetupProblem refusal(List<SharedDifference> differences) {
    return new SetupProblem(
        ("%s, which all machines must have alike: 'court config adopt' takes what the database has,"
                + " 'court config share' gives it what this machine has")
            .formatted(differences.stream().map(SharedDifference::words).collect(joining("; "))));
  }

  /** What a court is called is no matter between machines. */
  private static boolean isSame(String name, String here, String there) {
    return here.equals(there)
        || (name.equals(SettingKey.COURTS.word()) && amenities(here).equals(amenities(there)));
  }

  private static Map<String, Long> amenities(String courts) {
    return CourtSettings.read(SettingText.structured(courts)).stream()
        .collect(toMap(TennisCourt::id, TennisCourt::amenityId));
  }

  private static String courtWords(String courts) {
    return CourtSettings.words(CourtSettings.read(SettingText.structured(courts)));
  }
}
