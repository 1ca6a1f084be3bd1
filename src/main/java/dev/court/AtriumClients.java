package dev.court;

import dev.court.atrium.http.AtriumSettings;
import dev.court.atrium.http.HttpTransport;
import dev.court.atrium.http.Probe;
import dev.court.atrium.realm.Realm;
import dev.court.atrium.realm.SignIn;
import dev.court.atrium.reservations.AnswerPatterns;
import dev.court.atrium.reservations.Reservations;
import dev.court.booking.Problem;
import dev.court.booking.SetupProblem;
import dev.court.log.Log;
import dev.court.settings.Settings;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The clients of the building's API and of its realm, over one HTTP transport. The transport opens
 * when the first client is asked for; several threads may ask at once.
 */
final class AtriumClients implements AutoCloseable {
  private final Supplier<Settings> settings;
  private final Supplier<Log> log;
  private final Surroundings surroundings;
  private HttpTransport transport;

  AtriumClients(Supplier<Settings> settings, Supplier<Log> log, Surroundings surroundings) {
    this.log = log;
    this.settings = settings;
    this.surroundings = surroundings;
  }

  Realm realm() {
    return new Realm(atrium(), transport());
  }

  SignIn signIn() {
    return new SignIn(atrium(), settings.get().redirectUri(), transport());
  }

  /** The reservations of an account. */
  Reservations reservations(String account) {
    return reservationsOf(settings.get().occupantId(account));
  }

  /** The reservations of an occupant; empty for one that is not known yet. */
  Reservations reservationsOf(Optional<String> occupantId) {
    return new Reservations(atrium(occupantId.orElse(null)), patterns(), transport());
  }

  /** Asks the reservations API without a token. */
  Probe apiProbe() {
    return new Probe(atrium().apiUrl(), transport());
  }

  /** Asks the realm, without a token, to describe itself (OpenID Connect Discovery 1.0, 4). */
  Probe realmProbe() {
    return new Probe(
        URI.create(atrium().authUrl() + "/.well-known/openid-configuration"), transport());
  }

  /** The reason why no client can be made with these settings; empty when they can be used. */
  Optional<Problem> missingSetup(String account) {
    try {
      atrium(settings.get().requireOccupantId(account));
      return Optional.empty();
    } catch (SetupProblem e) {
      return Optional.of(e);
    }
  }

  /** For what is no account's. */
  private AtriumSettings atrium() {
    return atrium(settings.get().occupantId());
  }

  private AtriumSettings atrium(String occupantId) {
    Settings set = settings.get();
    return new AtriumSettings(
        set.apiUrl(),
        set.authUrl(),
        set.clientId(),
        occupantId,
        set.amenityTypeId(),
        set.reservationType());
  }

  private AnswerPatterns patterns() {
    Settings set = settings.get();
    return AnswerPatterns.DEFAULT.and(
        new AnswerPatterns(set.takenPatterns(), set.tooEarlyPatterns()));
  }

  private synchronized HttpTransport transport() {
    if (transport == null) {
      transport = surroundings.transport(log.get());
    }
    return transport;
  }

  @Override
  public synchronized void close() {
    if (transport != null) {
      transport.close();
    }
  }
}
