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
import java.util.function.Consumer;

/** Keeps every request that arrived, and logs a line for each. */
final class Journal {
  private final Venue venue;
  private final Consumer<String> log;
  private final List<ReceivedRequest> received = new ArrayList<>();

  Journal(Venue venue, Consumer<String> log) {
    this.venue = venue;
    this.log = log;
  }

  /** When a request arrived, by both clocks. */
  record Arrival(Instant at, long nanoTime) {}

  void note(Arrival arrival, Request request, HttpReply reply, Faults.FaultPlan plan) {
    ReceivedRequest entry =
        new ReceivedRequest(
            arrival.at(),
            arrival.nanoTime(),
            request.method(),
            SecretRedaction.masked(request.target()),
            reply.status(),
            SecretRedaction.masked(request.body()),
            afterOpening(arrival, request),
            plan.fault().map(fault -> fault.kind().word()).orElse(null));
    synchronized (this) {
      received.add(entry);
    }
    log.accept(LogLine.of(entry, reply, venue.zone()));
  }

  /** In the order of arrival. */
  synchronized List<ReceivedRequest> all() {
    return received.stream().sorted(Comparator.comparingLong(ReceivedRequest::nanoTime)).toList();
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
