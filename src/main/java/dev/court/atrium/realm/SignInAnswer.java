package dev.court.atrium.realm;

/**
 * The outcome of a sign-in. Words are the realm's own, in one line, without password or tokens;
 * they may be empty.
 */
public sealed interface SignInAnswer {
  /** Signed in; the tokens are to be stored before they are used. */
  record SignedIn(TokenSet tokens) implements SignInAnswer {}

  /** User name or password are wrong. A realm that locked the account says the same. */
  record WrongPassword(String words) implements SignInAnswer {}

  /** The account is disabled or locked, and the realm says so. */
  record Disabled(String words) implements SignInAnswer {}

  /** The password was right, and a one-time code is asked for. */
  record OneTimeCode() implements SignInAnswer {}

  /**
   * The password was right, and a person has to do something first.
   *
   * @param action the realm's name for it, such as {@code UPDATE_PASSWORD}
   */
  record ActionRequired(String action) implements SignInAnswer {}

  /** The password was right, and a person has to agree that this client may act for them. */
  record Consent() implements SignInAnswer {}

  /** Refused for a reason that only the words tell. */
  record SignInRefused(String words) implements SignInAnswer {}

  /** The realm does not know this client, or not with this redirect URI: configuration. */
  record ClientNotAccepted(String words) implements SignInAnswer {}

  /**
   * The realm's pages are not those that this program knows, or the answer belongs to another
   * sign-in.
   *
   * @param what what is different
   */
  record UnexpectedPage(String what) implements SignInAnswer {}

  /** Nothing is known: no answer, an error of the server, a page for maintenance. */
  record SignInFailed(String reason) implements SignInAnswer {}
}
