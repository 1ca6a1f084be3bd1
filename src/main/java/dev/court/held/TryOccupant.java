package dev.court.held;

import dev.court.atrium.reservations.Listing;
import dev.court.atrium.reservations.Reservations;
import dev.court.booking.SignInNeeded;
import dev.court.booking.TemporaryTrouble;
import dev.court.session.Session;
import dev.court.workspace.Workspace;
import java.util.function.Supplier;

/**
 * Asks the building whether an occupant is the person who is signed in. It reads their reservations
 * and changes nothing.
 */
public final class TryOccupant {
  private static final int NOT_ANSWERED = 0;

  private final Workspace workspace;
  private final Session session;
  private final Supplier<Reservations> reservations;

  /**
   * For one occupant.
   *
   * @param reservations those of the occupant
   */
  public TryOccupant(Workspace workspace, Session session, Supplier<Reservations> reservations) {
    this.workspace = workspace;
    this.session = session;
    this.reservations = reservations;
  }

  /** Asks; a token that is too old is refreshed first. */
  public OccupantAnswer ask() {
    try {
      Listing listing = new AtriumAccount(workspace, session, reservations).list();
      return listing instanceof Listing.Complete
          ? new OccupantAnswer.LetIn()
          : judged(((Listing.NotReadable) listing).reason());
    } catch (SignInNeeded | TemporaryTrouble e) {
      return new OccupantAnswer.NotTold(e.getMessage());
    }
  }

  /** A member may not be allowed to list reservations, and is the right one all the same. */
  private OccupantAnswer judged(String reason) {
    int status =
        reservations.get().listingStatus(session.accessToken(workspace.now())).orElse(NOT_ANSWERED);
    return switch (status) {
      case 403 -> new OccupantAnswer.NotYours();
      case 405 -> new OccupantAnswer.LetIn();
      default -> new OccupantAnswer.NotTold(reason);
    };
  }
}
