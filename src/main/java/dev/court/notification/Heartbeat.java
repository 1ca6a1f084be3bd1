package dev.court.notification;

import dev.court.booking.Problem;
import dev.court.notification.channel.DeliveryResult;
import dev.court.notification.channel.Dispatcher;
import dev.court.secret.Secret;
import java.time.Duration;
import java.util.Optional;

/** Tells a dead man's switch that a run began, and how it ended. It never holds anybody up. */
public final class Heartbeat {
  private final Dispatcher courier;
  private final Optional<Secret> address;
  private final Duration limit;
  private volatile Thread start;

  /**
   * Pings an address.
   *
   * @param address empty when nobody is to be pinged
   * @param limit for each ping
   */
  public Heartbeat(Dispatcher courier, Optional<Secret> address, Duration limit) {
    this.courier = courier;
    this.address = address;
    this.limit = limit;
  }

  boolean isUsed() {
    return address.isPresent();
  }

  /** A run begins; said in the background, and given up when that takes long. */
  void begin() {
    address.ifPresent(
        url -> {
          start = new Thread(() -> courier.ping(url, "start", "", limit), "court-start");
          start.setDaemon(true);
          start.start();
        });
  }

  /** A run ended in the middle. */
  public void failed(RuntimeException cause) {
    String message =
        cause instanceof Problem problem ? problem.getMessage() : "internal error in court";
    Optional<DeliveryResult> unused = end(Optional.of(message));
  }

  /** A run is over; empty when nothing kept it from its work. What came of it is of no interest. */
  Optional<DeliveryResult> end(Optional<String> trouble) {
    return address.map(
        url -> {
          awaitStart();
          return courier.ping(url, trouble.isEmpty() ? "" : "fail", trouble.orElse("done"), limit);
        });
  }

  /** Otherwise the end might arrive before the beginning. */
  private void awaitStart() {
    Thread begun = start;
    try {
      if (begun != null) {
        begun.join(limit.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
