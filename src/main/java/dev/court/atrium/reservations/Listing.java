package dev.court.atrium.reservations;

import java.util.List;

/** What the account holds, or why that cannot be told. */
public sealed interface Listing {

  /** All of it, cancelled ones included. */
  record Complete(List<HeldReservation> reservations) implements Listing {
    public Complete {
      reservations = List.copyOf(reservations);
    }
  }

  /** Nothing that may be relied on: no answer, no listing, or one that was not fully understood. */
  record NotReadable(String reason) implements Listing {}

  /** The access token was not accepted. */
  record TokenRefused(String reason) implements Listing {}
}
