package dev.court.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A building's API that answers every request for a court with the lie for that time, also when the
 * court is taken.
 *
 * @param isHidingTheListing whether the listing cannot be read; otherwise it tells the truth
 */
record Liar(Map<Instant, Lie> lies, Ledger ledger, Instant now, boolean isHidingTheListing)
    implements ModelServer.Answers {

  @Override
  public Optional<Wire> answer(ModelServer.HttpRequestText request) {
    return Optional.of(request.method().equals("POST") ? booked(request) : listing().at(now));
  }

  private Wire booked(ModelServer.HttpRequestText request) {
    Slot asked = Building.slot(request.body());
    Lie lie = lies.get(asked.start());
    Slot taken = lie.taken(asked);
    if (lie.deed() != Lie.Deed.NOTHING) {
      ledger.book(taken, now, now);
    }
    Ledger.Holding held = ledger.holding(taken);
    return lie.said(asked, held == null ? 999 : held.id(), now);
  }

  private Reply listing() {
    return isHidingTheListing ? Reply.detail(404, "Not found.") : Building.listing(ledger.ours());
  }
}
