package dev.court.sandbox;

import dev.court.sandbox.Journal.Arrival;
import dev.court.sandbox.http.DeliveryMode;
import dev.court.sandbox.http.OutgoingReply;
import dev.court.sandbox.http.Request;
import dev.court.sandbox.http.ServerConnection;
import java.time.Duration;
import java.time.InstantSource;

/** Where every request comes in: lets it meet its fate and keeps the journal. */
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
    Faults.FaultPlan fate = faults.next(Fault.FaultTarget.of(request));
    pause(fate.before());
    OutgoingReply sending =
        fate.fault()
            .map(fault -> FaultInjector.befall(fault, request, router))
            .orElseGet(() -> new OutgoingReply(router.answer(request), DeliveryMode.WHOLE));
    // Before the answer leaves, so that whoever has the answer finds the entry.
    journal.note(arrival, request, sending.reply(), fate);
    pause(fate.after());
    return sending;
  }

  private static void pause(Duration length) throws InterruptedException {
    if (!length.isZero()) {
      Thread.sleep(length.toMillis());
    }
  }
}
