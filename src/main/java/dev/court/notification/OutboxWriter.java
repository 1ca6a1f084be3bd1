package dev.court.notification;

import dev.court.notification.channel.Channel;
import dev.court.store.OutboxMessage;
import dev.court.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Where news is put in the transaction that makes it, to be sent when nothing else is to be done.
 */
public final class OutboxWriter {
  /** For what is told in other words. */
  static final OutboxWriter NONE = new OutboxWriter(List.of());

  private final List<Channel> channels;
  private final AtomicBoolean full = new AtomicBoolean();

  public OutboxWriter(List<Channel> channels) {
    this.channels = channels;
  }

  /** Without channels nothing is written and nothing is looked for. */
  boolean isUsed() {
    return !channels.isEmpty();
  }

  List<Channel> channels() {
    return channels;
  }

  /** Whether there is anything to send, as far as this run knows. */
  boolean isFull() {
    return full.get();
  }

  /** There is something in it. */
  void fill() {
    full.set(true);
  }

  /** One message a channel that wants it, in the place of what was not sent yet. */
  void put(Store store, long account, Notification news, Instant now) {
    for (Channel channel : channels) {
      store.outbox().withdraw(account, channel.name(), news.subject());
      if (channel.wants(news.what())) {
        store.outbox().add(account, outgoing(channel, news, now));
        fill();
      }
    }
  }

  /** The end of what nobody heard of is no news, but on those channels that did hear. */
  void putEnd(Store store, long account, Notification end, Instant now) {
    for (Channel channel : channels) {
      boolean unheard = store.outbox().withdraw(account, channel.name(), end.subject());
      if (channel.wants(end.what()) && !unheard) {
        store.outbox().add(account, outgoing(channel, end, now));
        fill();
      }
    }
  }

  private static OutboxMessage outgoing(Channel channel, Notification news, Instant now) {
    return new OutboxMessage(
        0,
        channel.name(),
        news.subject(),
        news.what().word(),
        news.title(),
        news.text(),
        news.data(),
        now,
        0);
  }
}
