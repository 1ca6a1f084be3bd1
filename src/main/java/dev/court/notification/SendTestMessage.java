package dev.court.notification;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import dev.court.booking.SetupProblem;
import dev.court.notification.channel.Channel;
import dev.court.notification.channel.DeliveryResult;
import dev.court.notification.channel.Dispatcher;
import dev.court.notification.channel.EventType;
import dev.court.notification.channel.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Sends a test message, past the outbox, and returns how each channel took it. */
public final class SendTestMessage {
  private final List<Channel> channels;
  private final Dispatcher dispatcher;
  private final InstantSource clock;
  private final ZoneId zone;
  private final String account;
  private final Duration limit;

  /**
   * Sends to these channels.
   *
   * @param limit for each message
   */
  public SendTestMessage(
      List<Channel> channels,
      Dispatcher dispatcher,
      InstantSource clock,
      ZoneId zone,
      String account,
      Duration limit) {
    this.channels = channels;
    this.dispatcher = dispatcher;
    this.clock = clock;
    this.zone = zone;
    this.account = account;
    this.limit = limit;
  }

  /** The result of one channel. */
  public record TestResult(String channel, String type, DeliveryResult delivery) {}

  /**
   * Sends it on one channel or on all, all at once.
   *
   * @param name null for all
   * @throws SetupProblem when no channel is set
   * @throws InvalidRequest when none has that name
   */
  public List<TestResult> send(String name) {
    if (channels.isEmpty()) {
      throw new SetupProblem(
          "no channel is set: put one into config.json under notify, such as {\"notify\":"
              + " {\"phone\": {\"type\": \"ntfy\", \"url\": \"https://ntfy.sh/TOPIC\"}}}");
    }
    List<CompletableFuture<TestResult>> running =
        named(name).stream()
            .map(
                channel ->
                    CompletableFuture.supplyAsync(() -> send(channel), SendTestMessage::start))
            .toList();
    return running.stream().map(CompletableFuture::join).toList();
  }

  /** Not in the common pool, which may have a single thread: one channel would wait for another. */
  private static void start(Runnable task) {
    Thread thread = new Thread(task, "court-notify-test");
    thread.setDaemon(true);
    thread.start();
  }

  private List<Channel> named(String name) {
    List<Channel> named =
        channels.stream().filter(one -> name == null || one.name().equals(name)).toList();
    if (named.isEmpty()) {
      throw new InvalidRequest(
          "no channel %s: there is %s"
              .formatted(
                  Quote.of(name),
                  channels.stream().map(Channel::name).collect(Collectors.joining(", "))));
    }
    return named;
  }

  private TestResult send(Channel channel) {
    Instant now = clock.instant();
    Message message =
        new Message(
            "test." + now.toEpochMilli(),
            EventType.TEST,
            "court: a test",
            "Channel '%s' works. Bookings will be told of here.".formatted(channel.name()),
            now,
            NotificationJson.plain(now.atZone(zone), account, null));
    return new TestResult(channel.name(), channel.type(), dispatcher.send(channel, message, limit));
  }
}
