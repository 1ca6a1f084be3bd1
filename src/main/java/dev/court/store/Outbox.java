package dev.court.store;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Messages that are still to be sent. A message is stored in the transaction of the event it tells,
 * a run claims it while it sends it, and it is deleted after the delivery.
 */
public final class Outbox {
  private static final int LONGEST_ERROR = 500;
  private static final int LONGEST_TITLE = 500;
  private static final int LONGEST_BODY = 4_000;

  private final Sql sql;
  private final LeaseClock leases;

  Outbox(Sql sql, LeaseClock leases) {
    this.sql = sql;
    this.leases = leases;
  }

  /** Stores a message that is due at once. A title or a body that is too long is cut. */
  public void add(long accountId, OutboxMessage message) {
    sql.update(
        """
        INSERT INTO outbox (account_id, channel, subject, event, title, body, data, created_at,
          next_try)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        accountId,
        message.channel(),
        message.subject(),
        message.event(),
        Sql.cut(message.title(), LONGEST_TITLE),
        Sql.cut(message.body(), LONGEST_BODY),
        message.data(),
        message.createdAt(),
        message.createdAt());
  }

  /**
   * Deletes the messages about a subject that no run is sending.
   *
   * @return whether there was any
   */
  public boolean withdraw(long accountId, String channel, String subject) {
    return sql.update(
            """
            DELETE FROM outbox
            WHERE account_id = ? AND channel = ? AND subject = ? AND claimed_by IS NULL
            """,
            accountId,
            channel,
            subject)
        > 0;
  }

  /** Whether a message is due, also one that a run, perhaps a dead one, has claimed. */
  public boolean hasDue(long accountId, Instant now) {
    return sql.exists(
        "SELECT 1 FROM outbox WHERE account_id = ? AND next_try <= ? FETCH FIRST ROW ONLY",
        accountId,
        now);
  }

  /**
   * Claims due messages for a run, oldest first. Leaves out what another living run has claimed.
   *
   * @param run gives the id of the run; asked only when there is a message to claim
   * @param until when the claim expires
   * @param isDead whether the run of an id has certainly ended
   * @param most how many are claimed at most
   */
  public List<OutboxMessage> claimDue(
      long accountId,
      Supplier<String> run,
      Instant now,
      Instant until,
      Predicate<String> isDead,
      int most) {
    return sql
        .query(
            "SELECT * FROM outbox WHERE account_id = ? AND next_try <= ? ORDER BY id",
            OutboxRow::read,
            accountId,
            now)
        .stream()
        .filter(row -> row.isFree(leases.stored(now), isDead))
        .limit(most)
        .filter(row -> tryClaim(row, run.get(), until))
        .map(OutboxRow::message)
        .toList();
  }

  private boolean tryClaim(OutboxRow row, String run, Instant until) {
    return sql.updateOne(
        """
        UPDATE outbox SET claimed_by = ?, claimed_until = ?
        WHERE id = ? AND (claimed_by IS NULL OR claimed_by = ?)
        """,
        run,
        leases.stored(until),
        row.message().id(),
        row.claimedBy());
  }

  /** Deletes a message after its delivery, if {@code run} still holds the claim. */
  public void removeSent(OutboxMessage message, String run) {
    sql.update("DELETE FROM outbox WHERE id = ? AND claimed_by = ?", message.id(), run);
  }

  /** Counts a delivery that failed and ends the claim, if {@code run} still holds it. */
  public void recordFailure(OutboxMessage message, String run, Instant nextTry, String error) {
    sql.update(
        """
        UPDATE outbox SET tries = tries + 1, next_try = ?, last_error = ?, claimed_by = NULL,
          claimed_until = NULL
        WHERE id = ? AND claimed_by = ?
        """,
        nextTry,
        Sql.cut(error, LONGEST_ERROR),
        message.id(),
        run);
  }

  /** Ends the claim on a message that was not tried, because its channel failed or time ran out. */
  public void postpone(OutboxMessage message, String run, Instant nextTry) {
    sql.update(
        """
        UPDATE outbox SET next_try = ?, claimed_by = NULL, claimed_until = NULL
        WHERE id = ? AND claimed_by = ?
        """,
        nextTry,
        message.id(),
        run);
  }

  /** Deletes a message that is given up. */
  public void remove(UndeliveredMessage message) {
    sql.update("DELETE FROM outbox WHERE id = ?", message.id());
  }

  /** The messages that no run has claimed, oldest first. */
  public List<UndeliveredMessage> unclaimed(long accountId) {
    return sql.query(
        "SELECT * FROM outbox WHERE account_id = ? AND claimed_by IS NULL ORDER BY id",
        row ->
            new UndeliveredMessage(
                row.getLong("id"),
                row.getString("channel"),
                row.getString("title"),
                Sql.instant(row, "created_at"),
                row.getInt("tries"),
                row.getString("last_error")),
        accountId);
  }
}
