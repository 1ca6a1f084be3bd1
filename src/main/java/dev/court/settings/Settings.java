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
 * All settings as they hold for one command.
 *
 * @param home the folder that everything is kept in; need not exist yet
 * @param dbUrl JDBC URL
 * @param apiUrl without a slash at its end
 * @param authUrl the realm, without a slash at its end
 * @param clientId OAuth client
 * @param redirectUri where a sign-in ends
 * @param occupantId null when it is not set
 * @param venue the building's rules
 * @param log what is written to the log in the home
 * @param amenityTypeId sent as given
 * @param guests sent as given, unless a schedule says otherwise
 * @param reservationType sent as given
 * @param takenPatterns more words by which a refusal means that somebody holds the court
 * @param tooEarlyPatterns more words by which a refusal means that the window is not open yet
 * @param channels by which a person is told what happened
 * @param pingUrl of a dead man's switch, which may be a secret; null when it is not set
 * @param origins each setting with where it was set
 */
public record Settings(
    Path home,
    String dbUrl,
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
   * The account at the building.
   *
   * @throws SetupProblem when it is not set, saying where to find it
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
