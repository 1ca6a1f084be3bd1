package dev.court.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What an evening is like, whatever the processes do.
 *
 * @param lead by how much the server's clock is ahead of ours
 * @param tokenLife how long an access token lives
 */
record World(Wish wish, Weather weather, Duration lead, Duration tokenLife, List<Rival> rivals) {

  /**
   * Somebody else who wants a court.
   *
   * @param takes when they take it
   * @param givesBack when they give it back; null for never
   */
  record Rival(Slot slot, Instant takes, Instant givesBack) {}

  /** An evening with no other people and no difference of clocks. */
  static World of(Wish wish, Weather weather) {
    return new World(wish, weather, Duration.ZERO, Duration.ofMinutes(30), List.of());
  }

  /** The same, but somebody else has that court before it opens. */
  World without(Slot slot) {
    Rival rival = new Rival(slot, Instant.MIN, null);
    return new World(wish, weather, lead, tokenLife, List.of(rival));
  }

  /** The same for other wishes; nobody else wants any court. */
  World wishing(Wish other) {
    return new World(other, weather, lead, tokenLife, List.of());
  }

  /** The same on an evening on which nothing goes wrong. */
  World calm() {
    return new World(wish, Weather.calm(), Duration.ZERO, tokenLife, List.of());
  }

  @Override
  public String toString() {
    return "%s; the server is ahead by %s; tokens live %s; %s; others: %s"
        .formatted(wish.name(), lead, tokenLife, weather, rivals);
  }
}
