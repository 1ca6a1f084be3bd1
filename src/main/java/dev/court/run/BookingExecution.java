package dev.court.run;

import dev.court.atrium.reservations.InFlightRequest;
import dev.court.atrium.reservations.Listing;
import dev.court.atrium.reservations.PreparedReservation;
import dev.court.atrium.reservations.ReservationConnection;
import dev.court.atrium.reservations.ReservationReply;
import dev.court.atrium.reservations.Reservations;
import dev.court.booking.Action;
import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.CourtPreference;
import dev.court.booking.Event;
import dev.court.booking.Outcome;
import dev.court.booking.Problem;
import dev.court.booking.SignInNeeded;
import dev.court.booking.Tactics;
import dev.court.booking.Venue;
import dev.court.secret.Secret;
import dev.court.session.Session;
import dev.court.workspace.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pursuit of one claimed booking, from its opening to an outcome. For one thread, once; another
 * may {@link #shoot} while the first waits for it.
 */
final class BookingExecution {
  /** Readings end in time for the outcome to be written down before the claim ends. */
  private static final Duration TO_READ = Duration.ofSeconds(40);

  private static final Duration NEXT_RUN = Duration.ofSeconds(30);

  private final Booking booking;
  private final Instant deadline;
  private final ExecutionContext field;
  private final ServerClock server;
  private final ReservationLookup inAtrium;
  private final ReservationConnection lane;
  private final Map<String, PreparedReservation> prepared = new HashMap<>();
  private final List<Event> events = new ArrayList<>();
  private final List<Attempt> attempts = new ArrayList<>();
  private CourtPreference courts;
  private Optional<InFlightRequest> underWay = Optional.empty();
  private boolean mayHaveSent;
  private Secret token;

  /**
   * A pursuit that has not begun.
   *
   * @param deadline no request is sent after it: another run may hold the booking then
   * @param server what is known of the server's clock, to tell how late a request was
   */
  BookingExecution(
      Booking booking, Secret token, Instant deadline, ExecutionContext field, ServerClock server) {
    this.booking = booking;
    this.token = token;
    this.deadline = deadline;
    this.field = field;
    this.server = server;
    this.inAtrium = new ReservationLookup(field.venue());
    this.lane = field.reservations().connection();
  }

  /** What every pursuit of a run needs. */
  record ExecutionContext(
      Reservations reservations,
      Session session,
      Venue venue,
      InstantSource clock,
      Waiter waiter) {}

  /**
   * How it ended.
   *
   * @param attempts the requests that went out, in order
   */
  record ExecutionResult(Outcome outcome, List<Attempt> attempts) {}

  /**
   * Builds every request, so that nothing is left to build at the opening: the first one costs ten
   * milliseconds and more.
   *
   * @throws Problem when the settings name none of its courts any more
   */
  void prepare() {
    CourtPreference courts = inAtrium.courts(booking);
    prepared.clear();
    courts.courtIds().forEach(this::prepared);
    // the answer is known; the code that gives it is loaded
    new Tactics(courts).next(List.of());
  }

  /** Opens or renews the connection, and changes a token that is refused while there is time. */
  void warmUp() {
    Integer status = lane.sample(token).httpStatus();
    if (status != null && status == 401 && refreshed().obstacle().isEmpty()) {
      prepare();
    }
  }

  /**
   * Settles what is asked for first, when everything else is ready.
   *
   * @param preferred the court to ask for first, if there is one
   */
  void aim(Optional<String> preferred) {
    courts = courts(preferred);
    prepared(courts.first());
  }

  /**
   * Sends the first request, for the thread that waited for the opening; {@link #run} then waits
   * for its answer, or sends it after all where there was no connection.
   */
  void shoot() {
    if (!field.clock().instant().isAfter(deadline)) {
      mayHaveSent = true;
      underWay = lane.sendFirst(prepared(courts.first()));
      mayHaveSent = underWay.isPresent();
    }
  }

  /**
   * Goes on until there is an outcome, from what was aimed at. Begins at once: the caller waits for
   * the opening.
   */
  ExecutionResult run() throws InterruptedException {
    try (lane) {
      return new ExecutionResult(outcome(), List.copyOf(attempts));
    } catch (RuntimeException e) {
      // What went out is kept whatever broke, and nothing is tried again that may have booked.
      return new ExecutionResult(cutShort(e, mayHaveSent), List.copyOf(attempts));
    }
  }

  /** How a pursuit ended that broke. */
  static Outcome cutShort(RuntimeException e, boolean mayHaveSent) {
    String reason = e instanceof Problem ? e.getMessage() : "cut short by a defect: " + e;
    if (mayHaveSent) {
      return new Outcome.Unresolved(reason);
    }
    return e instanceof SignInNeeded
        ? new Outcome.SignInRequired(reason)
        : new Outcome.TryAgain(reason, NEXT_RUN);
  }

  private CourtPreference courts(Optional<String> preferred) {
    CourtPreference courts = inAtrium.courts(booking);
    return preferred.map(courts::preferring).orElse(courts);
  }

  private Outcome outcome() throws InterruptedException {
    Tactics tactics = booking.result().watched() ? Tactics.polite(courts) : new Tactics(courts);
    while (true) {
      Action move = tactics.next(events);
      if (move instanceof Action.Finish finish) {
        return finish.outcome();
      }
      events.add(make(move));
    }
  }

  private Event make(Action move) throws InterruptedException {
    if (move instanceof Action.Fire fire) {
      return fire(fire);
    }
    return move instanceof Action.Read read ? read(read) : refreshed();
  }

  private Event fire(Action.Fire fire) throws InterruptedException {
    if (underWay.isPresent()) {
      ReservationReply reply = lane.reply(underWay.get());
      underWay = Optional.empty();
      return shot(fire.courtId(), reply);
    }
    if (field.clock().instant().plus(fire.pause()).isAfter(deadline)) {
      return new Event.GaveUp();
    }
    pause(fire.pause());
    PreparedReservation request = prepared(fire.courtId());
    // Once more, immediately before: this machine may have slept through the pause.
    if (field.clock().instant().isAfter(deadline)) {
      return new Event.GaveUp();
    }
    mayHaveSent = true;
    return shot(fire.courtId(), lane.send(request));
  }

  private Event shot(String courtId, ReservationReply reply) {
    attempts.add(attempt(courtId, reply));
    return new Event.Shot(courtId, reply.answer());
  }

  private PreparedReservation prepared(String courtId) {
    return prepared.computeIfAbsent(
        courtId, id -> lane.prepare(inAtrium.request(booking, id), token));
  }

  private Event read(Action.Read read) throws InterruptedException {
    pause(read.pause());
    return field.clock().instant().isAfter(deadline.plus(TO_READ))
        ? new Event.Reading(false, Optional.empty())
        : inAtrium.look(listing(), booking);
  }

  private Listing listing() {
    Listing listing = field.reservations().list(token);
    return listing instanceof Listing.TokenRefused && refreshed().obstacle().isEmpty()
        ? field.reservations().list(token)
        : listing;
  }

  private Event.Refreshed refreshed() {
    try {
      token = field.session().replace(token);
      prepared.clear();
      return new Event.Refreshed(Optional.empty());
    } catch (Problem e) {
      return new Event.Refreshed(Optional.of(cutShort(e, false)));
    }
  }

  private void pause(Duration pause) throws InterruptedException {
    if (!pause.isZero()) {
      field.waiter().sleepUntil(field.clock().instant().plus(pause));
    }
  }

  private Attempt attempt(String courtId, ReservationReply reply) {
    return new Attempt(
        booking.id(),
        booking.result().attempts() + attempts.size() + 1,
        courtId,
        reply.sentAt(),
        Duration.between(booking.opening(), reply.sentAt().plus(server.lead())).toMillis(),
        server.bounds().isEmpty() ? null : (Long) server.lead().toMillis(),
        reply.roundTrip() == null ? null : reply.roundTrip().toMillis(),
        reply.answer().word(),
        reply.httpStatus(),
        reply.raw());
  }
}
