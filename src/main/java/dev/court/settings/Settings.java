package dev.court.settings;

import dev.court.booking.CourtPreference;
import dev.court.booking.SetupProblem;
import dev.court.booking.Venue;
import dev.court.log.LogLevel;
import dev.court.notification.channel.Channel;
import dev.court.secret.SafeAddress;
import dev.court.secret.Secret;
import dev.court.store.Database;
import dev.court.text.ShellWord;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The effective settings of one command.
 *
 * @param home the home folder; need not exist yet
 * @param dbUrl the URL of the database, which may hold a password
 * @param apiUrl without a slash at its end
 * @param authUrl the realm, without a slash at its end
 * @param clientId OAuth client
 * @param redirectUri the URL to which the realm redirects at the end of a sign-in
 * @param occupantId of the account {@code default}, unless it has one of its own; null when it is
 *     not set
 * @param venue the building's rules
 * @param log what is written to the log in the home
 * @param amenityTypeId sent to Atrium as it is
 * @param guests sent to Atrium as it is, unless a schedule has its own number
 * @param reservationType sent to Atrium as it is
 * @param takenPatterns more patterns of a refusal which means that the court is taken
 * @param tooEarlyPatterns more patterns of a refusal which means that the window is not open yet
 * @param channels the channels by which a person is notified
 * @param accounts what accounts have for themselves, by their names
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
    Map<String, AccountSettings> accounts,
    Secret pingUrl,
    List<Setting> origins) {

  /** The account of a command that names none. */
  private static final String USUAL = "default";

  /** Whether other machines may use the same database. */
  public boolean isDatabaseOnServer() {
    return Database.isOnServer(dbUrl.reveal());
  }

  /** Whether the building is a stand-in on this machine, so that a person calls run-due by hand. */
  public boolean isRehearsal() {
    return apiUrl.getHost() != null && SafeAddress.isThisMachine(apiUrl.getHost());
  }

  /** The id of a person at the building; empty when it is not set. */
  public Optional<String> occupantId(String account) {
    return Optional.ofNullable(of(account).occupantId())
        .or(() -> Optional.ofNullable(occupantId).filter(id -> account.equals(USUAL)));
  }

  /**
   * The id of a person at the building.
   *
   * @throws SetupProblem when it is not set; the message says where to find it
   */
  public String requireOccupantId(String account) {
    return occupantId(account)
        .orElseThrow(
            () ->
                new SetupProblem(
                    ("no occupant id is set%s: it is the number after /my/occupants/ in the"
                            + " addresses the building's portal calls (browser, developer tools,"
                            + " network); then run court init, or court config set %s NUMBER")
                        .formatted(
                            account.equals(USUAL) ? "" : " for account " + account,
                            occupantSetting(account))));
  }

  /** The setting of an account's occupant id, as {@code court config set} takes it in a shell. */
  public static String occupantSetting(String account) {
    return ShellWord.of(occupantKey(account));
  }

  /** The same as the file of settings names it. */
  public static String occupantKey(String account) {
    return account.equals(USUAL) ? "occupant_id" : "accounts.%s.occupant_id".formatted(account);
  }

  /** The channels by which the person of an account is told; those of all unless it has others. */
  public List<Channel> channels(String account) {
    return of(account).channels().orElse(channels);
  }

  /** The courts in the order in which the person of an account wants them; all unless set. */
  public CourtPreference courts(String account) {
    return of(account).courts().orElseGet(venue::everyCourt);
  }

  /** The accounts that have settings of their own, in the order of the file. */
  public Set<String> accountNames() {
    Set<String> names = new LinkedHashSet<>();
    if (occupantId != null) {
      names.add(USUAL);
    }
    names.addAll(accounts.keySet());
    return names;
  }

  /** The accounts that have the occupant id of this one, which Atrium cannot tell apart. */
  public List<String> sharingOccupant(String account) {
    Optional<String> id = occupantId(account);
    return Stream.concat(
            Stream.of(account),
            accountNames().stream()
                .filter(one -> !one.equals(account))
                .filter(one -> id.isPresent() && occupantId(one).equals(id)))
        .toList();
  }

  /** The setting of a name with its source; empty when there is none of that name. */
  public Optional<Setting> origin(String name) {
    return origins.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  private AccountSettings of(String account) {
    return accounts.getOrDefault(account, AccountSettings.NONE);
  }
}
