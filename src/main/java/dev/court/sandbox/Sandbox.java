package dev.court.sandbox;

import dev.court.booking.CourtPreference;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Venue;
import dev.court.sandbox.http.Listener;
import dev.court.sandbox.realm.PendingSignIns;
import dev.court.sandbox.realm.RealmApi;
import dev.court.sandbox.realm.RealmSessions;
import dev.court.sandbox.realm.User;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * A stand-in Atrium, listening on a loopback port from {@link #start} until {@link #close}. It
 * keeps everything in memory.
 */
public final class Sandbox implements AutoCloseable {
  private final Venue venue;
  private final User user;
  private final InstantSource clock;
  private final Faults faults;
  private final ReservationLedger ledger = new ReservationLedger();
  private final RealmSessions sessions;
  private final Journal journal;
  private final Listener listener;

  private Sandbox(SandboxOptions options) {
    venue = options.venue();
    user = options.realm().users().get(0);
    faults = new Faults(options.faults());
    clock = () -> options.clock().instant().plus(faults.clockOffset());
    sessions = new RealmSessions(clock, options.realm());
    journal = new Journal(venue, options.log());
    listener = new Listener(options.port(), clock);
    ReservationsApi api = new ReservationsApi(options, clock, ledger, sessions);
    RealmApi realm = new RealmApi(sessions, new PendingSignIns(options.realm().users(), sessions));
    listener.start(new RequestHandler(clock, faults, journal, new Router(api, realm)));
  }

  /**
   * Starts one.
   *
   * @throws dev.court.booking.SetupProblem when the port cannot be used
   */
  public static Sandbox start(SandboxOptions options) {
    return new Sandbox(options);
  }

  /** Where the API is, without a slash at the end. */
  public URI apiUrl() {
    return url(ReservationPath.API);
  }

  /** Where the realm is: the issuer, without a slash at the end. */
  public URI authUrl() {
    return url(RealmApi.PATH);
  }

  /** The first user's occupant id. */
  public String occupantId() {
    return user.occupantId();
  }

  /** The first user's name at the realm. */
  public String username() {
    return user.username();
  }

  /** The first user's password. */
  public String password() {
    return user.password();
  }

  /** A refresh token of a new session of the first user, as if they had just signed in. */
  public String refreshToken() {
    return refreshToken(user);
  }

  /** A refresh token of a new session of that user. */
  public String refreshToken(User other) {
    return sessions.open(other).refreshToken();
  }

  /** An access token of a new session of the first user. */
  public String accessToken() {
    return sessions.open(user).accessToken();
  }

  /** The reservations that are held now, by anybody, newest first. */
  public List<Reservation> reservations() {
    return ledger.newestFirst().stream().filter(entry -> !entry.cancelled()).toList();
  }

  /**
   * Lets somebody else hold a court, whether or not it is open yet.
   *
   * @param courtId what people call it, such as "1"
   * @throws InvalidRequest when there is no such court, or it is held already
   */
  public Reservation hold(String courtId, LocalDateTime start, Duration length) {
    return hold(courtId, start, length, Reservation.SOMEBODY);
  }

  /** Like {@link #hold}, for the first user, as if by hand in the portal. */
  public Reservation holdByHand(String courtId, LocalDateTime start, Duration length) {
    return hold(courtId, start, length, user.occupantId());
  }

  private Reservation hold(String courtId, LocalDateTime start, Duration length, String holder) {
    venue.checked(CourtPreference.parse(courtId));
    ZonedDateTime from = venue.occurrence(start).start();
    SlotRequest slotRequest =
        new SlotRequest(venue.court(courtId).orElseThrow(), from, from.plus(length), "1");
    return ledger
        .reserve(slotRequest, holder, clock.instant())
        .orElseThrow(() -> new InvalidRequest("court %s is held at %s".formatted(courtId, start)));
  }

  /** Cancels a reservation of the first user, as if by hand in the portal. */
  public void cancel(String reservationId) {
    ledger.cancel(reservationId, user.occupantId());
  }

  /** Every request so far, in the order of arrival. */
  public List<ReceivedRequest> requests() {
    return journal.all();
  }

  /** The faults; they can be changed at any time. */
  public Faults faults() {
    return faults;
  }

  /** Stops at once: open connections break off. */
  @Override
  public void close() {
    listener.close();
  }

  private URI url(String path) {
    return URI.create("http://127.0.0.1:" + listener.port() + path);
  }
}
