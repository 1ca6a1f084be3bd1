package dev.court.store;

import dev.court.secret.SealLabel;
import dev.court.secret.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Every sealed text of every account. */
public final class SealedTexts {
  /** The columns with sealed texts. Their names are part of the {@link SealLabel}. */
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
   * A sealed text and its place.
   *
   * @param table the name of the table
   * @param label the label it was sealed for, unless somebody moved the row
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

  /** Replaces a sealed text. */
  public void put(At at, Sealed text) {
    sql.update(
        "UPDATE %s SET %s = ? WHERE account_id = ?".formatted(at.table(), at.label().column()),
        text.text(),
        at.accountId());
  }

  /** Deletes the row of a sealed text: the session of the account, or its credentials. */
  public void remove(At at) {
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
