package dev.court.notification.channel;

import dev.court.booking.Problem;
import dev.court.log.Log;
import dev.court.secret.Secret;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends messages to their channels, each within a time limit that holds whatever the service does.
 * Never throws.
 */
public final class Dispatcher {
  /** The time that a sender which keeps its limit needs to finish. */
  private static final Duration GRACE = Duration.ofMillis(500);

  private final SendContext context;
  private final Log log;

  public Dispatcher(SendContext context, Log log) {
    this.context = context;
    this.log = log.of("notification");
  }

  /** Sends a message; after {@code limit} and half a second the answer is not awaited any more. */
  public DeliveryResult send(Channel channel, Message message, Duration limit) {
    Sender sender = sender(channel.config(), limit);
    return bounded("court-" + channel.name(), () -> sender.send(message), limit);
  }

  /**
   * Tells a dead man's switch that a run began, ended or failed.
   *
   * @param step {@code start} or {@code fail}; empty for the end of a run that succeeded
   */
  public DeliveryResult ping(Secret address, String step, String text, Duration limit) {
    return bounded("court-ping", () -> Ping.send(address, step, text, limit), limit);
  }

  private Sender sender(ChannelConfig config, Duration limit) {
    if (config instanceof ChannelConfig.Web web) {
      return new WebSender(web, context, limit);
    }
    return config instanceof ChannelConfig.Mail mail
        ? new MailSender(mail, context, limit)
        : new CommandSender((ChannelConfig.Command) config, context, limit, log);
  }

  private interface DeliveryTask {
    DeliveryResult run();
  }

  /**
   * Bounds the whole: looking up a name, or a server that sends slowly, has no limit of its own.
   */
  private DeliveryResult bounded(String name, DeliveryTask work, Duration limit) {
    FutureTask<DeliveryResult> task = new FutureTask<>(work::run);
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(limit.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      return DeliveryResult.temporary("no end within %s seconds".formatted(limit.toSeconds()));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Problem problem) {
        return DeliveryResult.permanent(problem.getMessage());
      }
      log.error("a message could not be sent, for a defect", e.getCause());
      return DeliveryResult.temporary("a defect in court: see court.log");
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      return DeliveryResult.temporary("interrupted");
    }
  }
}
