package dev.court.held;

import dev.court.atrium.reservations.CancelAnswer;
import dev.court.atrium.reservations.Reservations;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Problem;
import dev.court.booking.Quote;
import dev.court.booking.SetupProblem;
import dev.court.booking.TemporaryTrouble;
import dev.court.booking.UnknownId;
import dev.court.held.ListReservations.ReservationList;
import dev.court.session.Session;
import dev.court.store.Store;
import dev.court.workspace.Waiter;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Cancels reservations. The database says so only when the building has said it, or when a listing
 * that showed the reservation before shows it no longer. A process that is killed in between leaves
 * a booking that is called booked, and is not asked for again; the same command once more finds
 * out.
 */
public final class CancelReservations {
  /** A listing may lag behind what was done. */
  private static final List<Duration> BETWEEN_READINGS =
      List.of(Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(5));

  private final Workspace workspace;
  private final AtriumAccount account;
  private final ListReservations list;
  private final CancelledOccurrence occurrence;
  private final Waiter waiter;

  /**
   * Cancels for the account of the workspace.
   *
   * @param sharing the accounts that have its occupant id, itself first: what is cancelled may be a
   *     booking of each of them
   */
  public CancelReservations(
      Workspace workspace,
      Session session,
      Supplier<Reservations> reservations,
      List<String> sharing,
      Waiter waiter) {
    this.workspace = workspace;
    this.account = new AtriumAccount(workspace, session, reservations);
    this.list = new ListReservations(workspace, account, sharing);
    this.occurrence = new CancelledOccurrence(workspace);
    this.waiter = waiter;
  }

  /** What became of a wish to cancel. */
  public enum CancelOutcome {
    DONE,
    /** It was cancelled before. */
    WAS_GONE,
    /** The building keeps it. */
    REFUSED,
    /** Nothing was done for now. */
    NOT_NOW,
    /** Nobody knows whether it is cancelled. */
    UNKNOWN
  }

  /**
   * The result for one reservation.
   *
   * @param reason of the building or the network, in one line; empty when it is cancelled
   * @param ours its bookings as they are now; empty for a reservation that was made elsewhere
   */
  public record CancelResult(
      ReservationView view, CancelOutcome outcome, String reason, List<ReservedBooking> ours) {
    public CancelResult {
      ours = List.copyOf(ours);
    }
  }

  /**
   * The reservations of these ids, each once, as the listing shows them, or as their bookings say
   * where it is whole and shows them no longer.
   *
   * @throws UnknownId when neither knows one of that id
   * @throws InvalidRequest when one has begun
   * @throws TemporaryTrouble when the listing cannot be read, or not to its end and one is missing
   */
  public List<ReservationView> find(List<String> ids) {
    ReservationList all = list.read(true);
    return ids.stream().distinct().map(id -> find(all, id)).toList();
  }

  private ReservationView find(ReservationList all, String id) {
    ReservationView view =
        all.find(id)
            .or(() -> all.gap().isEmpty() ? list.unlisted(id) : Optional.empty())
            .orElseThrow(() -> notListed(all, id));
    if (!view.start().isAfter(workspace.now())) {
      throw new InvalidRequest("reservation %s has begun or is over".formatted(id));
    }
    return view;
  }

  private static RuntimeException notListed(ReservationList all, String id) {
    return all.gap()
        .<RuntimeException>map(
            gap ->
                new TemporaryTrouble(
                    "what Atrium holds could not be read to its end: %s".formatted(gap)))
        .orElseGet(
            () ->
                new UnknownId(
                    "no reservation %s: court reservations shows what there is"
                        .formatted(Quote.shortened(id))));
  }

  /**
   * Cancels one. Whose booking it is may have changed since it was found: a person was asked
   * meanwhile, and runs went on.
   *
   * @param found as {@link #find} gave it
   * @throws TemporaryTrouble while a run is booking it, and when it is cancelled but that could not
   *     be written down
   * @throws SetupProblem when it is cancelled, but the storage does not take that
   */
  public CancelResult cancel(ReservationView found) throws InterruptedException {
    if (found.cancelled()) {
      return recorded(
          workspace.database().read(store -> list.again(store, found)), CancelOutcome.WAS_GONE);
    }
    ReservationView view = workspace.database().transactDurably(store -> settled(store, found));
    CancelAnswer answer = account.cancel(view.id());
    if (answer instanceof CancelAnswer.CancelConfirmed) {
      return recorded(view, CancelOutcome.DONE);
    }
    if (answer instanceof CancelAnswer.CancelRefused refused) {
      return kept(view, CancelOutcome.REFUSED, refused.reason());
    }
    if (answer instanceof CancelAnswer.CancelPutOff later) {
      return kept(view, CancelOutcome.NOT_NOW, later.reason());
    }
    if (answer instanceof CancelAnswer.NoSuchReservation gone) {
      return isGone(view)
          ? recorded(view, CancelOutcome.WAS_GONE)
          : kept(view, CancelOutcome.REFUSED, gone.reason());
    }
    return isGone(view)
        ? recorded(view, CancelOutcome.DONE)
        : kept(view, CancelOutcome.UNKNOWN, ((CancelAnswer.CancelUnclear) answer).reason());
  }

  private ReservationView settled(Store store, ReservationView found) {
    ReservationView view = list.again(store, found);
    occurrence.settle(store, view);
    return view;
  }

  /** The listing showed it before, so one that is whole and shows it no longer is proof. */
  private boolean isGone(ReservationView view) throws InterruptedException {
    for (Duration pause : BETWEEN_READINGS) {
      if (!pause.isZero()) {
        waiter.sleepUntil(workspace.now().plus(pause));
      }
      if (isGoneNow(view.id())) {
        return true;
      }
    }
    return false;
  }

  private boolean isGoneNow(String id) {
    try {
      ReservationList all = list.read(true);
      return all.find(id).map(ReservationView::cancelled).orElse(all.gap().isEmpty());
    } catch (Problem e) {
      // The request has left, whatever keeps the listing from being read.
      workspace.log().of("cancel").warn("what Atrium holds could not be read again", e);
      return false;
    }
  }

  private CancelResult recorded(ReservationView view, CancelOutcome outcome) {
    try {
      return new CancelResult(view, outcome, "", view.ours().isEmpty() ? List.of() : record(view));
    } catch (SetupProblem e) {
      throw new SetupProblem(notWritten(view, e), e);
    } catch (TemporaryTrouble e) {
      throw new TemporaryTrouble(notWritten(view, e), e);
    }
  }

  private List<ReservedBooking> record(ReservationView view) {
    return workspace
        .database()
        .transactDurably(
            store -> view.ours().stream().map(ours -> occurrence.record(store, ours)).toList());
  }

  private static String notWritten(ReservationView view, Problem why) {
    return "reservation %s is cancelled, but that could not be written down (%s): the same command once more writes it down"
        .formatted(view.id(), why.getMessage());
  }

  private static CancelResult kept(ReservationView view, CancelOutcome outcome, String reason) {
    return new CancelResult(view, outcome, reason, view.ours());
  }
}
