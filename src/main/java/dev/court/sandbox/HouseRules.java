package dev.court.sandbox;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Venue;
import dev.court.sandbox.http.Refusal;
import dev.court.sandbox.realm.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;

/** What can be booked at the building at a given instant. */
final class HouseRules {
  private final Venue venue;

  HouseRules(Venue venue) {
    this.venue = venue;
  }

  /**
   * Lets pass what can be booked at {@code now}, if nobody holds it.
   *
   * @throws Refusal when the rules are against it
   */
  void check(SlotRequest wish, Instant now) {
    checkTimes(wish);
    if (wish.start().toInstant().isBefore(now)) {
      throw Refusal.ofRule(Messages.PAST);
    }
    if (now.isBefore(lastOpening(wish))) {
      throw Refusal.ofRule(Messages.tooEarly(venue.window().length()));
    }
  }

  private void checkTimes(SlotRequest wish) {
    Duration length = Duration.between(wish.start(), wish.end());
    if (length.compareTo(venue.maxDuration()) > 0) {
      throw Refusal.ofRule(Messages.TOO_LONG);
    }
    try {
      venue.checked(wish.start().toLocalDateTime());
      venue.checked(length);
    } catch (InvalidRequest e) {
      throw Refusal.ofRule(Messages.OFF_GRID);
    }
  }

  /** Slots are released one by one; a reservation can be made when its last one is. */
  private Instant lastOpening(SlotRequest wish) {
    Instant last = Instant.MIN;
    ZonedDateTime slot = wish.start();
    while (slot.isBefore(wish.end())) {
      Instant opening = venue.window().opening(slot);
      last = opening.isAfter(last) ? opening : last;
      slot = slot.plus(venue.slot());
    }
    return last;
  }
}
