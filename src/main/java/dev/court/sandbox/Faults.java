package dev.court.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What goes wrong from now on; can be changed at any time. Delays and clock errors add up; of the
 * other faults each request meets at most one, the first in the order given, so that {@code
 * drop-answer=1,5xx=2} plays one after the other.
 */
public final class Faults {
  private final List<Fault> waiting = new ArrayList<>();

  Faults(List<Fault> atStart) {
    waiting.addAll(atStart);
  }

  /** What befalls one request: a wait before handling it, one after, and perhaps a fault. */
  record FaultPlan(Duration before, Duration after, Optional<Fault> fault) {}

  /**
   * Reads faults as they are written on the command line: {@code
   * latency=200ms,drop-answer=1,5xx@token=2,429=1:3s,refuse=1:Payment required,clock=+1.7s}. A word
   * alone means always; {@link FaultKind} has the words.
   *
   * @throws dev.court.booking.InvalidRequest when there is no such fault, naming those there are
   */
  public static List<Fault> parse(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .map(FaultText::read)
        .toList();
  }

  /** Adds what {@link #parse} reads from {@code text}. */
  public void add(String text) {
    parse(text).forEach(this::add);
  }

  /** Adds one behind the others. */
  public synchronized void add(Fault fault) {
    waiting.add(fault);
  }

  /** Everything works again, the clock too. */
  public synchronized void clear() {
    waiting.clear();
  }

  /** How far the clock is off: ahead if positive. */
  synchronized Duration clockOffset() {
    return waiting.stream()
        .filter(fault -> fault.kind() == FaultKind.CLOCK)
        .map(Fault::length)
        .reduce(Duration.ZERO, Duration::plus);
  }

  synchronized FaultPlan next(Fault.FaultTarget request) {
    Duration before = delay(FaultKind.LATENCY, request);
    Duration after = delay(FaultKind.ANSWER_LATENCY, request);
    Optional<Fault> first =
        waiting.stream()
            .filter(fault -> !fault.kind().needsLength() && fault.befalls(request))
            .findFirst();
    first.ifPresent(this::spend);
    return new FaultPlan(before, after, first);
  }

  private Duration delay(FaultKind kind, Fault.FaultTarget request) {
    List<Fault> delays =
        waiting.stream().filter(fault -> fault.kind() == kind && fault.befalls(request)).toList();
    delays.forEach(this::spend);
    return delays.stream().map(Fault::length).reduce(Duration.ZERO, Duration::plus);
  }

  private void spend(Fault fault) {
    int place = waiting.indexOf(fault);
    if (fault.times() == 1) {
      waiting.remove(place);
    } else if (fault.times() != Fault.ALWAYS) {
      waiting.set(place, fault.next(fault.times() - 1));
    }
  }
}
