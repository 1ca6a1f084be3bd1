package dev.court.store;

import dev.court.secret.SealLabel;
import dev.court.secret.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** All that is sealed, of every account, wherever it stands. */
public final class SealedTexts {
  /** The sealed columns. Their names are bound into what is sealed, as {@link SealLabel} says. */
  private static final List<SealedColumn> COLUMNS =
      List.of(
          new SealedColumn("tokens", "access_token"),
          new SealedColumn("tokens", "refresh_token"),
          new SealedColumn("credentials", "username"),
          new SealedColumn("credentials", "password"));

  private final Sql sql;

  SealedTexts(Sql sql) {
    this.sql = sql;
  }

  private record SealedColumn(String table, String name) {}

  /**
   * One sealed text and where it stands.
   *
   * @param table the table's name
   * @param label what it was sealed for, if nobody moved it
   */
  public record At(String table, long accountId, SealLabel label, Sealed text) {}

  public List<At> all() {
    List<At> all = new ArrayList<>();
    for (SealedColumn column : COLUMNS) {
      all.addAll(
          sql.query(
              """
              SELECT a.name, s.account_id, s.%s AS sealed FROM %s s
              JOIN accounts a ON a.id = s.account_id WHERE s.%1$s IS NOT NULL
              ORDER BY s.account_id
              """
                  .formatted(column.name(), column.table()),
              row -> at(column, row)));
    }
    return all;
  }

  /** Puts another text in its place. */
  public void put(At at, Sealed text) {
    sql.update(
        "UPDATE %s SET %s = ? WHERE account_id = ?".formatted(at.table(), at.label().column()),
        text.text(),
        at.accountId());
  }

  /** Forgets it with what it belongs to: the account's session, or its credentials. */
  public void forget(At at) {
    sql.update("DELETE FROM %s WHERE account_id = ?".formatted(at.table()), at.accountId());
  }

  private static At at(SealedColumn column, ResultSet row) throws SQLException {
    return new At(
        column.table(),
        row.getLong("account_id"),
        new SealLabel(row.getString("name"), column.name()),
        new Sealed(row.getString("sealed")));
  }
}
