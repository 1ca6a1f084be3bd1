package dev.court.sandbox;

import dev.court.sandbox.http.Refusal;
import dev.court.sandbox.http.Request;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * One page of reservations.
 *
 * @param count of all pages together
 * @param next where the next page is; null on the last
 * @param previous where the page before is; null on the first
 */
record ReservationPage(int count, String next, String previous, List<ReservationItem> results) {
  private static final String PAGE_SIZE = "10";
  private static final int LARGEST_PAGE = 100;

  record ReservationItem(
      long id,
      Amenity amenity,
      OffsetDateTime startTime,
      OffsetDateTime endTime,
      String guests,
      boolean isCancelled) {

    static ReservationItem of(Reservation reservation) {
      return new ReservationItem(
          reservation.id(),
          new Amenity(reservation.court().amenityId(), reservation.court().name()),
          reservation.start().toOffsetDateTime(),
          reservation.end().toOffsetDateTime(),
          reservation.guests(),
          reservation.cancelled());
    }
  }

  record Amenity(long id, String label) {}

  static ReservationPage of(List<Reservation> all, Request request) {
    Map<String, String> query = request.query();
    int size = Math.min(number(query.getOrDefault("page_size", PAGE_SIZE)), LARGEST_PAGE);
    int page = number(query.getOrDefault("page", "1"));
    int pages = Math.max(1, (all.size() + size - 1) / size);
    if (page > pages) {
      throw invalidPage();
    }
    return new ReservationPage(
        all.size(),
        page < pages ? link(request, page + 1, size) : null,
        page > 1 ? link(request, page - 1, size) : null,
        all.stream().skip((page - 1L) * size).limit(size).map(ReservationItem::of).toList());
  }

  private static String link(Request request, int page, int size) {
    return "http://%s%s?page=%s&page_size=%s"
        .formatted(request.header("host").orElse("127.0.0.1"), request.path(), page, size);
  }

  private static int number(String text) {
    if (!text.matches("[1-9]\\d{0,6}")) {
      throw invalidPage();
    }
    return Integer.parseInt(text);
  }

  private static Refusal invalidPage() {
    return Refusal.detail(404, "Invalid page.");
  }
}
