package dev.court.run;

import dev.court.atrium.reservations.ReservationReply;
import dev.court.booking.Answer;
import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.Event;
import dev.court.booking.OpenShot;
import dev.court.log.Log;
import dev.court.run.clock.ServerClock;
import dev.court.run.shots.ShotFile;
import dev.court.store.DueBooking;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What happened so far in the execution of a booking. For one thread. */
final class ExecutionTrace {
  private final Booking booking;
  private final Instant at;
  private final ServerClock server;
  private final ShotFile shots;
  private final Log log;
  private final List<Event> events = new ArrayList<>();
  private final List<Attempt> attempts = new ArrayList<>();
  private Optional<OpenShot> open;

  /**
   * A trace without events.
   *
   * @param due when it is tried by our own clock
   * @param server what is known of the server's clock, to tell how late a request was
   * @param shots notes what is sent, for the next run if this one dies
   */
  ExecutionTrace(DueBooking due, ServerClock server, ShotFile shots, Log log) {
    this.booking = due.what().booking();
    this.at = due.at();
    this.server = server;
    this.shots = shots;
    this.log = log;
    this.open = booking.openShot();
  }

  List<Event> events() {
    return events;
  }

  List<Attempt> attempts() {
    return attempts;
  }

  /** The request of which nobody knows whether it booked. */
  Optional<OpenShot> open() {
    return open;
  }

  /** The reservations that answers told of, in place of the one asked for. */
  Set<String> mismatched() {
    return events.stream()
        .filter(Event.Requested.class::isInstance)
        .map(event -> ((Event.Requested) event).answer())
        .filter(Answer.Mismatched.class::isInstance)
        .map(answer -> ((Answer.Mismatched) answer).reservationId())
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether an answer told of something else than was asked for. */
  boolean isMismatched() {
    return attempts.stream().anyMatch(one -> one.answer().equals(Answer.Mismatched.WORD));
  }

  void add(Event event) {
    events.add(event);
  }

  /** A request for this court may have left. */
  void sending(String courtId) {
    open = open.or(() -> Optional.of(OpenShot.at(courtId)));
  }

  /** Keeps the attempt; the event is for the caller to add. */
  Event answered(String courtId, ReservationReply reply) {
    Attempt attempt = attempt(courtId, reply);
    attempts.add(attempt);
    note(attempt, reply.answer());
    open = OpenShot.after(booking.openShot(), attempts);
    return new Event.Requested(courtId, reply.answer(), reply.sentAt().isBefore(at));
  }

  /** A request did not leave, since it could not be noted; it is no attempt. */
  Event unsent(String courtId, Instant now, IOException cause) {
    log.warn("a request for booking %s could not be noted".formatted(booking.id()), cause);
    String reason = "nothing is sent that cannot be noted first: " + cause.getMessage();
    return new Event.Requested(courtId, new Answer.NotSent(reason), now.isBefore(at));
  }

  /** Without it the next run counts the request as unclear, which is safe. */
  private void note(Attempt attempt, Answer answer) {
    try {
      shots.answered(
          attempt, answer instanceof Answer.Booked booked ? booked.reservationId() : null);
    } catch (IOException e) {
      log.warn("the answer for booking %s could not be noted".formatted(booking.id()), e);
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
