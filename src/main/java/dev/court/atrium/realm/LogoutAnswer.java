package dev.court.atrium.realm;

/** The outcome of ending a session. */
public sealed interface LogoutAnswer {

  /** The realm holds no such session any more. */
  record LoggedOut() implements LogoutAnswer {}

  /**
   * The session may live on until it expires by itself.
   *
   * @param reason one line without tokens
   */
  record LogoutFailed(String reason) implements LogoutAnswer {}
}
