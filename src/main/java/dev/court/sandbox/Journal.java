package dev.court.sandbox;

import dev.court.booking.Venue;
import dev.court.sandbox.http.HttpReply;
import dev.court.sandbox.http.Refusal;
import dev.court.sandbox.http.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps every request that arrived, and logs a line for each. What it says of a request is made
 * when somebody reads it: the courts' opening is no time for that, when programs on this machine
 * ask.
 */
final class Journal {
  private final Venue venue;
  private final Optional<Consumer<String>> log;
  private final List<Noted> received = new ArrayList<>();

  Journal(Venue venue, Optional<Consumer<String>> log) {
    this.venue = venue;
    this.log = log;
  }

  /** When a request arrived, by both clocks. */
  record Arrival(Instant at, long nanoTime) {}

  /** A request, of which nothing was made yet. */
  private record Noted(Arrival arrival, Request request, int status, Optional<Fault> fault) {}

  void note(Arrival arrival, Request request, HttpReply reply, Faults.FaultPlan plan) {
    Noted noted = new Noted(arrival, request, reply.status(), plan.fault());
    synchronized (this) {
      received.add(noted);
    }
    log.ifPresent(reader -> reader.accept(LogLine.of(read(noted), reply, venue.zone())));
  }

  /** In the order of arrival. */
  List<ReceivedRequest> all() {
    List<Noted> all;
    synchronized (this) {
      all = List.copyOf(received);
    }
    return all.stream()
        .sorted(Comparator.comparingLong(one -> one.arrival().nanoTime()))
        .map(this::read)
        .toList();
  }

  private ReceivedRequest read(Noted noted) {
    Request request = noted.request();
    return new ReceivedRequest(
        noted.arrival().at(),
        noted.arrival().nanoTime(),
        request.method(),
        SecretRedaction.masked(request.target()),
        noted.status(),
        SecretRedaction.masked(request.body()),
        afterOpening(noted.arrival(), request),
        noted.fault().map(fault -> fault.kind().word()).orElse(null));
  }

  private Duration afterOpening(Arrival arrival, Request request) {
    if (Fault.FaultTarget.of(request) != Fault.FaultTarget.POST) {
      return null;
    }
    try {
      SlotRequest slotRequest = BookingForm.read(request.body(), venue);
      return Duration.between(venue.window().opening(slotRequest.start()), arrival.at());
    } catch (Refusal e) {
      return null;
    }
  }
}
