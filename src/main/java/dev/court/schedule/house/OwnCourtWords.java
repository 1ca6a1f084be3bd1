package dev.court.schedule.house;

import dev.court.booking.BookingStatus;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.text.WordList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says that other bookings of the same account have the courts which a booking would want. */
public final class OwnCourtWords {
  private static final String OWN = "your own schedule";

  private final Venue venue;
  private final Map<String, List<Part>> byVerb = new LinkedHashMap<>();

  private record Part(long scheduleId, String court) {}

  public OwnCourtWords(Venue venue) {
    this.venue = venue;
  }

  /** Whether a reason was put into words here. */
  public static boolean isReason(String reason) {
    return reason != null && reason.startsWith(OWN);
  }

  /** One court, and the booking that has it, may have it, or asks for it. */
  public OwnCourtWords add(String courtId, ScheduledBooking keeper) {
    return add(verb(keeper.booking().status()), courtId, keeper.schedule().id());
  }

  /** A court that another booking of the account asked for, and that somebody else had. */
  public OwnCourtWords addTaken(String courtId, long scheduleId) {
    return add("found somebody on", courtId, scheduleId);
  }

  private OwnCourtWords add(String verb, String courtId, long scheduleId) {
    byVerb
        .computeIfAbsent(verb, ignored -> new ArrayList<>())
        .add(new Part(scheduleId, venue.courtName(courtId)));
    return this;
  }

  private static String verb(BookingStatus status) {
    return switch (status) {
      case SUCCESS -> "booked";
      case UNKNOWN -> "may have booked";
      default -> "asks for";
    };
  }

  /** Such as "your own schedules 1 and 2 booked Court 1 and Court 2 for that time". */
  public String inOneLine() {
    List<String> parts = new ArrayList<>();
    byVerb.forEach((verb, found) -> parts.add(part(verb, found)));
    return String.join("; ", parts);
  }

  private static String part(String verb, List<Part> found) {
    List<String> schedules =
        found.stream().map(Part::scheduleId).distinct().sorted().map(id -> "" + id).toList();
    boolean isOne = schedules.size() == 1;
    return "%s%s %s %s %s"
        .formatted(
            OWN,
            isOne ? "" : "s",
            WordList.of(schedules),
            isOne || !verb.equals("asks for") ? verb : "ask for",
            WordList.of(found.stream().map(Part::court).toList()));
  }
}
