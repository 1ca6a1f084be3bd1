package dev.court.doctor;

import dev.court.atrium.reservations.Listing;
import dev.court.atrium.reservations.ReservationConnection;
import dev.court.atrium.reservations.Reservations;
import dev.court.booking.SetupProblem;
import dev.court.booking.SignInNeeded;
import dev.court.secret.SealLabel;
import dev.court.secret.Secret;
import dev.court.settings.Settings;
import dev.court.store.StoredTokens;
import dev.court.workspace.AccountCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Checks that the API accepts the stored token and the occupant. It only reads. */
final class AccountCheck implements Check {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final LocalParts local;
  private final Lazy<Settings> settings;
  private final Lazy<Optional<AccountSnapshot>> snapshot;
  private final String account;
  private final Lazy<Latency> server;
  private final Supplier<Reservations> reservations;

  AccountCheck(
      LocalParts local,
      Lazy<Settings> settings,
      Lazy<Optional<AccountSnapshot>> snapshot,
      String account,
      Lazy<Latency> server,
      Supplier<Reservations> reservations) {
    this.local = local;
    this.settings = settings;
    this.snapshot = snapshot;
    this.account = account;
    this.server = server;
    this.reservations = reservations;
  }

  @Override
  public String subject() {
    return "account";
  }

  @Override
  public Finding look() {
    StoredTokens tokens =
        snapshot
            .orSkip()
            .flatMap(AccountSnapshot::tokens)
            .filter(this::isAlive)
            .orElseThrow(
                () ->
                    new Skipped(
                        "not asked for, without an access token that is good now: run-due gets one in time, %s now"
                            .formatted(AccountCommand.of("court refresh-token", account))));
    if (settings.orSkip().occupantId(account).isEmpty()) {
      throw new Skipped("not asked for without an occupant id");
    }
    Latency unused = server.orSkip();
    Secret token =
        local.keyring().open(tokens.accessToken(), new SealLabel(account, "access_token"));
    return judged(status(token), token);
  }

  private boolean isAlive(StoredTokens tokens) {
    Instant now = local.clock().instant();
    return tokens.outlives(now);
  }

  private int status(Secret token) {
    try (ReservationConnection connection = reservations.get().connection()) {
      Integer status = connection.sample(token, LONGEST).clock().httpStatus();
      if (status == null) {
        throw new Skipped("not told, since the server did not answer this time");
      }
      return status;
    }
  }

  private Finding judged(int status, Secret token) {
    String occupant = settings.orSkip().occupantId(account).orElseThrow();
    if (status / 100 == 2) {
      return listed(reservations.get().list(token), occupant);
    }
    return switch (status) {
      case 401 ->
          throw new SignInNeeded(
              "the server refuses the token: %s gets another, %s one for sure"
                  .formatted(
                      AccountCommand.of("court refresh-token", account),
                      AccountCommand.of("court login", account)));
      case 403 ->
          throw new SetupProblem(
              "the server does not take occupant %s for this account (HTTP 403): correct it with court config set %s NUMBER"
                  .formatted(occupant, Settings.occupantSetting(account)));
      // Not every building lets a member read the reservations.
      case 404 ->
          Finding.warning(
              subject(),
              "the server lists no reservations of occupant %s (HTTP 404): see that this is yours"
                  .formatted(occupant));
      case 405 -> Finding.ok(subject(), "the server takes the token, but lists no reservations");
      default ->
          Finding.warning(
              subject(),
              "the server answers HTTP %s when asked for the reservations: see whether it passes"
                  .formatted(status));
    };
  }

  /** A status of 200 proves little: any web page answers so. The list must be readable too. */
  private Finding listed(Listing listing, String occupant) {
    if (listing instanceof Listing.Complete all) {
      return Finding.ok(
          subject(),
          "the server lets occupant %s in, reservations listed: %s"
              .formatted(occupant, all.reservations().size()));
    }
    String reason =
        listing instanceof Listing.NotReadable unreadable
            ? unreadable.reason()
            : ((Listing.TokenRefused) listing).reason();
    return Finding.warning(
        subject(), "no reservations can be read (%s): check api_url".formatted(reason));
  }
}
