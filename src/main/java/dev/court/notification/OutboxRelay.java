package dev.court.notification;

import dev.court.notification.channel.Channel;
import dev.court.notification.channel.DeliveryResult;
import dev.court.notification.channel.Dispatcher;
import dev.court.notification.channel.EventType;
import dev.court.notification.channel.Message;
import dev.court.store.OutboxMessage;
import dev.court.store.Store;
import dev.court.store.UndeliveredMessage;
import dev.court.workspace.RunLock;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends the messages of the outbox, at least once: each is claimed, sent while the database is
 * closed, and deleted once that worked. When a run is killed in between, the next one sees that the
 * owner of the claim is dead and sends the message again.
 */
public final class OutboxRelay {
  /** A message that could not be sent for so long is given up. */
  static final Duration MOST_AGE = Duration.ofHours(24);

  /** A channel is asked again after this at the latest, whatever it says. */
  static final Duration LONGEST_PAUSE = Duration.ofHours(2);

  /** A clock that is ahead makes a message old at once: it is tried for some hours all the same. */
  private static final int LEAST_TRIES = 10;

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
  private final RunLock runLock;
  private final OutboxWriter outbox;
  private final Dispatcher dispatcher;
  private final Duration limit;

  /**
   * Relays by the channels that the writer knows.
   *
   * @param limit for each message
   */
  public OutboxRelay(
      Workspace workspace,
      RunLock runLock,
      OutboxWriter outbox,
      Dispatcher dispatcher,
      Duration limit) {
    this.workspace = workspace;
    this.runLock = runLock;
    this.outbox = outbox;
    this.dispatcher = dispatcher;
    this.limit = limit;
  }

  /** The messages that were claimed, by channel, and a line for each channel that lost some. */
  record Batch(Map<Channel, List<OutboxMessage>> messages, List<String> givenUp) {}

  /** Claims what is due, and gives up what is too old. */
  Batch take(Store store) {
    long account = workspace.accountId(store);
    Instant now = workspace.now();
    List<String> givenUp = giveUp(store, account, now);
    Map<Channel, List<OutboxMessage>> messages = new LinkedHashMap<>();
    for (OutboxMessage one :
        store
            .outbox()
            .claimDue(
                account, this::claimant, now, now.plus(CLAIM), runLock.owner().isDead(), MOST)) {
      channel(one.channel())
          .ifPresentOrElse(
              channel -> messages.computeIfAbsent(channel, c -> new ArrayList<>()).add(one),
              () -> store.outbox().removeSent(one, runLock.owner().id()));
    }
    return new Batch(messages, givenUp);
  }

  /** Asked for the first message that is claimed: without one, nothing is to be locked. */
  private String claimant() {
    runLock.hold();
    return runLock.owner().id();
  }

  /** Messages for a channel that is not in the settings any more are dropped without a word. */
  private List<String> giveUp(Store store, long account, Instant now) {
    Map<String, List<UndeliveredMessage>> old = new LinkedHashMap<>();
    for (UndeliveredMessage lost : store.outbox().unclaimed(account)) {
      boolean isKnown = channel(lost.channel()).isPresent();
      boolean isOld = isOld(lost, now);
      if (isOld || !isKnown) {
        store.outbox().remove(lost);
      }
      if (isOld && isKnown) {
        old.computeIfAbsent(lost.channel(), name -> new ArrayList<>()).add(lost);
      }
    }
    return old.entrySet().stream().map(one -> words(one.getKey(), one.getValue())).toList();
  }

  private static boolean isOld(UndeliveredMessage lost, Instant now) {
    Duration age = Duration.between(lost.createdAt(), now).abs();
    return age.compareTo(MOST_AGE) >= 0 && lost.tries() >= LEAST_TRIES;
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
    return outbox.channels().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /**
   * Sends the messages of one channel, in order. After the first that fails the others wait too.
   *
   * @param deadline by {@link System#nanoTime}
   */
  void deliver(Channel channel, List<OutboxMessage> messages, long deadline) {
    Optional<Instant> wait = Optional.empty();
    for (OutboxMessage one : messages) {
      Duration left = Duration.ofNanos(deadline - System.nanoTime());
      if (wait.isPresent() || left.compareTo(LEAST) < 0) {
        Instant next = wait.orElse(workspace.now());
        update(store -> store.outbox().postpone(one, runLock.owner().id(), next));
      } else {
        wait = deliver(channel, one, left.compareTo(limit) < 0 ? left : limit);
      }
    }
  }

  /** The instant of the next try; empty when the message arrived. */
  private Optional<Instant> deliver(Channel channel, OutboxMessage one, Duration limit) {
    DeliveryResult delivery = dispatcher.send(channel, message(one), limit);
    if (delivery instanceof DeliveryResult.Failed failed) {
      Instant next = workspace.now().plus(pause(one, failed));
      log("%s to %s failed: %s".formatted(one.event(), channel.name(), failed.reason()));
      update(
          store -> store.outbox().recordFailure(one, runLock.owner().id(), next, failed.reason()));
      return Optional.of(next);
    }
    log("%s sent to %s".formatted(one.event(), channel.name()));
    update(store -> store.outbox().removeSent(one, runLock.owner().id()));
    return Optional.empty();
  }

  private void log(String message) {
    workspace.log().of("notification").info(message);
  }

  private static Duration pause(OutboxMessage one, DeliveryResult.Failed failed) {
    Duration usual = PAUSES.get(Math.min(one.tries(), PAUSES.size() - 1));
    Duration asked = failed.pause().orElse(usual);
    Duration pause = asked.compareTo(usual) > 0 ? asked : usual;
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private static Message message(OutboxMessage one) {
    EventType what = EventType.of(one.event()).orElse(EventType.TROUBLE);
    String id = "%s-%s.%s".formatted(what.word(), one.id(), one.createdAt().toEpochMilli());
    return new Message(id, what, one.title(), one.body(), one.createdAt(), one.data());
  }

  private interface OutboxUpdate {
    void on(Store store);
  }

  private void update(OutboxUpdate update) {
    workspace
        .database()
        .transact(
            store -> {
              update.on(store);
              return store;
            });
  }
}
