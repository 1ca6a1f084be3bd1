package dev.court.sandbox;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Venue;
import dev.court.sandbox.http.Refusal;
import dev.court.sandbox.realm.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;

/** The building's rules for what can be booked at a given instant. */
final class ReservationRules {
  private final Venue venue;

  ReservationRules(Venue venue) {
    this.venue = venue;
  }

  /**
   * Accepts what can be booked at {@code now} when nobody holds it.
   *
   * @throws Refusal when a rule forbids it
   */
  void check(SlotRequest slotRequest, Instant now) {
    checkTimes(slotRequest);
    if (slotRequest.start().toInstant().isBefore(now)) {
      throw Refusal.ofRule(Messages.PAST);
    }
    if (now.isBefore(lastOpening(slotRequest))) {
      throw Refusal.ofRule(Messages.tooEarly(venue.window().length()));
    }
  }

  private void checkTimes(SlotRequest slotRequest) {
    Duration length = Duration.between(slotRequest.start(), slotRequest.end());
    if (length.compareTo(venue.maxDuration()) > 0) {
      throw Refusal.ofRule(Messages.TOO_LONG);
    }
    try {
      venue.checked(slotRequest.start().toLocalDateTime());
      venue.checked(length);
    } catch (InvalidRequest e) {
      throw Refusal.ofRule(Messages.OFF_GRID);
    }
  }

  /** Slots are released one by one; a reservation can be made when its last one is. */
  private Instant lastOpening(SlotRequest slotRequest) {
    Instant last = Instant.MIN;
    ZonedDateTime slot = slotRequest.start();
    while (slot.isBefore(slotRequest.end())) {
      Instant opening = venue.window().opening(slot);
      last = opening.isAfter(last) ? opening : last;
      slot = slot.plus(venue.slot());
    }
    return last;
  }
}
