package dev.court.schedule;

import dev.court.booking.Answer;
import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.schedule.house.Housemates;
import dev.court.schedule.house.OwnCourtWords;
import dev.court.store.Store;
import dev.court.text.DurationInWords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why a booking was lost, missed or is unknown, and what would help.
 *
 * @param why one line, with the server's own words where there are any
 * @param help one line, with a command where there is one; empty where none is told
 */
public record FailureDiagnosis(String why, String help) {
  /**
   * A run that cron starts in time sends its first request no later than this after the opening.
   */
  private static final Duration ON_TIME = Duration.ofSeconds(1);

  /** Answers that do not tell whether the court is free, as {@link Attempt#answer()} has them. */
  private static final Set<String> SERVER_TROUBLE =
      Set.of("throttled", "not sent", "not now", "unclear", "unconfirmed", "unauthorised");

  private static final Set<BookingStatus> DIAGNOSED =
      Set.of(BookingStatus.FAILED, BookingStatus.MISSED, BookingStatus.UNKNOWN);

  private static final String CRON =
      "court run-due has to be called each minute: court doctor says when it was, and what is"
          + " wrong";

  /** The same where only the reason is told. */
  public FailureDiagnosis withoutHelp() {
    return new FailureDiagnosis(why, "");
  }

  /** Whether a booking of this status has a diagnosis. */
  static boolean isFor(Booking booking) {
    return DIAGNOSED.contains(booking.status());
  }

  /**
   * The diagnosis of a booking, beside what others of the house have by now.
   *
   * @return empty while it is open, and when it was booked, skipped or cancelled
   */
  public static Optional<FailureDiagnosis> read(Store store, ScheduledBooking what, Venue venue) {
    if (!isFor(what.booking())) {
      return Optional.empty();
    }
    return read(store, what, store.attempts().of(what.booking()), venue);
  }

  /** The same, where its requests were read already. */
  static Optional<FailureDiagnosis> read(
      Store store, ScheduledBooking what, List<Attempt> attempts, Venue venue) {
    Optional<String> housemate =
        isTakenByOthers(what.booking(), attempts)
            ? new Housemates(store, venue).words(what, attempts)
            : Optional.empty();
    return of(what, attempts, venue, housemate);
  }

  private static boolean isTakenByOthers(Booking booking, List<Attempt> attempts) {
    return booking.status() == BookingStatus.FAILED
        && !OwnCourtWords.isReason(reason(booking))
        && !attempts.isEmpty()
        && attempts.get(attempts.size() - 1).answer().equals(Answer.Taken.WORD);
  }

  /**
   * The diagnosis of a booking.
   *
   * @param attempts all requests that went out for it, in order
   * @param housemate which other account has a court that was taken, as {@link Housemates} says it
   * @return empty while it is open, and when it was booked, skipped or cancelled
   */
  static Optional<FailureDiagnosis> of(
      ScheduledBooking what, List<Attempt> attempts, Venue venue, Optional<String> housemate) {
    return switch (what.booking().status()) {
      case FAILED -> Optional.of(failed(what, attempts, venue, housemate));
      case MISSED -> Optional.of(missed(what, attempts, venue));
      case UNKNOWN -> Optional.of(unknown(what));
      case PENDING, IN_FLIGHT, SUCCESS, SKIPPED, CANCELLED -> Optional.empty();
    };
  }

  private static FailureDiagnosis failed(
      ScheduledBooking what, List<Attempt> attempts, Venue venue, Optional<String> housemate) {
    String reason = reason(what.booking());
    if (OwnCourtWords.isReason(reason)) {
      return new FailureDiagnosis(reason, new Remedies(what, venue).besideOwn());
    }
    if (attempts.isEmpty()) {
      return new FailureDiagnosis(reason, "court doctor says what is wrong now");
    }
    Attempt last = attempts.get(attempts.size() - 1);
    return switch (last.answer()) {
      case Answer.Taken.WORD -> {
        FailureDiagnosis taken = taken(what, attempts, venue, housemate.isPresent());
        yield housemate
            .map(who -> new FailureDiagnosis("%s: %s".formatted(who, taken.why()), taken.help()))
            .orElse(taken);
      }
      case "too early" ->
          new FailureDiagnosis(
              "Atrium says that it is not open yet: " + reason,
              "the window or the time zone may be another at this building: court config");
      default ->
          new FailureDiagnosis(
              "Atrium would not have it: " + reason,
              "court history -v has the answer word for word");
    };
  }

  private static FailureDiagnosis taken(
      ScheduledBooking what, List<Attempt> attempts, Venue venue, boolean isKnownWho) {
    String reason = ", and was taken: " + reason(what.booking());
    String remedies = new Remedies(what, venue).inOneLine();
    Instant opening = what.booking().opening();
    Instant added = what.schedule().createdAt();
    if (added.isAfter(opening)) {
      String since = DurationInWords.of(Duration.between(opening, added));
      return new FailureDiagnosis(
          "it had been open for %s when it was asked for".formatted(since) + reason, remedies);
    }
    Attempt first = attempts.get(0);
    if (isLate(first)) {
      return new FailureDiagnosis(
          "the first request went out %s after the opening".formatted(late(first)) + reason, CRON);
    }
    return serverTrouble(attempts)
        .map(trouble -> new FailureDiagnosis(trouble + reason, remedies))
        .orElseGet(
            () ->
                new FailureDiagnosis(
                    "%sit was asked for %s ms after the opening"
                            .formatted(isKnownWho ? "" : "somebody was faster: ", first.lateMs())
                        + reason,
                    remedies));
  }

  /** Why the server answered late, such as "Atrium had trouble at the opening (throttled); ...". */
  private static Optional<String> serverTrouble(List<Attempt> attempts) {
    Attempt last = attempts.get(attempts.size() - 1);
    return attempts.stream()
        .filter(attempt -> SERVER_TROUBLE.contains(attempt.answer()) && isLate(last))
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

  private static FailureDiagnosis missed(
      ScheduledBooking what, List<Attempt> attempts, Venue venue) {
    if (OwnCourtWords.isReason(what.booking().result().lastError())) {
      return new FailureDiagnosis(reason(what.booking()), new Remedies(what, venue).besideOwn());
    }
    return new FailureDiagnosis(
        attempts.isEmpty() ? "nothing was sent: " + reason(what.booking()) : reason(what.booking()),
        CRON);
  }

  private static FailureDiagnosis unknown(ScheduledBooking what) {
    return new FailureDiagnosis(
        "a request may have booked: " + reason(what.booking()),
        ("court run-due asks for the same court again and reads the reservations until it knows;"
                + " where it cannot, look at the portal, then court resolve %s --booked or"
                + " --not-booked")
            .formatted(what.booking().id()));
  }

  private static String reason(Booking booking) {
    return booking.result().lastError() == null
        ? "no run came between its opening and its start"
        : booking.result().lastError();
  }
}
