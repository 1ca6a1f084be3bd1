package dev.court.transfer;

import dev.court.booking.Plan;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.Watch;
import dev.court.planning.PlanInWords;
import dev.court.text.DurationInWords;
import dev.court.transfer.ImportResult.Difference;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says in words in what two requests differ. */
final class Differences {
  private static final String NONE = "none";

  private final ZoneId zone;
  private final List<Difference> all = new ArrayList<>();

  private Differences(ZoneId zone) {
    this.zone = zone;
  }

  /** Empty when they are equal. */
  static List<Difference> between(ScheduleRequest before, ScheduleRequest after, ZoneId zone) {
    Differences differences = new Differences(zone);
    differences.plans(before.plan(), after.plan());
    differences.add("courts", before.courts().toString(), after.courts().toString());
    differences.add(
        "duration",
        DurationInWords.minutes(before.duration()),
        DurationInWords.minutes(after.duration()));
    differences.add("name", before.name(), after.name());
    differences.add("guests", before.guests(), after.guests());
    differences.add("strategy", before.strategy().word(), after.strategy().word());
    differences.add("keep_trying", keepTrying(before.watch()), keepTrying(after.watch()));
    differences.add("every", every(before.watch()), every(after.watch()));
    differences.add("alternatives", times(before), times(after));
    return List.copyOf(differences.all);
  }

  private void plans(Plan before, Plan after) {
    if (!whole(before).equals(whole(after))) {
      String from = PlanInWords.plan(whole(before), zone);
      String to = PlanInWords.plan(whole(after), zone);
      // Two rules for every other Friday read alike; they differ in where they begin.
      boolean isAlike = from.equals(to);
      add("when", isAlike ? from + begin(before) : from, isAlike ? to + begin(after) : to);
    }
    add("skipped", skipped(before), skipped(after));
  }

  private void add(String field, String before, String after) {
    String from = before == null ? NONE : before;
    String to = after == null ? NONE : after;
    if (!from.equals(to)) {
      all.add(new Difference(field, from, to));
    }
  }

  private static Plan whole(Plan plan) {
    return plan instanceof Plan.Recurring recurring
        ? new Plan.Recurring(recurring.dtstart(), recurring.rrule())
        : plan;
  }

  private static String begin(Plan plan) {
    return plan instanceof Plan.Recurring recurring ? " from " + recurring.dtstart() : "";
  }

  private static String skipped(Plan plan) {
    SortedSet<LocalDateTime> dates =
        plan instanceof Plan.Recurring recurring ? recurring.exdates() : new TreeSet<>();
    return dates.isEmpty()
        ? NONE
        : dates.stream().map(LocalDateTime::toString).collect(Collectors.joining(", "));
  }

  private static String times(ScheduleRequest asked) {
    return asked.isEither() ? asked.alternatives().toString() : null;
  }

  private static String keepTrying(Optional<Watch> watch) {
    return watch.map(Watch::keepTrying).map(DurationInWords::of).orElse(null);
  }

  private static String every(Optional<Watch> watch) {
    return watch.map(Watch::every).map(DurationInWords::of).orElse(null);
  }
}
