package dev.court.notification;

import dev.court.booking.BookingStatus;
import dev.court.booking.Incident;
import dev.court.booking.Outcome;
import dev.court.booking.Problem;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.SignInNeeded;
import dev.court.schedule.ExpiryWarning;
import dev.court.schedule.FailureDiagnosis;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes the messages for a person who is away, in the transaction of what they tell. Each method
 * that tells something returns whether there is a message to send now.
 */
public final class Notifier {
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(30);

  private final Workspace workspace;
  private final OutboxWriter outbox;
  private final NotificationText text;

  Notifier(Workspace workspace, OutboxWriter outbox) {
    this.workspace = workspace;
    this.outbox = outbox;
    this.text = new NotificationText(workspace.venue(), workspace.account(), workspace.clock());
  }

  /** A notifier that writes nothing, for what is told in other words. */
  public static Notifier none(Workspace workspace) {
    return new Notifier(workspace, OutboxWriter.NONE);
  }

  /**
   * Tells the outcome of a booking.
   *
   * @param nextTry when it is tried again, if it is
   */
  public boolean outcome(Store store, BookingReport report, Instant nextTry) {
    if (!outbox.isUsed() || report.outcome() instanceof Outcome.PassedOn) {
      return false;
    }
    ScheduledBooking what = report.what();
    return switch (report.outcome().status()) {
      case SUCCESS -> put(store, text.booked(what, wasUnknown(report)));
      case FAILED -> put(store, text.lost(what, diagnosis(store, report)));
      case MISSED -> put(store, text.missed(what, diagnosis(store, report)));
      case UNKNOWN ->
          !wasUnknown(report) && put(store, text.unknown(what, diagnosis(store, report)));
      default -> pending(store, report, nextTry);
    };
  }

  private boolean pending(Store store, BookingReport report, Instant nextTry) {
    ScheduledBooking what = report.what();
    if (report.outcome() instanceof Outcome.SignInRequired needed) {
      return problem(store, new SignInNeeded(needed.reason()), List.of(what));
    }
    if (report.outcome() instanceof Outcome.Watching) {
      return report.decision().isTold() && put(store, text.watched(what, nextTry));
    }
    return delayed(
        store,
        what,
        report.outcome() instanceof Outcome.NotReleased
            ? text.notReleased(what, nextTry)
            : text.delayed(what, nextTry));
  }

  private static boolean wasUnknown(BookingReport report) {
    return report.before().status() == BookingStatus.UNKNOWN;
  }

  /** The same message may be due each minute. */
  private boolean delayed(Store store, ScheduledBooking what, Notification message) {
    String reason = String.valueOf(what.booking().result().lastError());
    Incident incident = seen(store, message.subject(), reason);
    return isTold(incident, IncidentKind.BOOKING, reason) && tell(store, incident, reason, message);
  }

  /** Puts right what runs have written whose clock was ahead: nothing is silent until that time. */
  public void forgetFutureTimes(Store store, Instant now) {
    if (outbox.isUsed()) {
      store
          .futureTimes()
          .forgetInMessages(account(store), now, now.plus(OutboxRelay.LONGEST_PAUSE));
    }
  }

  /**
   * Corrects what was told of bookings that a clock which was wrong had ended: they wait again. One
   * message for all of them.
   */
  public boolean reopened(Store store, List<ScheduledBooking> waiting) {
    List<String> subjects =
        waiting.stream().map(one -> NotificationText.subject(one.booking())).toList();
    return outbox.isUsed()
        && outbox.putCorrection(
            store, account(store), text.reopened(waiting), subjects, workspace.now());
  }

  /** Tells that a session ends before an opening. */
  public boolean sessionEnd(Store store, ExpiryWarning warning) {
    return outbox.isUsed()
        && outbox.put(store, account(store), text.sessionEnds(warning), workspace.now());
  }

  /**
   * Tells what kept a run from its work.
   *
   * @param due the bookings that could not be made for it
   */
  boolean problem(Store store, Problem problem, List<ScheduledBooking> due) {
    if (!outbox.isUsed()) {
      return false;
    }
    IncidentKind kind = IncidentKind.of(problem, !due.isEmpty());
    String reason = problem.getMessage();
    Incident incident = seen(store, kind.subject(), reason);
    return isTold(incident, kind, reason)
        && tell(store, incident, reason, text.incident(incident, kind.eventType(), reason, due));
  }

  private boolean isTold(Incident incident, IncidentKind kind, String reason) {
    return NotificationPolicy.incident(incident, kind, reason, workspace.now()).isTold();
  }

  private boolean tell(Store store, Incident incident, String reason, Notification message) {
    store.incidents().put(account(store), incident.told(reason, workspace.now()));
    return outbox.put(store, account(store), message, workspace.now());
  }

  /** Ends the incidents that kept runs from their work, and tells it where they were told. */
  public boolean allIsWell(Store store) {
    boolean hasMessages = false;
    if (outbox.isUsed()) {
      for (Incident incident : store.incidents().all(account(store))) {
        hasMessages |= isOver(store, incident);
      }
    }
    return hasMessages;
  }

  private boolean isOver(Store store, Incident incident) {
    if (isForgotten(incident)) {
      store.incidents().remove(account(store), incident.subject());
      return false;
    }
    if (isOfBooking(incident) || incident.isOver()) {
      return false;
    }
    store.incidents().put(account(store), incident.over());
    return incident.announced()
        && outbox.putEnd(store, account(store), text.over(incident), workspace.now());
  }

  private boolean isForgotten(Incident incident) {
    Instant now = workspace.now();
    boolean isSettled =
        incident.isOver()
            && !incident.wasToldWithin(NotificationPolicy.LEAST_BETWEEN_INCIDENTS, now);
    return isSettled
        || (isOfBooking(incident) && incident.since().plus(FORGOTTEN_AFTER).isBefore(now));
  }

  private static boolean isOfBooking(Incident incident) {
    return incident.subject().startsWith(NotificationText.OF_BOOKING);
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

  /** The outcome of a booking ends its incident. */
  private boolean put(Store store, Notification message) {
    store.incidents().remove(account(store), message.subject());
    return outbox.put(store, account(store), message, workspace.now());
  }

  private Optional<FailureDiagnosis> diagnosis(Store store, BookingReport report) {
    return FailureDiagnosis.read(store, report.what(), workspace.venue())
        .map(one -> report.isHelpTold() ? one : one.withoutHelp());
  }

  private long account(Store store) {
    return workspace.usualAccountId(store);
  }
}
