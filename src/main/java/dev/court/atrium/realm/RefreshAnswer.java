package dev.court.atrium.realm;

/** What came of a refresh. Reasons are one line, with the realm's own words and without tokens. */
public sealed interface RefreshAnswer {

  /** The session goes on; to be stored before it is used. */
  record Fresh(TokenSet tokens) implements RefreshAnswer {}

  /** {@code invalid_grant}: the session is over, only a new sign-in helps. */
  record SessionEnded(String reason) implements RefreshAnswer {}

  /** The realm does not know this client, or not this way: configuration. */
  record ClientRejected(String reason) implements RefreshAnswer {}

  /**
   * Nothing was learnt about the session.
   *
   * @param maybeSpent whether the realm may have taken the refresh token all the same; with
   *     rotation a second use then ends the session, and not to use it loses the session as well
   */
  record RefreshFailed(String reason, boolean maybeSpent) implements RefreshAnswer {}
}
