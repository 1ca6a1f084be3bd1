package dev.court.recurrence;

/** The FREQ of a rule (RFC 5545, 3.3.10). Hours and less are no use for a court. */
enum Frequency {
  DAILY,
  WEEKLY,
  MONTHLY,
  YEARLY
}
