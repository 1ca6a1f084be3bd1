package dev.court.operation;

import dev.court.atrium.Listing;
import dev.court.atrium.Reply;
import dev.court.atrium.Reservations;
import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.Event;
import dev.court.booking.Move;
import dev.court.booking.Outcome;
import dev.court.booking.Problem;
import dev.court.booking.Tactics;
import dev.court.booking.Venue;
import dev.court.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The pursuit of one claimed booking, from its opening to an outcome. For one thread, once. */
final class Pursuit {
  private final Booking booking;
  private final Instant deadline;
  private final Field field;
  private final InAtrium inAtrium;
  private final List<Event> events = new ArrayList<>();
  private final List<Attempt> attempts = new ArrayList<>();
  private Secret token;

  /**
   * A pursuit that has not begun.
   *
   * @param deadline no request is sent after it: another run may hold the booking then
   */
  Pursuit(Booking booking, Secret token, Instant deadline, Field field) {
    this.booking = booking;
    this.token = token;
    this.deadline = deadline;
    this.field = field;
    this.inAtrium = new InAtrium(field.venue());
  }

  /** What every pursuit of a run needs. */
  record Field(
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
  record Ended(Outcome outcome, List<Attempt> attempts) {}

  /** Goes on until there is an outcome. Begins at once: the caller waits for the opening. */
  Ended run() throws InterruptedException {
    Tactics tactics = new Tactics(booking.courts());
    while (true) {
      Move move = tactics.next(events);
      if (move instanceof Move.Finish finish) {
        return new Ended(finish.outcome(), List.copyOf(attempts));
      }
      events.add(make(move));
    }
  }

  private Event make(Move move) throws InterruptedException {
    if (move instanceof Move.Fire fire) {
      return fire(fire);
    }
    if (move instanceof Move.Read read) {
      return read(read);
    }
    return refresh();
  }

  private Event fire(Move.Fire fire) throws InterruptedException {
    Instant at = field.clock().instant().plus(fire.pause());
    if (at.isAfter(deadline)) {
      return new Event.GaveUp();
    }
    pause(fire.pause());
    Reply reply = field.reservations().reserve(inAtrium.request(booking, fire.courtId()), token);
    attempts.add(attempt(fire.courtId(), reply));
    return new Event.Shot(fire.courtId(), reply.answer());
  }

  private Event read(Move.Read read) throws InterruptedException {
    pause(read.pause());
    Listing listing = field.reservations().list(token);
    return inAtrium.look(listing, booking);
  }

  private Event refresh() {
    try {
      token = field.session().replace(token);
      return new Event.Refreshed(true);
    } catch (Problem e) {
      return new Event.Refreshed(false);
    }
  }

  private void pause(Duration pause) throws InterruptedException {
    if (!pause.isZero()) {
      field.waiter().sleepUntil(field.clock().instant().plus(pause));
    }
  }

  private Attempt attempt(String courtId, Reply reply) {
    return new Attempt(
        booking.id(),
        booking.result().attempts() + attempts.size() + 1,
        courtId,
        reply.sentAt(),
        Duration.between(booking.opening(), reply.sentAt()).toMillis(),
        reply.roundTrip() == null ? null : reply.roundTrip().toMillis(),
        reply.answer().word(),
        reply.httpStatus(),
        reply.raw());
  }
}
