package dev.court.cli;

/**
 * A line of a worker for programs.
 *
 * @param time when it was printed, in ISO-8601 in the venue's zone
 * @param event one word, such as {@code booked}
 * @param message the same in words; null where the word says it all
 * @param booking as lists print it; null when it is not about one
 */
record WorkerEventJson(String time, String event, String message, ListedBookingJson booking) {}
