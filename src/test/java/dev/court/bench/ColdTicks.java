package dev.court.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One opening, one process, again and again. The rows take turns, so that what else the machine
 * does meets all of them alike. Processes that wait do so beside each other.
 */
final class ColdTicks implements Measurement {
  private static final Duration CLOCK_ERROR = Duration.ofMillis(1700);

  private static final List<Line> LINES =
      List.of(
          new Line(Row.LOOPBACK, "http on loopback", Route.LOOPBACK, Duration.ZERO),
          new Line(Row.TLS, "TLS on loopback", Route.TLS, Duration.ZERO),
          new Line(Row.FAR, "TLS, 40 ms of round trip", Route.FAR, Duration.ZERO),
          new Line(Row.AHEAD, "server's clock 1.7 s ahead", Route.LOOPBACK, CLOCK_ERROR),
          new Line(
              Row.BEHIND, "server's clock 1.7 s behind", Route.LOOPBACK, CLOCK_ERROR.negated()));

  /** 0.6 of the round trip. */
  private static final double FAR_GOAL = Route.ONE_WAY.toMillis() * 2 * 0.6;

  private final Ground ground;
  private final Scale scale;
  private final Identity identity;
  private final List<Line> lines;
  private final Map<Row, List<Tick>> ticks = new EnumMap<>(Row.class);

  ColdTicks(Ground ground, Scale scale, Identity identity, Set<Row> rows) {
    this.ground = ground;
    this.scale = scale;
    this.identity = identity;
    this.lines = LINES.stream().filter(line -> rows.contains(line.row())).toList();
    lines.forEach(line -> ticks.put(line.row(), new ArrayList<>()));
  }

  /**
   * What came of one opening.
   *
   * @param firstMs of the first request after the building's opening, if any came
   * @param wonMs of the first that was accepted
   */
  private record Tick(Optional<Double> firstMs, Optional<Double> wonMs, double refused) {

    static Tick of(Arrivals arrivals, Scene scene) {
      return new Tick(
          arrivals.first().map(shot -> shot.msAfter(scene.opening())),
          arrivals.accepted().map(shot -> shot.msAfter(scene.opening())),
          arrivals.refused());
    }
  }

  @Override
  public List<Finding> measure() throws IOException, InterruptedException {
    Timetable timetable = new Timetable(scale.every());
    for (int round = 1; round <= scale.openings(); round++) {
      for (Line line : lines) {
        int number = round;
        timetable.add(departure -> note(line, number, tick(line, departure)));
      }
    }
    timetable.finish();
    return lines.stream().flatMap(line -> findings(line).stream()).toList();
  }

  private synchronized void note(Line line, int number, Tick tick) {
    ticks.get(line.row()).add(tick);
    Progress.say(line.row(), number, scale.openings(), Unit.LATE, tick.wonMs());
  }

  private Tick tick(Line line, Instant departure) throws IOException, InterruptedException {
    Scene scene = Scene.opening(departure.plus(scale.lead()), 1, line.clock());
    try (Stage stage = Stage.set(ground, scene);
        Route.Way way = line.route().lay(stage.port(), identity)) {
      return Tick.of(stage.tick(way, scale.lead()), scene);
    }
  }

  private List<Finding> findings(Line line) {
    List<Tick> all = ticks.get(line.row());
    if (line.clock().isZero()) {
      return List.of(first(line, all));
    }
    List<Double> refused = all.stream().map(Tick::refused).toList();
    return List.of(
        won(line, all),
        new Finding(line.row(), "refused before it", Unit.REQUESTS, refused)
            .aimingAt(Goal.every(1)));
  }

  private static Finding first(Line line, List<Tick> all) {
    List<Double> values = all.stream().flatMap(tick -> tick.firstMs().stream()).toList();
    Finding finding =
        new Finding(line.row(), line.what(), Unit.LATE, values)
            .losing((int) all.stream().filter(tick -> tick.wonMs().isEmpty()).count());
    return switch (line.row()) {
      case LOOPBACK -> finding.aimingAt(Goal.median(2), Goal.ninetyFifth(10), Goal.neverEarly());
      case FAR -> finding.aimingAt(Goal.median(FAR_GOAL), Goal.neverEarly());
      default -> finding.aimingAt(Goal.neverEarly());
    };
  }

  private static Finding won(Line line, List<Tick> all) {
    List<Double> values = all.stream().flatMap(tick -> tick.wonMs().stream()).toList();
    return new Finding(line.row(), line.what(), Unit.LATE, values)
        .losing(all.size() - values.size())
        .aimingAt(Goal.median(42), Goal.ninetyFifth(50));
  }
}
