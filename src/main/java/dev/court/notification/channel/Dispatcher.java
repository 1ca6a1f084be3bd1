package dev.court.notification.channel;

import dev.court.booking.Problem;
import dev.court.secret.Secret;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Takes messages to their channels, each within a limit that holds whatever the other side does.
 * Never throws.
 */
public final class Dispatcher {
  /** What a step that keeps its limit needs to come to its end. */
  private static final Duration GRACE = Duration.ofMillis(500);

  private final SendContext world;

  public Dispatcher(SendContext world) {
    this.world = world;
  }

  /** Sends it; after {@code limit} and half a second the answer counts no more. */
  public DeliveryResult send(Channel channel, Message message, Duration limit) {
    Sender sender = sender(channel.medium(), limit);
    return bounded("court-" + channel.name(), () -> sender.send(message), limit);
  }

  /**
   * Tells a dead man's switch that a run began, ended or failed.
   *
   * @param step {@code start} or {@code fail}; empty for the end of one that went well
   */
  public DeliveryResult ping(Secret address, String step, String text, Duration limit) {
    return bounded("court-ping", () -> Ping.send(address, step, text, limit), limit);
  }

  private Sender sender(ChannelConfig medium, Duration limit) {
    if (medium instanceof ChannelConfig.Web web) {
      return new WebSender(web, world, limit);
    }
    return medium instanceof ChannelConfig.Mail mail
        ? new MailSender(mail, world, limit)
        : new CommandSender((ChannelConfig.Command) medium, world, limit);
  }

  private interface DeliveryTask {
    DeliveryResult run();
  }

  /** A name that does not resolve, or a server that sends a byte a second, knows no limits. */
  private static DeliveryResult bounded(String name, DeliveryTask work, Duration limit) {
    FutureTask<DeliveryResult> task = new FutureTask<>(work::run);
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(limit.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      return DeliveryResult.trouble("no end within %s seconds".formatted(limit.toSeconds()));
    } catch (ExecutionException e) {
      return e.getCause() instanceof Problem problem
          ? DeliveryResult.lasting(problem.getMessage())
          : DeliveryResult.trouble(
              "a defect in court (%s)".formatted(e.getCause().getClass().getName()));
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      return DeliveryResult.trouble("interrupted");
    }
  }
}
