package dev.court.notification;

import dev.court.notification.channel.Channel;
import dev.court.notification.channel.EventType;
import dev.court.store.OutboxMessage;
import dev.court.store.Store;
import java.time.Instant;
import java.util.List;

/** Puts messages into the outbox, one for each channel that wants the event. */
public final class OutboxWriter {
  /** A writer without channels. */
  static final OutboxWriter NONE = new OutboxWriter(List.of());

  private final List<Channel> channels;

  public OutboxWriter(List<Channel> channels) {
    this.channels = List.copyOf(channels);
  }

  /** Without channels nothing is written and nothing is looked for. */
  boolean isUsed() {
    return !channels.isEmpty();
  }

  List<Channel> channels() {
    return channels;
  }

  /**
   * Puts a message in the place of what was not sent yet about the same subject.
   *
   * @return whether any channel wants it
   */
  boolean put(Store store, long account, Notification message, Instant now) {
    boolean isWanted = false;
    for (Channel channel : channels) {
      store.outbox().withdraw(account, channel.name(), message.subject());
      if (channel.wants(message.what())) {
        store.outbox().add(account, outboxMessage(channel, message, now));
        isWanted = true;
      }
    }
    return isWanted;
  }

  /**
   * Puts the end of an incident, except on channels where its beginning was not sent yet: there
   * nobody knows of it.
   *
   * @return whether any channel wants it
   */
  boolean putEnd(Store store, long account, Notification end, Instant now) {
    boolean isWanted = false;
    for (Channel channel : channels) {
      boolean isUnheard = store.outbox().withdraw(account, channel.name(), end.subject());
      if (channel.wants(end.what()) && !isUnheard) {
        store.outbox().add(account, outboxMessage(channel, end, now));
        isWanted = true;
      }
    }
    return isWanted;
  }

  /**
   * Puts a message that corrects others, on the channels that have told one of them. Those that
   * were not sent yet are withdrawn.
   *
   * @param subjects of the messages that were wrong
   * @return whether any channel wants it
   */
  boolean putCorrection(
      Store store, long account, Notification message, List<String> subjects, Instant now) {
    boolean isWanted = false;
    for (Channel channel : channels) {
      long unsent =
          subjects.stream()
              .filter(subject -> store.outbox().withdraw(account, channel.name(), subject))
              .count();
      if (unsent < subjects.size() && hasTold(channel)) {
        store.outbox().add(account, outboxMessage(channel, message, now));
        isWanted = true;
      }
    }
    return isWanted;
  }

  private static boolean hasTold(Channel channel) {
    return channel.wants(EventType.MISSED) || channel.wants(EventType.LOST);
  }

  private static OutboxMessage outboxMessage(Channel channel, Notification message, Instant now) {
    return new OutboxMessage(
        0,
        channel.name(),
        message.subject(),
        message.what().word(),
        message.title(),
        message.text(),
        message.data(),
        now,
        0);
  }
}
