package dev.court.cli;

import dev.court.text.ShellWord;
import dev.court.workspace.Workspace;
import java.util.regex.Matcher;

/** The remedy {@code court login} is the usual account's; another one's has to name it. */
final class SignInRemedy {
  private SignInRemedy() {}

  /** The message with the account in its remedy, so that the command can be copied. */
  static String of(String message, String account) {
    return message == null || account.equals(Workspace.ONLY_ACCOUNT)
        ? message
        : message.replaceAll(
            "court login(?! --account)",
            Matcher.quoteReplacement("court login --account " + ShellWord.of(account)));
  }
}
