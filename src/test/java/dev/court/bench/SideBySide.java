package dev.court.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long commands take beside each other. They take turns, and the ratios are taken turn by turn:
 * what slows one slows its neighbour too.
 */
final class SideBySide {
  private final Ground ground;
  private final Row row;
  private final int turns;

  SideBySide(Ground ground, Row row, int turns) {
    this.ground = ground;
    this.row = row;
    this.turns = turns;
  }

  /** A command and what it finds in its environment. */
  record Contestant(String name, Map<String, String> environment, List<String> command) {
    /** The launcher in a home. */
    static Contestant court(Ground ground, String name, Home home, List<String> words) {
      return new Contestant(
          name,
          home.environment(),
          Stream.concat(Stream.of(ground.launcher()), words.stream()).toList());
    }
  }

  /**
   * The times of all, then the ratios of all others to the first.
   *
   * @param goals of the ratios
   */
  List<Finding> measure(List<Contestant> contestants, Goal... goals)
      throws IOException, InterruptedException {
    List<List<Double>> times = times(contestants);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < contestants.size(); i++) {
      findings.add(new Finding(row, contestants.get(i).name(), Unit.TOOK, times.get(i)));
    }
    for (int i = 1; i < contestants.size(); i++) {
      String what = "%s : %s".formatted(contestants.get(i).name(), contestants.get(0).name());
      List<Double> ratios = ratios(times.get(i), times.get(0));
      findings.add(new Finding(row, what, Unit.RATIO, ratios).aimingAt(goals));
    }
    return findings;
  }

  private List<List<Double>> times(List<Contestant> contestants)
      throws IOException, InterruptedException {
    List<List<Double>> times = new ArrayList<>();
    for (Contestant contestant : contestants) {
      times.add(new ArrayList<>());
      // once for nothing, so that its files are in memory
      time(contestant);
    }
    for (int turn = 1; turn <= turns; turn++) {
      for (int i = 0; i < contestants.size(); i++) {
        double took = time(contestants.get(i));
        times.get(i).add(took);
        Progress.say(row, turn, turns, Unit.TOOK, Optional.of(took));
      }
    }
    return times;
  }

  private double time(Contestant contestant) throws IOException, InterruptedException {
    long from = System.nanoTime();
    ground.complete(contestant.environment(), contestant.command());
    return (System.nanoTime() - from) / 1e6;
  }

  /** Turn by turn. */
  static List<Double> ratios(List<Double> times, List<Double> base) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      ratios.add(times.get(i) / base.get(i));
    }
    return ratios;
  }
}
