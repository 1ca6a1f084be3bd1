package dev.court.notification;

import dev.court.notification.channel.Channel;
import dev.court.notification.channel.DeliveryResult;
import dev.court.notification.channel.Dispatcher;
import dev.court.notification.channel.EventType;
import dev.court.notification.channel.Message;
import dev.court.store.OutboxMessage;
import dev.court.store.Store;
import dev.court.store.UndeliveredMessage;
import dev.court.workspace.LeaseOwner;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the post round: what is due is claimed, sent with the database closed, and taken out once
 * that worked. A run that is killed in between leaves a claim of the dead, and the next one sends
 * it again: at least once, never none.
 */
public final class OutboxRelay {
  /** After so long nobody wants to hear of it. */
  static final Duration MOST_AGE = Duration.ofHours(24);

  private static final Duration CLAIM = Duration.ofSeconds(60);
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final int MOST = 20;

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(20),
          Duration.ofMinutes(30),
          Duration.ofHours(1));

  private final Workspace workspace;
  private final LeaseOwner claimant;
  private final OutboxWriter postbox;
  private final Dispatcher courier;
  private final Duration limit;

  /**
   * Relays by the channels that the writer knows.
   *
   * @param limit for each message
   */
  public OutboxRelay(
      Workspace workspace,
      LeaseOwner claimant,
      OutboxWriter postbox,
      Dispatcher courier,
      Duration limit) {
    this.workspace = workspace;
    this.claimant = claimant;
    this.postbox = postbox;
    this.courier = courier;
    this.limit = limit;
  }

  /** What was taken to be sent, by channel, and what was given up, in a line each. */
  record Batch(Map<Channel, List<OutboxMessage>> post, List<String> givenUp) {
    static final Batch EMPTY = new Batch(Map.of(), List.of());
  }

  /** Claims what is due, and gives up what is too old. */
  Batch take(Store store) {
    long account = workspace.accountId(store);
    Instant now = workspace.now();
    List<String> givenUp = giveUp(store, account, now);
    Map<Channel, List<OutboxMessage>> post = new LinkedHashMap<>();
    for (OutboxMessage one :
        store
            .outbox()
            .claimDue(account, claimant.id(), now, now.plus(CLAIM), claimant.isDead(), MOST)) {
      channel(one.channel())
          .ifPresentOrElse(
              channel -> post.computeIfAbsent(channel, c -> new ArrayList<>()).add(one),
              () -> store.outbox().removeSent(one, claimant.id()));
    }
    return new Batch(post, givenUp);
  }

  /** What a channel that was taken out of the settings should have said goes without a word. */
  private List<String> giveUp(Store store, long account, Instant now) {
    Map<String, List<UndeliveredMessage>> old = new LinkedHashMap<>();
    for (UndeliveredMessage lost : store.outbox().unclaimed(account)) {
      boolean isKnown = channel(lost.channel()).isPresent();
      boolean isOld = !lost.createdAt().plus(MOST_AGE).isAfter(now);
      if (isOld || !isKnown) {
        store.outbox().remove(lost);
      }
      if (isOld && isKnown) {
        old.computeIfAbsent(lost.channel(), name -> new ArrayList<>()).add(lost);
      }
    }
    return old.entrySet().stream().map(one -> words(one.getKey(), one.getValue())).toList();
  }

  private static String words(String channel, List<UndeliveredMessage> lost) {
    UndeliveredMessage last = lost.get(lost.size() - 1);
    return "%s on channel '%s' given up after a day: %s (%s)"
        .formatted(
            lost.size() == 1 ? "a message" : lost.size() + " messages",
            channel,
            last.lastError() == null ? "no run could send it" : last.lastError(),
            last.title());
  }

  private Optional<Channel> channel(String name) {
    return postbox.channels().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /**
   * Sends what was taken for one channel, in order. After the first that fails the others wait too.
   *
   * @param deadline by {@link System#nanoTime}
   */
  void deliver(Channel channel, List<OutboxMessage> post, long deadline) {
    Optional<Instant> wait = Optional.empty();
    for (OutboxMessage one : post) {
      Duration left = Duration.ofNanos(deadline - System.nanoTime());
      if (wait.isPresent() || left.compareTo(LEAST) < 0) {
        Instant next = wait.orElse(workspace.now());
        keep(store -> store.outbox().postpone(one, claimant.id(), next));
      } else {
        wait = deliver(channel, one, left.compareTo(limit) < 0 ? left : limit);
      }
    }
  }

  /** When it is to be tried again; empty when it arrived. */
  private Optional<Instant> deliver(Channel channel, OutboxMessage one, Duration limit) {
    DeliveryResult delivery = courier.send(channel, message(one), limit);
    if (delivery instanceof DeliveryResult.Failed failed) {
      Instant next = workspace.now().plus(pause(one, failed));
      keep(store -> store.outbox().recordFailure(one, claimant.id(), next, failed.reason()));
      return Optional.of(next);
    }
    keep(store -> store.outbox().removeSent(one, claimant.id()));
    return Optional.empty();
  }

  private static Duration pause(OutboxMessage one, DeliveryResult.Failed failed) {
    Duration usual = PAUSES.get(Math.min(one.tries(), PAUSES.size() - 1));
    return failed.pause().filter(asked -> asked.compareTo(usual) > 0).orElse(usual);
  }

  private static Message message(OutboxMessage one) {
    EventType what = EventType.of(one.event()).orElse(EventType.TROUBLE);
    String id = "%s-%s.%s".formatted(what.word(), one.id(), one.createdAt().toEpochMilli());
    return new Message(id, what, one.title(), one.body(), one.createdAt(), one.data());
  }

  private interface OutboxUpdate {
    void on(Store store);
  }

  private void keep(OutboxUpdate note) {
    workspace
        .database()
        .transact(
            store -> {
              note.on(store);
              return store;
            });
  }
}
