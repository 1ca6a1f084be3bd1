package dev.court.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The faults of a sandbox; they can be changed at any time. Delays and clock errors add up. At most
 * one other fault applies to a request, the first in the order given, so that in {@code
 * drop-answer=1,5xx=2} one follows the other.
 */
public final class Faults {
  private final List<Fault> waiting = new ArrayList<>();

  Faults(List<Fault> atStart) {
    waiting.addAll(atStart);
  }

  /** The faults of one request: a wait before it is handled, one after, and perhaps another. */
  record FaultPlan(Duration before, Duration after, Optional<Fault> fault) {
    static final FaultPlan NONE = new FaultPlan(Duration.ZERO, Duration.ZERO, Optional.empty());
  }

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

  /** Adds a fault after the others. */
  public synchronized void add(Fault fault) {
    waiting.add(fault);
  }

  /** Takes all faults away, those of the clock too. */
  public synchronized void clear() {
    waiting.clear();
  }

  /** How far the clock is off: ahead if positive. */
  synchronized Duration clockOffset() {
    if (waiting.isEmpty()) {
      return Duration.ZERO;
    }
    return waiting.stream()
        .filter(fault -> fault.kind() == FaultKind.CLOCK)
        .map(Fault::length)
        .reduce(Duration.ZERO, Duration::plus);
  }

  synchronized FaultPlan next(Fault.FaultTarget request) {
    if (waiting.isEmpty()) {
      return FaultPlan.NONE;
    }
    Duration before = delay(FaultKind.LATENCY, request);
    Duration after = delay(FaultKind.ANSWER_LATENCY, request);
    Optional<Fault> first =
        waiting.stream()
            .filter(fault -> !fault.kind().needsLength() && fault.appliesTo(request))
            .findFirst();
    first.ifPresent(this::spend);
    return new FaultPlan(before, after, first);
  }

  private Duration delay(FaultKind kind, Fault.FaultTarget request) {
    List<Fault> delays =
        waiting.stream().filter(fault -> fault.kind() == kind && fault.appliesTo(request)).toList();
    delays.forEach(this::spend);
    return delays.stream().map(Fault::length).reduce(Duration.ZERO, Duration::plus);
  }

  private void spend(Fault fault) {
    int index = waiting.indexOf(fault);
    if (fault.times() == 1) {
      waiting.remove(index);
    } else if (fault.times() != Fault.ALWAYS) {
      waiting.set(index, fault.next(fault.times() - 1));
    }
  }
}
