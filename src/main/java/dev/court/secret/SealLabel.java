package dev.court.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The place that a sealed text belongs to. It is authenticated with the text, so that a row copied
 * to another account or column does not open there.
 *
 * @param account the account's name, not blank
 * @param column the column's name, not blank and without {@code |}
 */
public record SealLabel(String account, String column) {
  public SealLabel {
    if (account == null || account.isBlank()) {
      throw new IllegalArgumentException("a seal needs an account");
    }
    // The column comes last and has no bar in it, so that no two labels give the same text.
    if (column == null || column.isBlank() || column.indexOf('|') >= 0) {
      throw new IllegalArgumentException("a seal needs a column without |, not " + column);
    }
  }

  byte[] associatedData() {
    return ("court|v1|" + account + "|" + column).getBytes(UTF_8);
  }

  @Override
  public String toString() {
    return column + " of account " + account;
  }
}
