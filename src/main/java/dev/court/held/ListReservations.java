package dev.court.held;

import dev.court.atrium.reservations.HeldReservation;
import dev.court.atrium.reservations.Listing;
import dev.court.atrium.reservations.Reservations;
import dev.court.booking.Schedule;
import dev.court.booking.TemporaryTrouble;
import dev.court.session.Session;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Lists what Atrium holds for the account, also what was made by hand. It changes nothing. */
public final class ListReservations {
  private final Workspace workspace;
  private final AtriumAccount account;
  private final List<String> sharing;

  /**
   * A list for the account of the workspace.
   *
   * @param sharing the accounts that have its occupant id, itself first: Atrium keeps what they
   *     hold apart by nothing
   */
  public ListReservations(
      Workspace workspace,
      Session session,
      Supplier<Reservations> reservations,
      List<String> sharing) {
    this(workspace, new AtriumAccount(workspace, session, reservations), sharing);
  }

  ListReservations(Workspace workspace, AtriumAccount account, List<String> sharing) {
    this.workspace = workspace;
    this.account = account;
    this.sharing = List.copyOf(sharing);
  }

  /**
   * What was read.
   *
   * @param found by start
   * @param gap why there may be more; empty when this is all
   */
  public record ReservationList(List<ReservationView> found, Optional<String> gap) {
    public ReservationList {
      found = List.copyOf(found);
    }

    Optional<ReservationView> find(String id) {
      return found.stream().filter(one -> id.equals(one.id())).findFirst();
    }
  }

  /**
   * Reads them.
   *
   * @param overToo also what is over, and what was cancelled
   * @throws dev.court.booking.SignInNeeded when nobody is signed in
   * @throws TemporaryTrouble when nothing could be read
   */
  public ReservationList read(boolean overToo) {
    ReservationList all = all();
    Instant now = workspace.now();
    return new ReservationList(
        all.found().stream()
            .filter(one -> overToo || (!one.cancelled() && one.start().isAfter(now)))
            .toList(),
        all.gap());
  }

  private ReservationList all() {
    Listing listing = account.list();
    if (listing instanceof Listing.Complete complete) {
      return new ReservationList(views(complete.reservations()), Optional.empty());
    }
    Listing.NotReadable part = (Listing.NotReadable) listing;
    if (part.seen().isEmpty()) {
      throw new TemporaryTrouble("what Atrium holds could not be read: " + part.reason());
    }
    return new ReservationList(views(part.seen()), Optional.of(part.reason()));
  }

  /** What bookings say of a reservation that a whole listing does not show. */
  Optional<ReservationView> unlisted(String id) {
    return workspace.database().read(this::own).unlisted(id);
  }

  /** The same reservation with its bookings as they are now. */
  ReservationView again(Store store, ReservationView view) {
    return own(store).again(view);
  }

  private List<ReservationView> views(List<HeldReservation> held) {
    OwnReservations own = workspace.database().read(this::own);
    return held.stream()
        .map(own::view)
        .sorted(Comparator.comparing(ReservationView::start))
        .toList();
  }

  private OwnReservations own(Store store) {
    return new OwnReservations(bookings(store), workspace.venue());
  }

  private List<ReservedBooking> bookings(Store store) {
    return sharing.stream()
        .flatMap(
            name ->
                store.accounts().find(name).stream()
                    .flatMap(
                        id ->
                            store.bookings().between(id, Instant.EPOCH, Schedule.FOREVER).stream())
                    .map(one -> new ReservedBooking(name, one)))
        .toList();
  }
}
