package dev.court.run;

import dev.court.atrium.reservations.ReservationReply;
import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What happened so far in the execution of a booking. For one thread. */
final class ExecutionTrace {
  private final Booking booking;
  private final ServerClock server;
  private final List<Event> events = new ArrayList<>();
  private final List<Attempt> attempts = new ArrayList<>();
  private boolean mayHaveSent;

  /**
   * A trace without events.
   *
   * @param server what is known of the server's clock, to tell how late a request was
   */
  ExecutionTrace(Booking booking, ServerClock server) {
    this.booking = booking;
    this.server = server;
  }

  List<Event> events() {
    return events;
  }

  List<Attempt> attempts() {
    return attempts;
  }

  void add(Event event) {
    events.add(event);
  }

  /** A request is about to leave. */
  void sending() {
    mayHaveSent = true;
  }

  boolean mayHaveSent() {
    return mayHaveSent;
  }

  /** Keeps the attempt; the event is for the caller to add. */
  Event answered(String courtId, ReservationReply reply) {
    attempts.add(attempt(courtId, reply));
    return new Event.Requested(courtId, reply.answer());
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
