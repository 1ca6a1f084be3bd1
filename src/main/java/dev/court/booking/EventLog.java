package dev.court.booking;

import java.util.List;
import java.util.Optional;

/** Questions about the events of an execution. */
record EventLog(List<Event> events) {

  EventLog {
    events = List.copyOf(events);
  }

  boolean isEmpty() {
    return events.isEmpty();
  }

  Event last() {
    return events.get(events.size() - 1);
  }

  Optional<Event.Requested> lastRequest() {
    for (int i = events.size() - 1; i >= 0; i--) {
      if (events.get(i) instanceof Event.Requested requested) {
        return Optional.of(requested);
      }
    }
    return Optional.empty();
  }

  /** Requests that may have reached the server. */
  long requests() {
    return events.stream()
        .filter(event -> event instanceof Event.Requested requested && !isNotSent(requested))
        .count();
  }

  boolean has(Class<? extends Event> kind) {
    return events.stream().anyMatch(kind::isInstance);
  }

  /** Why the session could not be refreshed, if it could not. */
  Optional<Outcome> obstacle() {
    return events.stream()
        .filter(Event.Refreshed.class::isInstance)
        .flatMap(event -> ((Event.Refreshed) event).obstacle().stream())
        .findFirst();
  }

  /** How many requests in a row, counted back from the last event, got this kind of answer. */
  int inARow(Class<? extends Answer> kind) {
    int count = 0;
    for (int i = events.size() - 1; i >= 0 && isRequested(events.get(i), kind); i--) {
      count++;
    }
    return count;
  }

  /** How many readings that found nothing stand at the end. */
  int emptyReadingsInARow() {
    int count = 0;
    for (int i = events.size() - 1; i >= 0 && isEmptyReading(events.get(i)); i--) {
      count++;
    }
    return count;
  }

  /** How often this court refused for a reason we do not know. */
  long refusals(String courtId) {
    return count(courtId, Answer.Refused.class);
  }

  boolean isTaken(String courtId) {
    return count(courtId, Answer.Taken.class) > 0;
  }

  /** Whether a request of ours may hold a court, with its answer lost. */
  boolean mayHoldACourt() {
    return eventsSinceCleared().stream()
        .anyMatch(event -> isRequested(event, Answer.Unclear.class));
  }

  /** How often this court was asked without an answer, even if reading cleared it later. */
  long unclear(String courtId) {
    return count(courtId, Answer.Unclear.class);
  }

  private long count(String courtId, Class<? extends Answer> kind) {
    return events.stream()
        .filter(event -> isRequested(event, kind))
        .filter(event -> ((Event.Requested) event).courtId().equals(courtId))
        .count();
  }

  private List<Event> eventsSinceCleared() {
    int from = 0;
    int empty = 0;
    for (int i = 0; i < events.size(); i++) {
      empty = isEmptyReading(events.get(i)) ? empty + 1 : 0;
      if (empty >= Tactics.READINGS) {
        from = i + 1;
      }
    }
    return events.subList(from, events.size());
  }

  private static boolean isEmptyReading(Event event) {
    return event instanceof Event.Reading reading && reading.isEmpty();
  }

  private static boolean isRequested(Event event, Class<? extends Answer> kind) {
    return event instanceof Event.Requested requested && kind.isInstance(requested.answer());
  }

  private static boolean isNotSent(Event.Requested requested) {
    return requested.answer() instanceof Answer.NotSent;
  }
}
