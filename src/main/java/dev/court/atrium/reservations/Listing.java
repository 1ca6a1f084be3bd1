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

  /** No answer, no listing, or a listing that was not fully understood. */
  record NotReadable(String reason) implements Listing {}

  /** The access token was not accepted. */
  record TokenRefused(String reason) implements Listing {}
}
