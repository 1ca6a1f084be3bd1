package dev.court.bench;

import java.util.ArrayList;
import java.util.List;

/** The findings as tables. */
final class Tables {
  /** Upper ends, in milliseconds; the first is for what came early. */
  private static final List<Integer> BUCKETS = List.of(0, 1, 2, 5, 10, 20, 30, 50, 100);

  private Tables() {}

  /** The figures, and the goals beside them. */
  static Table figures(List<Finding> findings) {
    Table table =
        new Table(
            List.of(
                "row", "what", "unit", "n", "min", "25th", "median", "75th", "95th", "max", "goal",
                "met"));
    findings.forEach(finding -> table.add(figures(finding)));
    return table;
  }

  private static List<String> figures(Finding finding) {
    Distribution values = finding.values();
    Unit unit = finding.unit();
    return List.of(
        finding.row().toString(),
        finding.what(),
        unit.word(),
        finding.count(),
        unit.text(values.min()),
        unit.text(values.percentile(25)),
        unit.text(values.median()),
        unit.text(values.percentile(75)),
        unit.text(values.percentile(95)),
        unit.text(values.max()),
        finding.goal(),
        finding.met());
  }

  /** How many arrivals fell between which milliseconds. */
  static Table histogram(List<Finding> findings) {
    List<String> head = new ArrayList<>(List.of("row", "what", "early"));
    BUCKETS.stream().skip(1).map(limit -> "≤ " + limit).forEach(head::add);
    head.add("more");
    Table table = new Table(head);
    findings.stream()
        .filter(finding -> finding.unit() == Unit.LATE)
        .forEach(finding -> table.add(counts(finding)));
    return table;
  }

  private static List<String> counts(Finding finding) {
    List<String> cells = new ArrayList<>(List.of(finding.row().toString(), finding.what()));
    double from = Double.NEGATIVE_INFINITY;
    for (int to : BUCKETS) {
      cells.add(count(finding, from, to));
      from = to;
    }
    cells.add(count(finding, from, Double.POSITIVE_INFINITY));
    return cells;
  }

  private static String count(Finding finding, double from, double to) {
    long count = finding.values().between(from, to);
    return count == 0 ? "" : Long.toString(count);
  }
}
