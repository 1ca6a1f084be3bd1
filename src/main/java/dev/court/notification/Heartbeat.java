package dev.court.notification;

import dev.court.booking.Problem;
import dev.court.log.Log;
import dev.court.notification.channel.DeliveryResult;
import dev.court.notification.channel.Dispatcher;
import dev.court.secret.Secret;
import java.time.Duration;
import java.util.Optional;

/** Tells a dead man's switch that a run began, and how it ended. It never delays a run. */
public final class Heartbeat {
  private final Dispatcher dispatcher;
  private final Optional<Secret> address;
  private final Duration limit;
  private final Log log;
  private volatile Thread start;

  /**
   * Pings an address.
   *
   * @param address empty when none is set
   * @param limit for each ping
   */
  public Heartbeat(Dispatcher dispatcher, Optional<Secret> address, Duration limit, Log log) {
    this.dispatcher = dispatcher;
    this.address = address;
    this.limit = limit;
    this.log = log.of("notification");
  }

  /** Whether each run must ping. */
  public boolean isUsed() {
    return address.isPresent();
  }

  /** A run begins; the ping is sent in the background. */
  void begin() {
    address.ifPresent(
        url -> {
          start = new Thread(() -> ping(url, "start", ""), "court-start");
          start.setDaemon(true);
          start.start();
        });
  }

  /** A run broke off. */
  public void failed(RuntimeException cause) {
    String message =
        cause instanceof Problem problem ? problem.getMessage() : "internal error in court";
    Optional<DeliveryResult> unused = end(Optional.of(message));
  }

  /**
   * A run is over.
   *
   * @param problem what kept it from its work; empty when nothing did, whether it booked or not
   */
  Optional<DeliveryResult> end(Optional<String> problem) {
    return address.map(
        url -> {
          awaitStart();
          return ping(url, problem.isEmpty() ? "" : "fail", problem.orElse("done"));
        });
  }

  private DeliveryResult ping(Secret url, String step, String text) {
    DeliveryResult result = dispatcher.ping(url, step, text, limit);
    if (result instanceof DeliveryResult.Failed failed) {
      log.warn("the ping of the dead man's switch failed: " + failed.reason(), null);
    }
    return result;
  }

  /** So that the end does not arrive before the beginning. */
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
