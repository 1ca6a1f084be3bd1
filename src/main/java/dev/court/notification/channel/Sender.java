package dev.court.notification.channel;

/** Sends a message by one medium. */
interface Sender {
  /**
   * Sends it, in its own time; the whole is for the caller to bound.
   *
   * @throws dev.court.booking.SetupProblem when the settings do not allow it
   */
  DeliveryResult send(Message message);
}
