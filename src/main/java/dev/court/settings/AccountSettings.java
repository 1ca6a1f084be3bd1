package dev.court.settings;

import dev.court.atrium.http.AtriumSettings;
import dev.court.booking.CourtPreference;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import dev.court.notification.channel.Channel;
import dev.court.notification.channel.Channels;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What one account has for itself.
 *
 * @param occupantId the person's id at the building; null when it is not set
 * @param courts in the order in which this person wants them; empty for that of all
 * @param channels by which this person is told; empty for those of all
 */
public record AccountSettings(
    String occupantId, Optional<CourtPreference> courts, Optional<List<Channel>> channels) {
  static final AccountSettings NONE = new AccountSettings(null, Optional.empty(), Optional.empty());

  private static final String EXAMPLE = "{\"eve\": {\"occupant_id\": \"133055\"}}";
  static final Set<String> NAMES = Set.of("occupant_id", "courts", "notify");

  /**
   * Reads the accounts.
   *
   * @param setting the value in {@code config.json}; null for none
   * @param known refuses a court that the venue does not have
   * @return by name, in the order of the file
   */
  static Map<String, AccountSettings> read(Object setting, UnaryOperator<CourtPreference> known) {
    if (setting == null) {
      return Map.of();
    }
    if (!(setting instanceof Map<?, ?> map)) {
      throw new InvalidRequest("must be like " + EXAMPLE);
    }
    Map<String, AccountSettings> accounts = new LinkedHashMap<>();
    map.forEach(
        (name, value) -> accounts.put(name.toString(), account(name.toString(), value, known)));
    return accounts;
  }

  private static AccountSettings account(
      String name, Object value, UnaryOperator<CourtPreference> known) {
    if (!(value instanceof Map<?, ?> fields)) {
      throw new InvalidRequest("account %s must be like %s".formatted(Quote.of(name), EXAMPLE));
    }
    for (Object field : fields.keySet()) {
      if (!NAMES.contains(field.toString())) {
        throw new InvalidRequest(
            "account %s has %s, which does not exist: there is occupant_id, courts and notify"
                .formatted(Quote.of(name), Quote.of(field.toString())));
      }
    }
    return new AccountSettings(
        occupant(name, fields.get("occupant_id")),
        courts(name, fields.get("courts")).map(one -> checked(name, one, known)),
        Optional.ofNullable(fields.get("notify")).map(Channels::read));
  }

  private static String occupant(String name, Object value) {
    if (value == null) {
      return null;
    }
    if (!(value instanceof String) && !(value instanceof Number)) {
      throw new InvalidRequest(
          "occupant_id of account %s must be a text or a number".formatted(Quote.of(name)));
    }
    String id = value.toString().strip();
    AtriumSettings.checkOccupant(id);
    return id;
  }

  /** As {@code --court} takes them, or as a list. */
  private static Optional<CourtPreference> courts(String name, Object value) {
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Collection<?> list) {
      return Optional.of(new CourtPreference(list.stream().map(String::valueOf).toList()));
    }
    if (value instanceof String || value instanceof Number) {
      return Optional.of(CourtPreference.parse(value.toString()));
    }
    throw new InvalidRequest(
        "courts of account %s must be in their order, such as 2,1".formatted(Quote.of(name)));
  }

  private static CourtPreference checked(
      String name, CourtPreference courts, UnaryOperator<CourtPreference> known) {
    try {
      return known.apply(courts);
    } catch (InvalidRequest e) {
      throw new InvalidRequest("account %s has %s".formatted(Quote.of(name), e.getMessage()), e);
    }
  }

  /** Each account with its occupant id. */
  static String words(Map<String, AccountSettings> accounts) {
    return String.join(
        ", ",
        accounts.entrySet().stream()
            .map(
                one ->
                    one.getKey()
                        + (one.getValue().occupantId() == null
                            ? ""
                            : " = " + one.getValue().occupantId())
                        + one.getValue().courts().map(" (courts %s)"::formatted).orElse(""))
            .toList());
  }
}
