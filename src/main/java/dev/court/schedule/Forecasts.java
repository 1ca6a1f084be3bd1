package dev.court.schedule;

import dev.court.booking.BookingStatus;
import dev.court.booking.ScheduledBooking;
import dev.court.session.SessionEnd;
import dev.court.session.SessionForecast;
import dev.court.session.SessionOutlook;
import dev.court.session.SignInReadiness;
import dev.court.store.SessionSpan;
import dev.court.store.Store;
import dev.court.store.StoredTokens;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells for each booking to be made whether the session will be alive at its opening.
 *
 * @param session what is known of the account's session
 */
public record Forecasts(SessionOutlook session, Instant now) {

  /** The forecasts from the tokens and credentials of an account. It only reads. */
  public static Forecasts read(Store store, long account, Instant now) {
    return new Forecasts(outlook(store, account, now), now);
  }

  /** What the database knows of the session of an account. It only reads. */
  public static SessionOutlook outlook(Store store, long account, Instant now) {
    Optional<StoredTokens> tokens = store.tokens().find(account);
    SessionSpan span = store.tokens().span(account);
    return new SessionOutlook(
        tokens.map(Forecasts::state).orElse(SessionOutlook.State.SIGNED_OUT),
        tokens.map(StoredTokens::refreshExpiry).orElse(null),
        span.end(),
        tokens
            .flatMap(
                it -> SessionEnd.likely(span, it, store.accounts().sessionLength(account), now))
            .orElse(null),
        credentials(SignInReadiness.of(store, account, now)));
  }

  /** The forecast for a booking; empty when it is not awaited, for example booked or skipped. */
  public Optional<SessionForecast> of(ScheduledBooking what) {
    return isAwaited(what)
        ? Optional.of(session.at(what.booking().opening(), now))
        : Optional.empty();
  }

  /** The forecast for the next booking of a schedule; empty when none is awaited. */
  public Optional<SessionForecast> of(ScheduleView view) {
    return view.next().flatMap(next -> of(new ScheduledBooking(view.schedule(), next)));
  }

  /** Whether the session ends, or likely ends, before the opening of the booking. */
  boolean isOverBy(ScheduledBooking what) {
    return session.isOverBy(what.booking().opening(), now);
  }

  /** Whether the booking is pending, not left out, and starts later. */
  boolean isAwaited(ScheduledBooking what) {
    return what.booking().status() == BookingStatus.PENDING
        && what.booking().start().isAfter(now)
        && !what.schedule().removed()
        && !what.schedule().leavesOut(what.booking());
  }

  private static SessionOutlook.State state(StoredTokens tokens) {
    if (tokens.ended() != null) {
      return SessionOutlook.State.ENDED;
    }
    return tokens.accessToken() == null ? SessionOutlook.State.UNTRIED : SessionOutlook.State.LIVE;
  }

  private static SessionOutlook.CredentialState credentials(SignInReadiness readiness) {
    if (!readiness.isPossible()) {
      return SessionOutlook.CredentialState.NONE;
    }
    return readiness.inTrouble()
        ? SessionOutlook.CredentialState.IN_TROUBLE
        : SessionOutlook.CredentialState.USABLE;
  }
}
