package dev.court.workspace;

import dev.court.text.ShellWord;
import java.util.regex.Matcher;

/** The remedy {@code court login} is the usual account's; another one's has to name it. */
public final class SignInRemedy {
  private SignInRemedy() {}

  /**
   * The message with the account in its remedy, so that the command can be copied.
   *
   * @param message null for none, and then null is returned
   * @param account its name
   */
  public static String of(String message, String account) {
    return message == null || account.equals(Workspace.ONLY_ACCOUNT)
        ? message
        : message.replaceAll(
            "court login(?! --account)",
            Matcher.quoteReplacement("court login --account " + ShellWord.of(account)));
  }
}
