package dev.court.notification;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Incident;
import dev.court.booking.Outcome;
import dev.court.store.DueBooking;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides for every kind of event whether a person is told of it, from what was before and what is
 * now. It writes nothing: who tells a person also remembers that.
 */
public final class NotificationPolicy {
  /** The end of a session is told so long before an opening: people read their mail once a day. */
  public static final Duration EXPIRY_HORIZON = Duration.ofHours(12);

  /** What passed this long ago is forgotten; what comes and goes is told no more often. */
  static final Duration LEAST_BETWEEN_INCIDENTS = Duration.ofHours(1);

  /** An incident that lasts is told again, since a message is easily overlooked. */
  private static final Duration BETWEEN_INCIDENTS = Duration.ofHours(24);

  private static final Duration BETWEEN_OBSTACLES = Duration.ofHours(12);

  /** For so long after a booking became due, every run says what keeps it from being made. */
  private static final Duration PRESSING = Duration.ofMinutes(5);

  private NotificationPolicy() {}

  /**
   * The outcome of a booking.
   *
   * @param before the booking when the run took it
   * @param after the booking with the outcome in it
   */
  public static NotificationDecision outcome(Outcome outcome, Booking before, Booking after) {
    if (outcome instanceof Outcome.Watching) {
      return newIf(!before.result().watched());
    }
    if (before.status() == BookingStatus.UNKNOWN) {
      return newIf(outcome.status() != BookingStatus.UNKNOWN);
    }
    return newIf(
        outcome.status() != BookingStatus.PENDING
            || !Objects.equals(after.result().lastError(), before.result().lastError()));
  }

  /**
   * One problem that kept several bookings from being tried: it is told in their place.
   *
   * @param ofBookings the decision for each of them
   */
  public static NotificationDecision commonProblem(List<NotificationDecision> ofBookings) {
    return newIf(ofBookings.stream().anyMatch(NotificationDecision::isTold));
  }

  /**
   * What keeps a run from its work, as a line of that run.
   *
   * @param toldAt when a run last told of any obstacle; empty when all was well since
   * @param due the bookings that could not be made for it
   */
  public static NotificationDecision obstacle(
      Optional<Instant> toldAt, List<DueBooking> due, Instant now) {
    if (due.stream().anyMatch(one -> isPressing(one, now))) {
      return NotificationDecision.PRESSING;
    }
    return toldAt
        .map(at -> isWithin(BETWEEN_OBSTACLES, at, now))
        .map(isTold -> isTold ? NotificationDecision.REPEATED : NotificationDecision.REMINDER)
        .orElse(NotificationDecision.NEW);
  }

  private static boolean isPressing(DueBooking due, Instant now) {
    return isWithin(PRESSING, due.at(), now)
        || isWithin(PRESSING, due.what().schedule().createdAt(), now);
  }

  /**
   * An incident on the channels, which may come and go each minute.
   *
   * @param incident as it is known, with the reason that was told last
   * @param reason as it is now
   */
  static NotificationDecision incident(
      Incident incident, IncidentKind kind, String reason, Instant now) {
    if (incident.since().plus(kind.patience()).isAfter(now)) {
      return NotificationDecision.TOO_EARLY;
    }
    if (incident.wasToldWithin(LEAST_BETWEEN_INCIDENTS, now)) {
      return NotificationDecision.REPEATED;
    }
    if (!incident.announced() || (kind.isToldByReason() && !incident.reason().equals(reason))) {
      return NotificationDecision.NEW;
    }
    return incident.wasToldWithin(BETWEEN_INCIDENTS, now)
        ? NotificationDecision.REPEATED
        : NotificationDecision.REMINDER;
  }

  /**
   * A session that ends before an opening. One warning covers all openings within its horizon,
   * except those of schedules that were added after it.
   *
   * @param coveredUntil the openings before this were warned of; empty when none were
   */
  public static NotificationDecision sessionEnd(DueBooking due, Optional<Instant> coveredUntil) {
    return newIf(
        coveredUntil
            .filter(until -> due.at().isBefore(until) && !wasAddedSinceTheWarning(due, until))
            .isEmpty());
  }

  private static boolean wasAddedSinceTheWarning(DueBooking due, Instant coveredUntil) {
    return due.what().schedule().createdAt().isAfter(coveredUntil.minus(EXPIRY_HORIZON));
  }

  private static boolean isWithin(Duration span, Instant since, Instant now) {
    return since.plus(span).isAfter(now);
  }

  private static NotificationDecision newIf(boolean isNew) {
    return isNew ? NotificationDecision.NEW : NotificationDecision.REPEATED;
  }
}
