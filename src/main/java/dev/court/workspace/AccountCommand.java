package dev.court.workspace;

import dev.court.text.ShellWord;

/** A command as a person types it for an account: only the usual account need not be named. */
public final class AccountCommand {
  private AccountCommand() {}

  /**
   * Such as {@code court login --account eve}.
   *
   * @param command without the account
   * @param account its name
   */
  public static String of(String command, String account) {
    return account.equals(Workspace.ONLY_ACCOUNT)
        ? command
        : "%s --account %s".formatted(command, ShellWord.of(account));
  }
}
