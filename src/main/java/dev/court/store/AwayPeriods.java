package dev.court.store;

import dev.court.booking.AwayDays;
import dev.court.booking.AwayDays.AwayPeriod;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** When the people of the accounts are away. {@link Schedules} and {@link Bookings} heed it. */
public final class AwayPeriods {
  private final Sql sql;

  AwayPeriods(Sql sql) {
    this.sql = sql;
  }

  /** All of an account, also those that are over, by their first day. */
  public List<AwayPeriod> of(long accountId) {
    return sql.query(
        "SELECT * FROM away WHERE account_id = ? ORDER BY first_day, last_day, id",
        AwayPeriods::read,
        accountId);
  }

  /**
   * Adds a period.
   *
   * @return its id
   */
  public long add(long accountId, AwayDays days, List<Long> exceptIds) {
    return sql.insert(
        "INSERT INTO away (account_id, first_day, last_day, except_ids) VALUES (?, ?, ?, ?)",
        accountId,
        days.first(),
        days.last(),
        text(exceptIds));
  }

  /** Changes which schedules are booked all the same. */
  public void change(long id, List<Long> exceptIds) {
    sql.update("UPDATE away SET except_ids = ? WHERE id = ?", text(exceptIds), id);
  }

  public void remove(long id) {
    sql.update("DELETE FROM away WHERE id = ?", id);
  }

  /** The name of the account that a period belongs to; empty when there is no such period. */
  public Optional<String> owner(long id) {
    return sql.first(
        "SELECT a.name FROM away w JOIN accounts a ON a.id = w.account_id WHERE w.id = ?",
        row -> row.getString("name"),
        id);
  }

  private static AwayPeriod read(ResultSet row) throws SQLException {
    return new AwayPeriod(
        row.getLong("id"),
        new AwayDays(
            row.getObject("first_day", LocalDate.class),
            row.getObject("last_day", LocalDate.class)),
        Arrays.stream(row.getString("except_ids").split(","))
            .filter(text -> !text.isEmpty())
            .map(Long::valueOf)
            .toList());
  }

  private static String text(List<Long> ids) {
    return ids.stream().distinct().sorted().map(String::valueOf).collect(Collectors.joining(","));
  }
}
