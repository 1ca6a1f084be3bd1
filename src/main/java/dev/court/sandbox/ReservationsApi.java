package dev.court.sandbox;

import dev.court.sandbox.http.Endpoint;
import dev.court.sandbox.http.HttpReply;
import dev.court.sandbox.http.Refusal;
import dev.court.sandbox.http.Request;
import dev.court.sandbox.realm.ForeignToken;
import dev.court.sandbox.realm.Messages;
import dev.court.sandbox.realm.RealmSessions;
import dev.court.sandbox.realm.User;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The reservations of an occupant: {@code /api/v1/my/occupants/ID/amenity-reservations/}. */
final class ReservationsApi implements Endpoint {
  private final SandboxOptions options;
  private final InstantSource clock;
  private final ReservationLedger ledger;
  private final RealmSessions sessions;
  private final ReservationRules rules;

  ReservationsApi(
      SandboxOptions options,
      InstantSource clock,
      ReservationLedger ledger,
      RealmSessions sessions) {
    this.options = options;
    this.clock = clock;
    this.ledger = ledger;
    this.sessions = sessions;
    this.rules = new ReservationRules(options.venue());
  }

  @Override
  public HttpReply answer(Request request) {
    ReservationPath path =
        ReservationPath.of(request.path())
            .orElseThrow(() -> Refusal.detail(404, Messages.NOT_FOUND));
    User user = signedIn(request);
    if (!path.occupantId().equals(user.occupantId())) {
      throw Refusal.detail(403, Messages.NO_PERMISSION);
    }
    return path.isCollection() ? collection(request, user) : single(request, path, user);
  }

  /** Reserves for somebody else what the request asks for, when it can be booked. */
  void reserveForSomebody(Request request) {
    try {
      SlotRequest slotRequest = BookingForm.read(request.body(), options.venue());
      Instant now = clock.instant();
      rules.check(slotRequest, now);
      ledger.reserve(slotRequest, Reservation.SOMEBODY, now);
    } catch (Refusal e) {
      // The request itself is refused then.
    }
  }

  private User signedIn(Request request) {
    String header = request.header("authorization").orElse("");
    if (!header.startsWith("Bearer ")) {
      throw unauthorised(Messages.NO_CREDENTIALS);
    }
    return userOf(header.substring("Bearer ".length()))
        .orElseThrow(() -> unauthorised(Messages.INVALID_TOKEN));
  }

  private Optional<User> userOf(String token) {
    return options.realm().foreignTokens() && ForeignToken.isAlive(token, clock.instant())
        ? Optional.of(options.realm().users().get(0))
        : sessions.userOf(token);
  }

  static Refusal unauthorised(String text) {
    return new Refusal(
        HttpReply.detail(401, text).with("WWW-Authenticate", "Bearer realm=\"api\""));
  }

  private HttpReply collection(Request request, User user) {
    return switch (request.method()) {
      case "GET", "HEAD" -> list(request, user);
      case "POST" -> reserve(request, user);
      default -> throw notAllowed(request);
    };
  }

  private HttpReply single(Request request, ReservationPath path, User user) {
    if (!request.method().equals("DELETE")) {
      throw notAllowed(request);
    }
    if (ledger.hasBegun(path.reservationId(), clock.instant())) {
      throw Refusal.ofRule(Messages.BEGUN);
    }
    if (!ledger.cancel(path.reservationId(), user.occupantId())) {
      throw Refusal.detail(404, Messages.NOT_FOUND);
    }
    return HttpReply.empty(204);
  }

  private HttpReply list(Request request, User user) {
    return HttpReply.json(
        200,
        ReservationPage.of(
            ledger.newestFirst().stream()
                .filter(reservation -> reservation.holder().equals(user.occupantId()))
                .toList(),
            request));
  }

  private HttpReply reserve(Request request, User user) {
    if (!request.hasMediaType("application/json")) {
      throw Refusal.detail(415, "Unsupported media type in request.");
    }
    // Before the body is read: the first one takes a hundred milliseconds.
    Instant now = clock.instant();
    SlotRequest slotRequest = BookingForm.read(request.body(), options.venue());
    rules.check(slotRequest, now);
    return ledger
        .reserve(slotRequest, user.occupantId(), now)
        .map(made -> HttpReply.json(201, ReservationPage.ReservationItem.of(made)))
        .orElseThrow(() -> Refusal.ofRule(Messages.TAKEN));
  }

  static Refusal notAllowed(Request request) {
    return Refusal.detail(405, "Method \"%s\" not allowed.".formatted(request.method()));
  }
}
