package dev.court.schedule;

import dev.court.booking.Booking;

/**
 * A booking ahead on which a change of its schedule has no effect, or only later: Atrium holds a
 * reservation or may hold one, or a run is booking it.
 *
 * @param isWantedOtherwise whether the person still wants to play then, but not as it was asked for
 */
public record StillHeld(Booking booking, boolean isWantedOtherwise) {}
