package dev.court.atrium.http;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import dev.court.booking.SetupProblem;
import java.net.URI;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Where Atrium is, and as whom it is called.
 *
 * @param apiUrl such as {@code https://api.atriumapp.co/api/v1}; checked by {@link ServiceUrl}
 * @param authUrl the realm (issuer); checked by {@link ServiceUrl}
 * @param clientId the OAuth client
 * @param occupantId the account at the building; null until it is known; only {@link #reservations}
 *     needs it
 * @param amenityTypeId sent as given
 * @param reservationType sent as given
 */
public record AtriumSettings(
    URI apiUrl,
    URI authUrl,
    String clientId,
    String occupantId,
    String amenityTypeId,
    String reservationType) {
  private static final Pattern PATH_SEGMENT = Pattern.compile("[A-Za-z0-9_-]+");

  /**
   * @throws SetupProblem when an address is refused, or the occupant id cannot be part of one
   */
  public AtriumSettings {
    apiUrl = ServiceUrl.checked(apiUrl);
    authUrl = ServiceUrl.checked(authUrl);
    Objects.requireNonNull(clientId, "clientId");
    Objects.requireNonNull(amenityTypeId, "amenityTypeId");
    Objects.requireNonNull(reservationType, "reservationType");
    if (occupantId != null) {
      checkOccupant(occupantId);
    }
  }

  /**
   * Refuses an occupant id that cannot be part of an address.
   *
   * @throws SetupProblem when it holds anything but letters, digits, hyphens and underscores
   */
  public static void checkOccupant(String id) {
    if (!PATH_SEGMENT.matcher(id).matches()) {
      throw new SetupProblem("the occupant id is the number that Atrium knows the account by");
    }
  }

  /**
   * The collection of the account's reservations; Django wants the slash at the end.
   *
   * @throws SetupProblem when there is no occupant id
   */
  public URI reservations() {
    if (occupantId == null) {
      throw new SetupProblem(
          "no occupant id: set COURT_OCCUPANT_ID, or occupant_id in config.json. It is the number"
              + " after /occupants/ in the addresses that the Atrium site itself calls"
              + " (the browser's developer tools show them under Network)");
    }
    return URI.create("%s/my/occupants/%s/amenity-reservations/".formatted(apiUrl, occupantId));
  }

  /**
   * One reservation of the account.
   *
   * @throws InvalidRequest when the id cannot be part of an address
   */
  public URI reservation(String id) {
    if (!PATH_SEGMENT.matcher(id).matches()) {
      throw new InvalidRequest(
          "%s is no reservation: court reservations shows their ids".formatted(Quote.of(id)));
    }
    return reservations().resolve(id + "/");
  }

  /** An endpoint of the realm (OpenID Connect, with the paths of Keycloak). */
  public URI realm(String endpoint) {
    return URI.create("%s/protocol/openid-connect/%s".formatted(authUrl, endpoint));
  }
}
