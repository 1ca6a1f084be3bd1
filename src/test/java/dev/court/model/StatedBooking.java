package dev.court.model;

import dev.court.json.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** A booking as the program shows it at the end. */
record StatedBooking(
    Instant start,
    String status,
    List<String> courts,
    String bookedCourt,
    String reservation,
    int attempts,
    String lastError) {

  private static final List<String> WEIGHTS =
      List.of("success", "in_flight", "unknown", "pending", "failed", "missed", "cancelled");

  @SuppressWarnings("unchecked")
  static List<StatedBooking> read(String json) {
    return ((List<Map<String, Object>>) Json.tree(json)).stream().map(StatedBooking::of).toList();
  }

  @SuppressWarnings("unchecked")
  private static StatedBooking of(Map<String, Object> row) {
    return new StatedBooking(
        OffsetDateTime.parse((String) row.get("desired_time")).toInstant(),
        (String) row.get("status"),
        (List<String>) row.get("court_ids"),
        (String) row.get("booked_court_id"),
        (String) row.get("reservation_id"),
        (int) row.get("attempts"),
        (String) row.get("last_error"));
  }

  /** Of several times of one occurrence, what the program says of the whole. */
  StatedBooking or(StatedBooking other) {
    StatedBooking told = WEIGHTS.indexOf(status) <= WEIGHTS.indexOf(other.status) ? this : other;
    return new StatedBooking(
        told.start,
        told.status,
        courts,
        told.bookedCourt,
        told.reservation,
        attempts + other.attempts,
        told.lastError);
  }

  /** What it has, or had. */
  Slot slot() {
    return new Slot(start, "1".equals(bookedCourt) ? 8 : 10);
  }

  boolean isSuccess() {
    return status.equals("success");
  }

  boolean isFinal() {
    return List.of("success", "failed", "missed", "skipped", "cancelled").contains(status);
  }
}
