package dev.court.run;

import dev.court.atrium.reservations.InFlightRequest;
import dev.court.atrium.reservations.Listing;
import dev.court.atrium.reservations.PreparedReservation;
import dev.court.atrium.reservations.ReservationConnection;
import dev.court.atrium.reservations.ReservationReply;
import dev.court.booking.Action;
import dev.court.booking.Booking;
import dev.court.booking.CourtPreference;
import dev.court.booking.Event;
import dev.court.booking.OpenShot;
import dev.court.booking.Outcome;
import dev.court.booking.Problem;
import dev.court.booking.Tactics;
import dev.court.run.byhand.HeldByHand;
import dev.court.run.clock.ServerClock;
import dev.court.run.opening.FirstRequest;
import dev.court.run.opening.OpeningBarrier;
import dev.court.run.opening.PreparedRequests;
import dev.court.run.opening.ReservationLookup;
import dev.court.run.opening.ServerTime;
import dev.court.run.opening.WarmUp;
import dev.court.run.shots.ShotFile;
import dev.court.run.standby.ClaimFence;
import dev.court.run.standby.ClaimLost;
import dev.court.store.DueBooking;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The execution of one claimed booking, from before its opening to an outcome. It is used once: it
 * is prepared, warmed up and aimed, and runs when the opening is there.
 *
 * <p>All of it belongs to the thread of the booking, which is the only one that calls it. Only the
 * {@link FirstRequest} is shared: {@link #aim} makes it complete, the thread that waits for the
 * opening sends it, and {@link #run} takes it back. {@link OpeningBarrier} orders these steps: its
 * monitor stands between aiming and sending, its latch between sending and running, so each thread
 * sees what the other one wrote (JLS 17.4.5). The first request uses the connection while the
 * thread of the booking waits at the barrier, so nobody else uses it then.
 */
final class BookingExecution {
  /** Readings end in time for the outcome to be written before the claim ends. */
  private static final Duration TO_READ = Duration.ofSeconds(40);

  private final Booking booking;
  private final Instant at;
  private final Instant deadline;
  private final ExecutionContext context;
  private final ReservationLookup lookup;
  private final ReservationConnection connection;
  private final PreparedRequests requests;
  private final ServerClock server;
  private final SplitCoordination siblings;
  private final ShotFile shots;
  private final ClaimFence fence;
  private final ExecutionTrace trace;

  /**
   * An execution that has not begun.
   *
   * @param due claimed by this run
   * @param deadline no request is sent after it: another run may hold the booking then
   * @param server what is known of the server's clock, to tell how late a request was
   * @param siblings the other parts of its occurrence, and what became of them
   */
  BookingExecution(
      DueBooking due,
      Instant deadline,
      ExecutionContext context,
      ServerClock server,
      SplitCoordination siblings) {
    this.booking = due.asked();
    this.at = due.at();
    this.deadline = deadline;
    this.context = context;
    this.lookup = new ReservationLookup(context.venue());
    this.connection = context.reservations().connection();
    this.requests = new PreparedRequests(booking, lookup, connection, context.tokens().current());
    this.server = server;
    this.siblings = siblings;
    this.shots = context.shots().of(booking);
    this.fence = context.arming().fence(due);
    this.trace = new ExecutionTrace(due, server, shots, context.log());
  }

  /**
   * Builds every request, so that nothing is left to build at the opening.
   *
   * @throws Problem when the settings name none of its courts any more
   */
  void prepare() {
    CourtPreference courts = lookup.courts(booking);
    requests.prepare(courts);
    // The result is known; this loads the code that decides after the first answer.
    new Tactics(courts, booking.openShot()).next(List.of());
  }

  /** Makes the connection ready, and changes a token that is refused, while there is time. */
  WarmUp warmUp(ServerTime time, HeldByHand held) {
    return new WarmUp(connection, requests, context.tokens(), time, held);
  }

  /** Ends an execution that asks for nothing. */
  void close() {
    context.shots().delete(booking);
    connection.close();
  }

  /**
   * An execution that is ready for its opening.
   *
   * @param courts in the order in which they are asked for
   */
  record Aimed(CourtPreference courts, FirstRequest first) {}

  /**
   * Settles which court is asked for first, when everything else is ready.
   *
   * @param preferred the court to ask for first, if there is one; a court that may be ours already
   *     comes before it
   * @throws ClaimLost when another run has taken the booking over
   */
  Aimed aim(Optional<String> preferred) {
    CourtPreference known = lookup.courts(booking);
    Optional<String> first = booking.openShot().map(OpenShot::courtId).or(() -> preferred);
    CourtPreference courts = first.map(known::preferring).orElse(known);
    arm(courts.first());
    return new Aimed(courts, firstRequest(courts.first()));
  }

  private FirstRequest firstRequest(String courtId) {
    return new FirstRequest(
        courtId, requests.forCourt(courtId), connection, fence, shots, deadline, context.clock());
  }

  /** It is tried again with the first request, which does not leave without it. */
  private void arm(String courtId) {
    try {
      fence.arm(courtId);
      shots.arm(courtId);
    } catch (IOException e) {
      context.log().warn("booking %s could not be armed yet".formatted(booking.id()), e);
    }
  }

  /** Goes on at once until there is an outcome: the caller waits for the opening. */
  ExecutionResult run(Aimed aimed) throws InterruptedException {
    try (connection) {
      return new ExecutionResult(outcome(aimed), trace.attempts());
    } catch (ClaimLost e) {
      return new ExecutionResult(ExecutionResult.outcomeOf(e, trace.open()), trace.attempts());
    } catch (RuntimeException e) {
      // What was sent is kept whatever broke, and no other court is tried if one may be booked.
      context.log().warn("booking %s was cut short".formatted(booking.id()), e);
      if (aimed.first().mayHaveLeft() && trace.attempts().isEmpty()) {
        trace.sending(aimed.first().courtId());
      }
      return new ExecutionResult(ExecutionResult.outcomeOf(e, trace.open()), trace.attempts());
    }
  }

  private Outcome outcome(Aimed aimed) throws InterruptedException {
    while (true) {
      Action action = tactics(aimed.courts()).next(trace.events());
      if (action instanceof Action.Finish finish) {
        return finish.outcome() instanceof Outcome.TokenNotAccepted refused
            ? new Outcome.SignInRequired(context.session().remedied(refused.reason()))
            : finish.outcome();
      }
      trace.add(perform(action, aimed.first()));
      if (trace.isMismatched()) {
        siblings.gotSomethingElse(booking);
      }
    }
  }

  private Tactics tactics(CourtPreference courts) {
    Optional<OpenShot> open = booking.openShot().or(() -> shotOfSibling(courts));
    return booking.result().watched() ? Tactics.polite(courts, open) : new Tactics(courts, open);
  }

  /** What a sibling got instead may be our court; the first request was aimed before. */
  private Optional<OpenShot> shotOfSibling(CourtPreference courts) {
    return !trace.events().isEmpty() && siblings.mayBeHeldBySibling(booking)
        ? Optional.of(OpenShot.at(courts.first()))
        : Optional.empty();
  }

  private Event perform(Action action, FirstRequest first) throws InterruptedException {
    if (action instanceof Action.Send send) {
      Optional<InFlightRequest> inFlight = first.take();
      return inFlight.isPresent()
          ? trace.answered(send.courtId(), connection.reply(inFlight.get()))
          : send(send);
    }
    if (action instanceof Action.SendAtOpening send) {
      server.refute();
      context.waiter(at).awaitExactly(at);
      return sendNow(send.courtId());
    }
    return action instanceof Action.Read read ? read(read) : refreshed();
  }

  private Event send(Action.Send send) throws InterruptedException {
    if (now().plus(send.pause()).isAfter(deadline)) {
      return new Event.GaveUp();
    }
    pause(send.pause());
    return sendNow(send.courtId());
  }

  private Event sendNow(String courtId) {
    PreparedReservation request = requests.forCourt(courtId);
    try {
      fence.arm(courtId);
    } catch (IOException e) {
      return trace.unsent(courtId, now(), e);
    }
    Instant now = now();
    // Once more, immediately before: this machine may have slept through the pause.
    if (now.isAfter(deadline)) {
      return new Event.GaveUp();
    }
    // What fails while connecting has sent nothing, and needs no line in the shot file before.
    Optional<ReservationReply> obstacle = connection.obstacle(request, deadline);
    if (obstacle.isPresent()) {
      return trace.answered(courtId, obstacle.get());
    }
    try {
      shots.shooting(courtId, now());
    } catch (IOException e) {
      return trace.unsent(courtId, now, e);
    }
    trace.sending(courtId);
    return trace.answered(courtId, connection.send(request, deadline));
  }

  private Event read(Action.Read read) throws InterruptedException {
    pause(read.pause());
    return now().isAfter(deadline.plus(TO_READ))
        ? new Event.Reading(false, Optional.empty())
        : lookup.look(listing(), asOpen(), trace.mismatched());
  }

  /**
   * While a request is open, no other court was asked for: what is held there is the person's own,
   * or of an account with the same occupant id. An answer that told of something else may mean any
   * court.
   */
  private Booking asOpen() {
    return trace.open().map(open -> booking.asking(courtsOf(open.courtId()))).orElse(booking);
  }

  private CourtPreference courtsOf(String open) {
    return trace.isMismatched()
        ? booking.courts().preferring(open)
        : new CourtPreference(List.of(open));
  }

  private Listing listing() {
    Listing listing = listed();
    return listing instanceof Listing.TokenRefused && tryRefresh() ? listed() : listing;
  }

  private Listing listed() {
    Duration left = Duration.between(now(), deadline.plus(TO_READ));
    return context.reservations().list(requests.token(), left);
  }

  /** Refreshes the session, and returns whether that worked. */
  private boolean tryRefresh() {
    return refreshed().obstacle().isEmpty();
  }

  private Event.Refreshed refreshed() {
    try {
      requests.replaceToken(context.session().replace(requests.token()));
      return new Event.Refreshed(Optional.empty());
    } catch (Problem e) {
      context.log().warn("no new token for booking %s".formatted(booking.id()), e);
      return new Event.Refreshed(Optional.of(ExecutionResult.outcomeOf(e, Optional.empty())));
    }
  }

  private void pause(Duration pause) throws InterruptedException {
    if (!pause.isZero()) {
      context.waiter(at).sleepUntil(now().plus(pause));
    }
  }

  private Instant now() {
    return context.clock().instant();
  }
}
