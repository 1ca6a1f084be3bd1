package dev.court.booking;

import java.time.LocalDateTime;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** When to play: once, or again and again. Times are wall-clock times at the venue. */
public sealed interface Plan {

  /** The word for it in files and output: {@code one-off} or {@code recurring}. */
  String type();

  /**
   * A single time to play.
   *
   * @param at the wall-clock start
   */
  record OneOff(LocalDateTime at) implements Plan {
    public OneOff {
      Objects.requireNonNull(at, "at");
    }

    @Override
    public String type() {
      return "one-off";
    }
  }

  /**
   * A recurrence (RFC 5545, 3.8.5): {@code dtstart} is an occurrence only if it matches the rule,
   * COUNT and INTERVAL count from it.
   *
   * @param rrule in canonical form, as the rule parser gives it back
   * @param exdates wall-clock starts that are left out
   */
  record Recurring(LocalDateTime dtstart, String rrule, SortedSet<LocalDateTime> exdates)
      implements Plan {
    public Recurring {
      Objects.requireNonNull(dtstart, "dtstart");
      Objects.requireNonNull(rrule, "rrule");
      exdates = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(exdates));
    }

    public Recurring(LocalDateTime dtstart, String rrule) {
      this(dtstart, rrule, new TreeSet<>());
    }

    @Override
    public String type() {
      return "recurring";
    }

    /** The same recurrence without the occurrence at {@code wallClock}. */
    public Recurring without(LocalDateTime wallClock) {
      var more = new TreeSet<>(exdates);
      more.add(wallClock);
      return new Recurring(dtstart, rrule, more);
    }

    /** The same recurrence with the occurrence at {@code wallClock} back in. */
    public Recurring with(LocalDateTime wallClock) {
      var fewer = new TreeSet<>(exdates);
      fewer.remove(wallClock);
      return new Recurring(dtstart, rrule, fewer);
    }
  }
}
