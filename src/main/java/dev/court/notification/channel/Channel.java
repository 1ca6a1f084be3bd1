package dev.court.notification.channel;

import java.util.Set;

/**
 * One way to a person.
 *
 * @param name as it stands in the settings
 * @param wants what is told on it
 */
public record Channel(String name, Set<EventType> wants, ChannelConfig medium) {
  public Channel {
    wants = Set.copyOf(wants);
  }

  public boolean wants(EventType what) {
    return what == EventType.TEST || wants.contains(what);
  }

  /** The word for its kind in the settings. */
  public String type() {
    return medium.type();
  }
}
