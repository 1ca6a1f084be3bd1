package dev.court.booking;

import java.time.Instant;
import java.util.List;

/**
 * One request that was sent for a booking, as the history keeps it.
 *
 * @param bookingId the booking it was made for
 * @param number from 1, within the booking
 * @param courtId the court that was asked for
 * @param sentAt when the request left, by this machine's clock
 * @param lateMs milliseconds after the opening, on the server's clock
 * @param clockLeadMs by how much the server's clock was taken to lead ours; null when nothing was
 *     known of it
 * @param roundTripMs from sending to the answer; null when none came
 * @param answer what the answer meant, in the word of {@link Answer#word()}
 * @param httpStatus null when no answer came
 * @param raw the answer as it came, cut at {@link #MAX_RAW} characters; never holds a secret
 */
public record Attempt(
    long bookingId,
    int number,
    String courtId,
    Instant sentAt,
    long lateMs,
    Long clockLeadMs,
    Long roundTripMs,
    String answer,
    Integer httpStatus,
    String raw) {

  /** Longer answers are pages of markup without use. */
  public static final int MAX_RAW = 4000;

  public Attempt {
    raw = raw.length() > MAX_RAW ? raw.substring(0, MAX_RAW) : raw;
  }

  /** The courts that were taken, each once, in the order in which they were asked for. */
  public static List<String> takenCourts(List<Attempt> attempts) {
    return attempts.stream()
        .filter(one -> one.answer().equals(Answer.Taken.WORD))
        .map(Attempt::courtId)
        .distinct()
        .toList();
  }
}
