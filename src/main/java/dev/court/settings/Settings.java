package dev.court.settings;

import dev.court.booking.SetupProblem;
import dev.court.booking.Venue;
import dev.court.log.LogLevel;
import dev.court.notification.channel.Channel;
import dev.court.secret.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * The effective settings of one command.
 *
 * @param home the home folder; need not exist yet
 * @param dbUrl the URL of the database, which may hold a password
 * @param apiUrl without a slash at its end
 * @param authUrl the realm, without a slash at its end
 * @param clientId OAuth client
 * @param redirectUri the URL to which the realm redirects at the end of a sign-in
 * @param occupantId null when it is not set
 * @param venue the building's rules
 * @param log what is written to the log in the home
 * @param amenityTypeId sent to Atrium as it is
 * @param guests sent to Atrium as it is, unless a schedule has its own number
 * @param reservationType sent to Atrium as it is
 * @param takenPatterns more patterns of a refusal which means that the court is taken
 * @param tooEarlyPatterns more patterns of a refusal which means that the window is not open yet
 * @param channels the channels by which a person is notified
 * @param pingUrl the URL of a dead man's switch, which may be a secret; null when it is not set
 * @param origins each setting with its source
 */
public record Settings(
    Path home,
    Secret dbUrl,
    URI apiUrl,
    URI authUrl,
    String clientId,
    URI redirectUri,
    String occupantId,
    Venue venue,
    LogLevel log,
    String amenityTypeId,
    String guests,
    String reservationType,
    List<String> takenPatterns,
    List<String> tooEarlyPatterns,
    List<Channel> channels,
    Secret pingUrl,
    List<Setting> origins) {

  /**
   * The id of the occupant at the building.
   *
   * @throws SetupProblem when it is not set; the message says where to find it
   */
  public String requireOccupantId() {
    if (occupantId == null) {
      throw new SetupProblem(
          "no occupant id is set: it is the number after /my/occupants/ in the addresses the"
              + " building's portal calls (browser, developer tools, network);"
              + " then run: court config set occupant_id NUMBER");
    }
    return occupantId;
  }
}
