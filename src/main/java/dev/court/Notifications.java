package dev.court;

import dev.court.log.Log;
import dev.court.notification.ChannelStatuses;
import dev.court.notification.DeliveryLimits;
import dev.court.notification.Heartbeat;
import dev.court.notification.NotificationPhase;
import dev.court.notification.OutboxRelay;
import dev.court.notification.OutboxWriter;
import dev.court.notification.SendTestMessage;
import dev.court.notification.channel.ChannelValidator;
import dev.court.notification.channel.Dispatcher;
import dev.court.notification.channel.SendContext;
import dev.court.settings.Settings;
import dev.court.workspace.RunLock;
import dev.court.workspace.Workspace;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The use cases that tell a person what happened, for one command line. */
final class Notifications {
  private final Supplier<Settings> settings;
  private final Supplier<Workspace> workspace;
  private final Supplier<Log> log;
  private final Supplier<RunLock> runLock;
  private final Surroundings surroundings;
  private final Map<String, NotificationPhase> phases = new HashMap<>();
  private Heartbeat heartbeat;

  /**
   * Nothing is opened yet.
   *
   * @param workspace opens the database, and makes the home folder where there is none
   */
  Notifications(
      Supplier<Settings> settings,
      Supplier<Workspace> workspace,
      Supplier<Log> log,
      Supplier<RunLock> runLock,
      Surroundings surroundings) {
    this.settings = settings;
    this.workspace = workspace;
    this.log = log;
    this.runLock = runLock;
    this.surroundings = surroundings;
  }

  /**
   * The same one for an account at each call, because the phase sends what the run wrote to the
   * outbox. The first one that is asked for has the heartbeat: a run pings once.
   */
  synchronized NotificationPhase phase(String account) {
    NotificationPhase known = phases.get(account);
    if (known == null) {
      known = phase(workspace.get().as(account), phases.isEmpty() ? heartbeat() : noHeartbeat());
      phases.put(account, known);
    }
    return known;
  }

  private NotificationPhase phase(Workspace own, Heartbeat ping) {
    OutboxWriter outbox = new OutboxWriter(settings.get().channels(own.account()));
    OutboxRelay relay =
        new OutboxRelay(own, runLock.get(), outbox, dispatcher(), limits().message());
    return new NotificationPhase(own, outbox, relay, ping, surroundings.stop(), limits().phase());
  }

  private Heartbeat noHeartbeat() {
    return new Heartbeat(dispatcher(), Optional.empty(), limits().heartbeat(), log.get());
  }

  /** The same one at each call. It needs neither home nor database. */
  Heartbeat heartbeat() {
    if (heartbeat == null) {
      heartbeat =
          new Heartbeat(
              dispatcher(),
              Optional.ofNullable(settings.get().pingUrl()),
              limits().heartbeat(),
              log.get());
    }
    return heartbeat;
  }

  SendTestMessage testMessage(String account) {
    return new SendTestMessage(
        settings.get().channels(account),
        dispatcher(),
        surroundings.clock(),
        settings.get().venue().zone(),
        account,
        limits().message());
  }

  /** Those of an account. Makes nothing, not even the home folder. */
  ChannelStatuses channelStatuses(String account) {
    return new ChannelStatuses(
        settings.get().channels(account),
        new ChannelValidator(context()),
        settings.get().home(),
        workspace);
  }

  private DeliveryLimits limits() {
    return surroundings.limits().delivery();
  }

  private Dispatcher dispatcher() {
    return new Dispatcher(context(), log.get());
  }

  private SendContext context() {
    return new SendContext(settings.get().home(), surroundings.environment()::get);
  }
}
