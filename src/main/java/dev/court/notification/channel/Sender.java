package dev.court.notification.channel;

/** Sends messages to one channel. */
interface Sender {
  /**
   * Sends a message. The caller bounds how long the whole takes.
   *
   * @throws dev.court.booking.SetupProblem when the settings do not allow it
   */
  DeliveryResult send(Message message);
}
