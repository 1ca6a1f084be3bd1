package dev.court.schedule;

import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.text.DurationInWords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why a booking came to nothing, and what would help.
 *
 * @param why one line, with the server's own words where there are any
 * @param help one line, a command where there is one
 */
public record FailureDiagnosis(String why, String help) {
  /** Between cron's ticks and the first request nothing takes longer when all goes well. */
  private static final Duration ON_TIME = Duration.ofSeconds(1);

  /** Answers that say nothing about the court; the words of {@link Attempt#answer()}. */
  private static final Set<String> TROUBLE =
      Set.of("throttled", "not sent", "unclear", "unauthorised");

  private static final Set<BookingStatus> HARD_LUCK =
      Set.of(BookingStatus.FAILED, BookingStatus.MISSED, BookingStatus.UNKNOWN);

  private static final String CRON =
      "court run-due has to be called each minute: court doctor says when it was, and what is"
          + " wrong";

  /** Whether there is anything to look back at: it is not open, and did not go well. */
  static boolean isFor(Booking booking) {
    return HARD_LUCK.contains(booking.status());
  }

  /**
   * Looks back at a booking.
   *
   * @param attempts all that went out for it, in order
   * @return empty while it is open, and when all went well
   */
  public static Optional<FailureDiagnosis> of(
      ScheduledBooking what, List<Attempt> attempts, Venue venue) {
    return switch (what.booking().status()) {
      case FAILED -> Optional.of(failed(what, attempts, venue));
      case MISSED -> Optional.of(missed(what, attempts));
      case UNKNOWN -> Optional.of(unknown(what));
      case PENDING, IN_FLIGHT, SUCCESS, SKIPPED, CANCELLED -> Optional.empty();
    };
  }

  private static FailureDiagnosis failed(
      ScheduledBooking what, List<Attempt> attempts, Venue venue) {
    String words = words(what.booking());
    if (attempts.isEmpty()) {
      return new FailureDiagnosis(words, "court doctor says what is wrong now");
    }
    Attempt last = attempts.get(attempts.size() - 1);
    return switch (last.answer()) {
      case "taken" -> taken(what, attempts, venue);
      case "too early" ->
          new FailureDiagnosis(
              "Atrium says that it is not open yet: " + words,
              "the window or the time zone may be another at this building: court config");
      default ->
          new FailureDiagnosis(
              "Atrium would not have it: " + words,
              "court history -v has the answer word for word");
    };
  }

  private static FailureDiagnosis taken(
      ScheduledBooking what, List<Attempt> attempts, Venue venue) {
    String words = ", and was taken: " + words(what.booking());
    String ways = new Remedies(what, venue).words();
    Instant opening = what.booking().opening();
    Instant asked = what.schedule().createdAt();
    if (asked.isAfter(opening)) {
      String since = DurationInWords.of(Duration.between(opening, asked));
      return new FailureDiagnosis(
          "it had been open for %s when it was asked for".formatted(since) + words, ways);
    }
    Attempt first = attempts.get(0);
    if (isLate(first)) {
      return new FailureDiagnosis(
          "the first request went out %s after the opening".formatted(late(first)) + words, CRON);
    }
    return trouble(attempts)
        .map(trouble -> new FailureDiagnosis(trouble + words, ways))
        .orElseGet(
            () ->
                new FailureDiagnosis(
                    "somebody was faster: it was asked for %s ms after the opening"
                            .formatted(first.lateMs())
                        + words,
                    ways));
  }

  /** Such as "Atrium had trouble at the opening (throttled), ...". */
  private static Optional<String> trouble(List<Attempt> attempts) {
    Attempt last = attempts.get(attempts.size() - 1);
    return attempts.stream()
        .filter(attempt -> TROUBLE.contains(attempt.answer()) && isLate(last))
        .findFirst()
        .map(
            attempt ->
                "Atrium had trouble at the opening (%s); it was asked for again %s after it"
                    .formatted(attempt.answer(), late(last)));
  }

  private static String late(Attempt attempt) {
    return DurationInWords.of(Duration.ofMillis(attempt.lateMs()));
  }

  private static boolean isLate(Attempt attempt) {
    return attempt.lateMs() > ON_TIME.toMillis();
  }

  private static FailureDiagnosis missed(ScheduledBooking what, List<Attempt> attempts) {
    return new FailureDiagnosis(
        attempts.isEmpty() ? "nothing was sent: " + words(what.booking()) : words(what.booking()),
        CRON);
  }

  private static FailureDiagnosis unknown(ScheduledBooking what) {
    return new FailureDiagnosis(
        "a request may have booked: " + words(what.booking()),
        ("court run-due reads the reservations until it knows; where it cannot, look at the portal,"
                + " then court resolve %s --booked or --not-booked")
            .formatted(what.booking().id()));
  }

  private static String words(Booking booking) {
    return booking.result().lastError() == null
        ? "no run came between its opening and its start"
        : booking.result().lastError();
  }
}
