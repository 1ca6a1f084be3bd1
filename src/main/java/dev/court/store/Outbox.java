package dev.court.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * Messages that are still to be sent. A row is written in the transaction of what it tells, taken
 * by a run for as long as it sends, and deleted once that worked.
 */
public final class Outbox {
  private static final int LONGEST_ERROR = 500;
  private static final int LONGEST_TITLE = 500;
  private static final int LONGEST_BODY = 4_000;

  private final Sql sql;

  Outbox(Sql sql) {
    this.sql = sql;
  }

  /** Keeps one, to be sent at once. */
  public void put(long accountId, OutboxMessage message) {
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
        cut(message.title(), LONGEST_TITLE),
        cut(message.body(), LONGEST_BODY),
        message.data(),
        message.createdAt(),
        message.createdAt());
  }

  /**
   * Takes back what was not sent yet about a subject and is not being sent either.
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

  /** Whether anything is due to be sent, or was being sent by a run that may be dead. */
  public boolean isDue(long accountId, Instant now) {
    return sql.first(
            "SELECT 1 FROM outbox WHERE account_id = ? AND next_try <= ? FETCH FIRST ROW ONLY",
            row -> true,
            accountId,
            now)
        .isPresent();
  }

  /**
   * Takes what is due for a run, oldest first. What another run is sending is left alone.
   *
   * @param until how long the claim is believed when the run gives no sign of life
   * @param isDead says of a run's id whether it has ended
   */
  public List<OutboxMessage> take(
      long accountId, String run, Instant now, Instant until, Predicate<String> isDead, int most) {
    return sql
        .query(
            "SELECT * FROM outbox WHERE account_id = ? AND next_try <= ? ORDER BY id",
            Outbox::held,
            accountId,
            now)
        .stream()
        .filter(held -> held.isFree(now, isDead))
        .limit(most)
        .filter(held -> take(held, run, until))
        .map(HeldMessage::message)
        .toList();
  }

  private boolean take(HeldMessage held, String run, Instant until) {
    return sql.update(
            """
            UPDATE outbox SET claimed_by = ?, claimed_until = ?
            WHERE id = ? AND (claimed_by IS NULL OR claimed_by = ?)
            """,
            run,
            until,
            held.message().id(),
            held.run())
        == 1;
  }

  /** It was sent. */
  public void sent(OutboxMessage message, String run) {
    sql.update("DELETE FROM outbox WHERE id = ? AND claimed_by = ?", message.id(), run);
  }

  /** It could not be sent, and is tried again at {@code nextTry}. */
  public void failed(OutboxMessage message, String run, Instant nextTry, String error) {
    sql.update(
        """
        UPDATE outbox SET tries = tries + 1, next_try = ?, last_error = ?, claimed_by = NULL,
          claimed_until = NULL
        WHERE id = ? AND claimed_by = ?
        """,
        nextTry,
        cut(error, LONGEST_ERROR),
        message.id(),
        run);
  }

  /** It was not tried, and has to wait like one of its channel that failed. */
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

  /** Takes out what nobody wants to hear any more, or whose channel is gone. */
  public void drop(Undelivered lost) {
    sql.update("DELETE FROM outbox WHERE id = ?", lost.id());
  }

  /** Those that nobody is sending, oldest first. */
  public List<Undelivered> idle(long accountId) {
    return sql.query(
        "SELECT * FROM outbox WHERE account_id = ? AND claimed_by IS NULL ORDER BY id",
        row ->
            new Undelivered(
                row.getLong("id"),
                row.getString("channel"),
                row.getString("title"),
                Sql.instant(row, "created_at"),
                row.getString("last_error")),
        accountId);
  }

  /**
   * A message that waits, and may be given up.
   *
   * @param lastError null when it was never tried
   */
  public record Undelivered(
      long id, String channel, String title, Instant createdAt, String lastError) {}

  /** What it tells of must be kept, however many words it takes. */
  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most) : text;
  }

  private record HeldMessage(OutboxMessage message, String run, Instant until) {
    boolean isFree(Instant now, Predicate<String> isDead) {
      return run == null || now.isAfter(until) || isDead.test(run);
    }
  }

  private static HeldMessage held(ResultSet row) throws SQLException {
    return new HeldMessage(
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
}
