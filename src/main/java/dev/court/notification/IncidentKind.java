package dev.court.notification;

import dev.court.booking.Problem;
import dev.court.booking.SignInNeeded;
import dev.court.booking.TemporaryTrouble;
import dev.court.notification.channel.EventType;
import java.time.Duration;

/** The kinds of incidents, and how soon each is told on the channels. */
enum IncidentKind {
  SIGN_IN("sign-in", EventType.SIGN_IN, Duration.ZERO, true),
  SETUP("setup", EventType.TROUBLE, Duration.ZERO, true),
  /** It keeps one booking from being made, and is named for it. */
  BOOKING(null, EventType.TROUBLE, Duration.ZERO, true),
  /** A realm that is down for a moment; its reason differs from run to run. */
  TEMPORARY("temporary", EventType.TROUBLE, Duration.ofMinutes(10), false),
  /** The same when a booking is due: it is told at once. */
  TEMPORARY_WHEN_DUE("temporary", EventType.TROUBLE, Duration.ZERO, false);

  private final String subject;
  private final EventType eventType;
  private final Duration patience;
  private final boolean isToldByReason;

  IncidentKind(String subject, EventType eventType, Duration patience, boolean isToldByReason) {
    this.subject = subject;
    this.eventType = eventType;
    this.patience = patience;
    this.isToldByReason = isToldByReason;
  }

  /** The kind of what keeps a run from its work. */
  static IncidentKind of(Problem problem, boolean isBookingDue) {
    if (problem instanceof SignInNeeded) {
      return SIGN_IN;
    }
    if (problem instanceof TemporaryTrouble) {
      return isBookingDue ? TEMPORARY_WHEN_DUE : TEMPORARY;
    }
    return SETUP;
  }

  /** The key of its row; null where a booking gives it. */
  String subject() {
    return subject;
  }

  EventType eventType() {
    return eventType;
  }

  /** How long it may last before it is told. */
  Duration patience() {
    return patience;
  }

  /** Whether another reason makes it another incident. */
  boolean isToldByReason() {
    return isToldByReason;
  }
}
