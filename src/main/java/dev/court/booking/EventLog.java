package dev.court.booking;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Questions about the events of an execution.
 *
 * @param before the shot that an earlier run left open
 */
record EventLog(List<Event> events, Optional<OpenShot> before) {

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
    return requested().reduce((earlier, later) -> later);
  }

  /** Requests that may have reached the server. */
  long requests() {
    return requested().filter(one -> !(one.answer() instanceof Answer.NotSent)).count();
  }

  boolean has(Class<? extends Event> kind) {
    return events.stream().anyMatch(kind::isInstance);
  }

  /** How many requests in a row, counted back from the last event, got this kind of answer. */
  int inARow(Class<? extends Answer> kind) {
    int count = 0;
    for (int i = events.size() - 1; i >= 0 && isAnswered(events.get(i), kind); i--) {
      count++;
    }
    return count;
  }

  /**
   * How many requests in a row, counted back from the last event, were too early.
   *
   * @param isAhead those that left before the opening by our own clock, or else those after it
   */
  int tooEarlyInARow(boolean isAhead) {
    int count = 0;
    for (int i = events.size() - 1; i >= 0 && isTooEarly(events.get(i), isAhead); i--) {
      count++;
    }
    return count;
  }

  /** How many readings stand at the end. */
  int readingsInARow() {
    int count = 0;
    for (int i = events.size() - 1; i >= 0 && events.get(i) instanceof Event.Reading; i--) {
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

  /** Whether the last event is the first look for what a success did not confirm. */
  boolean isFirstLookForUnconfirmed() {
    int request = events.size() - 2;
    return request >= 0
        && isAnswered(events.get(request), Answer.Unconfirmed.class)
        && events.stream().filter(one -> isAnswered(one, Answer.Unconfirmed.class)).count() == 1;
  }

  /** The request of ours that may hold a court. */
  Optional<OpenShot> open() {
    Optional<OpenShot> open = before;
    for (Event event : events) {
      if (event instanceof Event.Requested requested) {
        open = OpenShot.after(open, requested.courtId(), requested.answer().word());
      }
    }
    return open;
  }

  private long count(String courtId, Class<? extends Answer> kind) {
    return requested()
        .filter(one -> kind.isInstance(one.answer()) && one.courtId().equals(courtId))
        .count();
  }

  private Stream<Event.Requested> requested() {
    return events.stream()
        .filter(Event.Requested.class::isInstance)
        .map(Event.Requested.class::cast);
  }

  private static boolean isAnswered(Event event, Class<? extends Answer> kind) {
    return event instanceof Event.Requested requested && kind.isInstance(requested.answer());
  }

  private static boolean isTooEarly(Event event, boolean isAhead) {
    return event instanceof Event.Requested requested
        && requested.isAhead() == isAhead
        && requested.answer() instanceof Answer.TooEarly;
  }
}
