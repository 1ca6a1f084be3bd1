package dev.court.sandbox;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Venue;
import dev.court.sandbox.http.Refusal;
import dev.court.sandbox.realm.Wording;
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
  void check(Wish wish, Instant now) {
    checkTimes(wish);
    if (wish.start().toInstant().isBefore(now)) {
      throw Refusal.ofRule(Wording.PAST);
    }
    if (now.isBefore(lastOpening(wish))) {
      throw Refusal.ofRule(Wording.tooEarly(venue.window().length()));
    }
  }

  private void checkTimes(Wish wish) {
    Duration length = Duration.between(wish.start(), wish.end());
    if (length.compareTo(venue.maxDuration()) > 0) {
      throw Refusal.ofRule(Wording.TOO_LONG);
    }
    try {
      venue.checked(wish.start().toLocalDateTime());
      venue.checked(length);
    } catch (InvalidRequest e) {
      throw Refusal.ofRule(Wording.OFF_GRID);
    }
  }

  /** Slots are released one by one; a reservation can be made when its last one is. */
  private Instant lastOpening(Wish wish) {
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
