package dev.court.session;

import java.time.Instant;

/**
 * All that is known of how long a session lasts, and of the credentials that can begin the next
 * one. Unlike {@link SessionView}, it looks ahead: it answers what the session will be like at an
 * opening.
 *
 * @param state the state in which the session is stored
 * @param refreshExpiry when it expires without a refresh; null when the realm names none
 * @param end when it ends, which no refresh can move; null until that is known
 * @param likelyEnd when it should end by how long others lasted; null without a guess, or when the
 *     end is known
 * @param credentials whether remembered credentials can be used
 */
public record SessionOutlook(
    State state,
    Instant refreshExpiry,
    Instant end,
    Instant likelyEnd,
    CredentialState credentials) {

  /** The state in which a session is stored. */
  public enum State {
    SIGNED_OUT,
    /** There is a token that no realm has seen yet. */
    UNTRIED,
    LIVE,
    ENDED
  }

  /** Whether remembered credentials can be used. */
  public enum CredentialState {
    /** There are none, or the realm refused them. */
    NONE,
    USABLE,
    /** The latest sign-in with them failed. */
    IN_TROUBLE
  }

  /**
   * Forecasts the session at an opening.
   *
   * @param opening an opening before {@code now} counts as now, since it is tried at once
   */
  public SessionForecast at(Instant opening, Instant now) {
    Instant then = opening.isBefore(now) ? now : opening;
    if (isOver(now)) {
      return unlessRenewed(
          state == State.SIGNED_OUT ? SessionForecast.SIGNED_OUT : SessionForecast.ENDED);
    }
    if (isPast(end, then)) {
      return unlessRenewed(SessionForecast.ENDS_BEFORE);
    }
    if (state == State.UNTRIED) {
      return unlessRenewed(SessionForecast.NOT_KNOWN);
    }
    if (refreshExpiry != null && then.isBefore(refreshExpiry)) {
      return SessionForecast.ALIVE;
    }
    if (isPast(likelyEnd, then)) {
      return unlessRenewed(SessionForecast.LIKELY_ENDS_BEFORE);
    }
    return credentials == CredentialState.USABLE ? SessionForecast.RENEWED : SessionForecast.KEPT;
  }

  /** Whether the session is known to end before {@code opening}, or likely to. */
  public boolean isOverBy(Instant opening, Instant now) {
    SessionForecast forecast = at(opening, now);
    return forecast == SessionForecast.ENDS_BEFORE
        || forecast == SessionForecast.LIKELY_ENDS_BEFORE;
  }

  /** Whether nobody is signed in any more, unless remembered credentials begin the next session. */
  public boolean isOver(Instant now) {
    return state == State.SIGNED_OUT
        || state == State.ENDED
        || isPast(refreshExpiry, now)
        || isPast(end, now);
  }

  private static boolean isPast(Instant limit, Instant now) {
    return limit != null && !limit.isAfter(now);
  }

  private SessionForecast unlessRenewed(SessionForecast otherwise) {
    return switch (credentials) {
      case NONE -> otherwise;
      case USABLE -> SessionForecast.RENEWED;
      case IN_TROUBLE -> SessionForecast.NOT_KNOWN;
    };
  }
}
