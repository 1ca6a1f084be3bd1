package dev.court.bench;

import dev.court.json.Json;
import dev.court.sandbox.ReceivedRequest;
import dev.court.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The requests for courts that reached a sandbox.
 *
 * @param shots in the order of arrival
 */
record Arrivals(List<Shot> shots) {

  /**
   * One request for a court.
   *
   * @param court what the building calls it
   * @param at when its last byte was read, by the building's clock
   * @param accepted whether it was the one that got the court
   */
  record Shot(long court, Instant at, boolean accepted) {

    double msAfter(Instant opening) {
      return Duration.between(opening, at).toNanos() / 1e6;
    }
  }

  static Arrivals at(Sandbox sandbox) {
    return new Arrivals(
        sandbox.requests().stream()
            .filter(request -> request.afterOpening() != null)
            .map(Arrivals::shot)
            .toList());
  }

  private static Shot shot(ReceivedRequest request) {
    Map<?, ?> fields = Json.read(request.body(), Map.class);
    long court = ((Number) fields.get("amenity_id")).longValue();
    return new Shot(court, request.at(), request.status() / 100 == 2);
  }

  Optional<Shot> first() {
    return shots.stream().findFirst();
  }

  Optional<Shot> accepted() {
    return shots.stream().filter(Shot::accepted).findFirst();
  }

  /** The first request for each court. */
  Collection<Shot> firstOfEach() {
    Map<Long, Shot> first = new LinkedHashMap<>();
    shots.forEach(shot -> first.putIfAbsent(shot.court(), shot));
    return first.values();
  }

  /** How many came before the one that was accepted, or came for nothing at all. */
  double refused() {
    return shots.stream().takeWhile(shot -> !shot.accepted()).count();
  }
}
