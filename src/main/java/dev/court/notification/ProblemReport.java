package dev.court.notification;

import dev.court.booking.Problem;

/**
 * What kept a run from its work.
 *
 * @param decision whether the run tells of it
 */
public record ProblemReport(Problem problem, NotificationDecision decision) {}
