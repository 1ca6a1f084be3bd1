package dev.court.notification.channel;

import java.util.Set;

/**
 * A way to send messages to a person.
 *
 * @param name the name in the settings
 * @param wants the events that are told on this channel
 */
public record Channel(String name, Set<EventType> wants, ChannelConfig config) {
  public Channel {
    wants = Set.copyOf(wants);
  }

  /** Whether an event is told on this channel; a test message always is. */
  public boolean wants(EventType what) {
    return what == EventType.TEST || wants.contains(what);
  }

  /** The word for its type in the settings. */
  public String type() {
    return config.type();
  }
}
