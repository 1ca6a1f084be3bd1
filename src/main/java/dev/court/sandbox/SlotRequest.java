package dev.court.sandbox;

import dev.court.booking.TennisCourt;
import java.time.ZonedDateTime;

/** What a request asks for; times in the venue's zone. */
record SlotRequest(TennisCourt court, ZonedDateTime start, ZonedDateTime end, String guests) {}
