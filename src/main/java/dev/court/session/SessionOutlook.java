package dev.court.session;

import java.time.Instant;

/**
 * What is known of a session, without its tokens.
 *
 * @param state as it was left
 * @param refreshExpiry when it runs out unless it is refreshed; null when the realm names none
 * @param end when it ends whatever one does; null until that shows
 * @param likelyEnd when it should end by how long others lasted; null without a guess, or once it
 *     is known
 * @param credentials what remembered ones are good for
 */
public record SessionOutlook(
    State state,
    Instant refreshExpiry,
    Instant end,
    Instant likelyEnd,
    CredentialState credentials) {

  /** How a session was left. */
  public enum State {
    SIGNED_OUT,
    /** There is a token that no realm has seen yet. */
    UNTRIED,
    LIVE,
    ENDED
  }

  /** What remembered credentials are good for. */
  public enum CredentialState {
    /** There are none, or the realm refused them. */
    NONE,
    USABLE,
    /** The last sign-in with them came to nothing. */
    IN_TROUBLE
  }

  /**
   * What the session will be like at {@code opening}.
   *
   * @param opening what opened before {@code now} is tried at once
   */
  public SessionForecast at(Instant opening, Instant now) {
    Instant then = opening.isBefore(now) ? now : opening;
    if (isOver(now)) {
      return orSignedIn(
          state == State.SIGNED_OUT ? SessionForecast.SIGNED_OUT : SessionForecast.ENDED);
    }
    if (isPast(end, then)) {
      return orSignedIn(SessionForecast.ENDS_BEFORE);
    }
    if (state == State.UNTRIED) {
      return orSignedIn(SessionForecast.NOT_KNOWN);
    }
    if (refreshExpiry != null && then.isBefore(refreshExpiry)) {
      return SessionForecast.ALIVE;
    }
    if (isPast(likelyEnd, then)) {
      return orSignedIn(SessionForecast.LIKELY_ENDS_BEFORE);
    }
    return credentials == CredentialState.USABLE ? SessionForecast.RENEWED : SessionForecast.KEPT;
  }

  /** Whether nobody will be signed in at {@code opening} for all that is known, or likely. */
  public boolean isOverBy(Instant opening, Instant now) {
    SessionForecast forecast = at(opening, now);
    return forecast == SessionForecast.ENDS_BEFORE
        || forecast == SessionForecast.LIKELY_ENDS_BEFORE;
  }

  private boolean isOver(Instant now) {
    return state == State.SIGNED_OUT
        || state == State.ENDED
        || isPast(refreshExpiry, now)
        || isPast(end, now);
  }

  private static boolean isPast(Instant limit, Instant now) {
    return limit != null && !limit.isAfter(now);
  }

  private SessionForecast orSignedIn(SessionForecast otherwise) {
    return switch (credentials) {
      case NONE -> otherwise;
      case USABLE -> SessionForecast.RENEWED;
      case IN_TROUBLE -> SessionForecast.NOT_KNOWN;
    };
  }
}
