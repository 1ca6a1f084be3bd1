package dev.court.sandbox;

import dev.court.sandbox.Journal.Arrival;
import dev.court.sandbox.http.Connection;
import dev.court.sandbox.http.Delivery;
import dev.court.sandbox.http.Request;
import dev.court.sandbox.http.Sending;
import java.time.Duration;
import java.time.InstantSource;

/** Where every request comes in: lets it meet its fate and keeps the journal. */
final class Reception implements Connection.Handler {
  private final InstantSource clock;
  private final Faults faults;
  private final Journal journal;
  private final Router router;

  Reception(InstantSource clock, Faults faults, Journal journal, Router router) {
    this.clock = clock;
    this.faults = faults;
    this.journal = journal;
    this.router = router;
  }

  @Override
  public Sending handle(Request request) throws InterruptedException {
    Arrival arrival = new Arrival(clock.instant(), System.nanoTime());
    Faults.Fate fate = faults.next(Fault.Target.of(request));
    pause(fate.before());
    Sending sending =
        fate.fault()
            .map(fault -> Mishap.befall(fault, request, router))
            .orElseGet(() -> new Sending(router.answer(request), Delivery.WHOLE));
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
