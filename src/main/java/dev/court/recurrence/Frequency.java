package dev.court.recurrence;

/** How often a period of the rule begins; finer ones make no sense for a court. */
enum Frequency {
  DAILY,
  WEEKLY,
  MONTHLY,
  YEARLY
}
