package dev.court.sandbox;

import dev.court.sandbox.Journal.Arrival;
import dev.court.sandbox.http.DeliveryMode;
import dev.court.sandbox.http.OutgoingReply;
import dev.court.sandbox.http.Request;
import dev.court.sandbox.http.ServerConnection;
import java.time.Duration;
import java.time.InstantSource;

/** Handles every request: applies its faults and writes the journal. */
final class RequestHandler implements ServerConnection.Handler {
  private final InstantSource clock;
  private final Faults faults;
  private final Journal journal;
  private final Router router;

  RequestHandler(InstantSource clock, Faults faults, Journal journal, Router router) {
    this.clock = clock;
    this.faults = faults;
    this.journal = journal;
    this.router = router;
  }

  @Override
  public OutgoingReply handle(Request request) throws InterruptedException {
    Arrival arrival = new Arrival(clock.instant(), System.nanoTime());
    Faults.FaultPlan plan = faults.next(Fault.FaultTarget.of(request));
    pause(plan.before());
    OutgoingReply sending =
        plan.fault()
            .map(fault -> FaultInjector.inject(fault, request, router))
            .orElseGet(() -> new OutgoingReply(router.answer(request), DeliveryMode.WHOLE));
    // Before the answer leaves, so that a client that has the answer finds the entry.
    journal.note(arrival, request, sending.reply(), plan);
    pause(plan.after());
    return sending;
  }

  private static void pause(Duration length) throws InterruptedException {
    if (!length.isZero()) {
      Thread.sleep(length.toMillis());
    }
  }
}
