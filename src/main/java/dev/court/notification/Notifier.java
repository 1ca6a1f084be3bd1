package dev.court.notification;

import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Incident;
import dev.court.booking.Outcome;
import dev.court.booking.Problem;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.SignInNeeded;
import dev.court.booking.TemporaryTrouble;
import dev.court.notification.channel.EventType;
import dev.court.schedule.ExpiryWarning;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides what of a run is news to a person who is away: one message an outcome, and trouble that
 * comes each minute once. Everything is written in the transaction that it is called in.
 */
public final class Notifier {
  /** A realm that is down for a moment is nobody's business, unless a booking is due. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Duration AT_ONCE = Duration.ZERO;
  private static final Duration LONG_AGO = Duration.ofDays(30);
  private static final String OF_BOOKING = "booking:";

  private final Workspace workspace;
  private final OutboxWriter postbox;
  private final NotificationText text;

  Notifier(Workspace workspace, OutboxWriter postbox) {
    this.workspace = workspace;
    this.postbox = postbox;
    this.text = new NotificationText(workspace.venue(), workspace.account(), workspace.clock());
  }

  /** Says nothing. */
  public static Notifier none(Workspace workspace) {
    return new Notifier(workspace, OutboxWriter.NONE);
  }

  /**
   * What came of a booking.
   *
   * @param outcome empty when its start passed before anything could be tried
   * @param before as it was
   * @param next when it will be tried again, if it will be
   */
  public void of(
      Store store, ScheduledBooking what, Optional<Outcome> outcome, Booking before, Instant next) {
    if (!postbox.isUsed()) {
      return;
    }
    boolean wasUnknown = before.status() == BookingStatus.UNKNOWN;
    if (outcome.isEmpty()) {
      put(store, text.missed(what, attempts(store, what)));
    } else if (outcome.get() instanceof Outcome.Won) {
      put(store, text.booked(what, wasUnknown));
    } else if (outcome.get() instanceof Outcome.Lost) {
      put(store, text.lost(what, attempts(store, what)));
    } else if (outcome.get() instanceof Outcome.Unresolved) {
      put(store, text.unknown(what, attempts(store, what)));
    } else if (wasUnknown) {
      put(store, text.notBooked(what));
    } else if (outcome.get() instanceof Outcome.SignInRequired needed) {
      trouble(store, new SignInNeeded(needed.reason()), List.of(what));
    } else {
      waiting(store, what, outcome.get(), before, next);
    }
  }

  private void waiting(
      Store store, ScheduledBooking what, Outcome outcome, Booking before, Instant next) {
    if (outcome instanceof Outcome.Watching && !before.result().watched()) {
      put(store, text.watched(what, next));
    } else if (outcome instanceof Outcome.NotReleased) {
      again(store, what, text.notReleased(what, next));
    } else if (outcome instanceof Outcome.TryAgain) {
      again(store, what, text.troubled(what, next));
    }
  }

  /** What goes wrong with one booking each minute is told once. */
  private void again(Store store, ScheduledBooking what, Notification news) {
    String reason = String.valueOf(what.booking().result().lastError());
    Incident trouble = seen(store, news.subject(), reason);
    if (trouble.isNews(reason, AT_ONCE, workspace.now())) {
      store.incidents().put(account(store), trouble.told(reason, workspace.now()));
      postbox.put(store, account(store), news, workspace.now());
    }
  }

  /** A session that will not live to see an opening. */
  public void of(Store store, ExpiryWarning warning) {
    if (postbox.isUsed()) {
      postbox.put(store, account(store), text.sessionEnds(warning), workspace.now());
    }
  }

  /**
   * What kept a run from its work.
   *
   * @param due the bookings that could not be made for it
   */
  void trouble(Store store, Problem problem, List<ScheduledBooking> due) {
    if (!postbox.isUsed()) {
      return;
    }
    boolean passes = problem instanceof TemporaryTrouble;
    boolean isSignIn = problem instanceof SignInNeeded;
    String subject = isSignIn ? "sign-in" : passes ? "temporary" : "setup";
    String reason = problem.getMessage();
    Incident trouble = seen(store, subject, reason);
    // what passes has another reason each time
    String same = passes && trouble.announced() ? trouble.reason() : reason;
    Duration patience = passes && due.isEmpty() ? PATIENCE : AT_ONCE;
    if (trouble.isNews(same, patience, workspace.now())) {
      EventType what = isSignIn ? EventType.SIGN_IN : EventType.TROUBLE;
      Notification news = text.trouble(trouble, what, reason, due);
      store.incidents().put(account(store), trouble.told(reason, workspace.now()));
      postbox.put(store, account(store), news, workspace.now());
    }
  }

  /** Nothing keeps a run from its work. */
  public void allIsWell(Store store) {
    if (!postbox.isUsed()) {
      return;
    }
    Instant now = workspace.now();
    for (Incident trouble : store.incidents().all(account(store))) {
      boolean isOfBooking = trouble.subject().startsWith(OF_BOOKING);
      if (trouble.isForgotten(now)
          || (isOfBooking && trouble.since().plus(LONG_AGO).isBefore(now))) {
        store.incidents().remove(account(store), trouble.subject());
      } else if (!isOfBooking && !trouble.isOver()) {
        store.incidents().put(account(store), trouble.over());
        if (trouble.announced()) {
          postbox.putEnd(store, account(store), text.over(trouble), now);
        }
      }
    }
  }

  private Incident seen(Store store, String subject, String reason) {
    Instant now = workspace.now();
    Optional<Incident> known = store.incidents().find(account(store), subject);
    Incident seen = known.orElseGet(() -> Incident.first(subject, reason, now)).seen(now);
    if (!known.equals(Optional.of(seen))) {
      store.incidents().put(account(store), seen);
    }
    return seen;
  }

  /** The end of a booking ends its troubles too. */
  private void put(Store store, Notification news) {
    store.incidents().remove(account(store), news.subject());
    postbox.put(store, account(store), news, workspace.now());
  }

  private static List<Attempt> attempts(Store store, ScheduledBooking what) {
    return store.attempts().of(what.booking());
  }

  private long account(Store store) {
    return workspace.accountId(store);
  }
}
