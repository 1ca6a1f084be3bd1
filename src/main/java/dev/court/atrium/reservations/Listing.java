package dev.court.atrium.reservations;

import java.util.List;

/** The reservations that the account holds, or why they are not known. */
public sealed interface Listing {

  /** All reservations, cancelled ones included. */
  record Complete(List<HeldReservation> reservations) implements Listing {
    public Complete {
      reservations = List.copyOf(reservations);
    }
  }

  /**
   * No answer, no listing, or a listing that was not read to its end or not fully understood.
   *
   * @param seen what was understood all the same; what is not among it may be held too
   */
  record NotReadable(String reason, List<HeldReservation> seen) implements Listing {
    public NotReadable {
      seen = List.copyOf(seen);
    }

    public NotReadable(String reason) {
      this(reason, List.of());
    }
  }

  /** The access token was not accepted. */
  record TokenRefused(String reason) implements Listing {}
}
