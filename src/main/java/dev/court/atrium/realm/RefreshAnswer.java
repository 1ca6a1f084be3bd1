package dev.court.atrium.realm;

/** The outcome of a refresh. Reasons are one line, in the realm's own words and without tokens. */
public sealed interface RefreshAnswer {

  /** The session goes on; the tokens are to be stored before they are used. */
  record Fresh(TokenSet tokens) implements RefreshAnswer {}

  /** {@code invalid_grant}: the session is over, only a new sign-in helps. */
  record SessionEnded(String reason) implements RefreshAnswer {}

  /**
   * The realm does not know this client, or refuses this kind of request from it: configuration.
   */
  record ClientRejected(String reason) implements RefreshAnswer {}

  /**
   * Nothing is known about the session: no answer, or trouble of the server that passes.
   *
   * @param isLasting whether it hardly passes within seconds
   */
  record RefreshFailed(String reason, boolean isLasting) implements RefreshAnswer {
    public RefreshFailed(String reason) {
      this(reason, false);
    }
  }
}
