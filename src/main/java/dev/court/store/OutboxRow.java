package dev.court.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * A message and the claim on it.
 *
 * @param claimedBy the id of the run that sends it; null when no run does
 * @param until when the claim expires; null without a claim
 */
record OutboxRow(OutboxMessage message, String claimedBy, Instant until) {

  static OutboxRow read(ResultSet row) throws SQLException {
    return new OutboxRow(
        new OutboxMessage(
            row.getLong("id"),
            row.getString("channel"),
            row.getString("subject"),
            row.getString("event"),
            row.getString("title"),
            row.getString("body"),
            row.getString("data"),
            Sql.instant(row, "created_at"),
            row.getInt("tries")),
        row.getString("claimed_by"),
        Sql.instant(row, "claimed_until"));
  }

  boolean isFree(Instant now, Predicate<String> isDead) {
    return claimedBy == null || now.isAfter(until) || isDead.test(claimedBy);
  }
}
