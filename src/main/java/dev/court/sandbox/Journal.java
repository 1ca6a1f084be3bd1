package dev.court.sandbox;

import dev.court.booking.Venue;
import dev.court.sandbox.http.Refusal;
import dev.court.sandbox.http.Reply;
import dev.court.sandbox.http.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Keeps every request that arrived and tells of it. */
final class Journal {
  private final Venue venue;
  private final Consumer<String> log;
  private final List<Received> received = new ArrayList<>();

  Journal(Venue venue, Consumer<String> log) {
    this.venue = venue;
    this.log = log;
  }

  /** When a request arrived, by both clocks. */
  record Arrival(Instant at, long nanoTime) {}

  void note(Arrival arrival, Request request, Reply reply, Faults.Fate fate) {
    Received entry =
        new Received(
            arrival.at(),
            arrival.nanoTime(),
            request.method(),
            Secrets.masked(request.target()),
            reply.status(),
            Secrets.masked(request.body()),
            afterOpening(arrival, request),
            fate.fault().map(fault -> fault.kind().word()).orElse(null));
    synchronized (this) {
      received.add(entry);
    }
    log.accept(LogLine.of(entry, reply, venue.zone()));
  }

  /** In the order of arrival. */
  synchronized List<Received> all() {
    return received.stream().sorted(Comparator.comparingLong(Received::nanoTime)).toList();
  }

  private Duration afterOpening(Arrival arrival, Request request) {
    if (Fault.Target.of(request) != Fault.Target.POST) {
      return null;
    }
    try {
      Wish wish = BookingForm.read(request.body(), venue);
      return Duration.between(venue.window().opening(wish.start()), arrival.at());
    } catch (Refusal e) {
      return null;
    }
  }
}
