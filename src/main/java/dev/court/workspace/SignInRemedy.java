package dev.court.workspace;

import dev.court.booking.SignInNeeded;

/** What mends a session: a sign-in of its own account. */
public final class SignInRemedy {
  private SignInRemedy() {}

  /**
   * Such as "the session ran out: sign in with court login --account eve".
   *
   * @param why it is of no use any more
   * @param account its name
   */
  public static String after(String why, String account) {
    return "%s: sign in with %s".formatted(why, AccountCommand.of("court login", account));
  }

  /** The same as a problem. */
  public static SignInNeeded needed(String why, String account) {
    return new SignInNeeded(after(why, account));
  }

  /** The command that lets a session begin anew by itself, such as "court login --remember". */
  public static String lasting(String account) {
    return AccountCommand.of("court login", account) + " --remember";
  }
}
