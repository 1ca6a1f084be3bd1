package dev.court.bench;

import dev.court.bench.SideBySide.Contestant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What commands cost the processor, beside the smallest Java program and beside an H2 database that
 * has nothing in it. They take turns. Bash counts what its children used, by all their threads.
 */
final class ProcessorTime implements Measurement {
  /** The last line of what it prints is its children's: user, then system. */
  private static final String COUNTED = "\"$@\" >/dev/null; code=$?; times; exit $code";

  private static final Pattern SPENT =
      Pattern.compile("(\\d+)m(\\d+)\\.(\\d+)s (\\d+)m(\\d+)\\.(\\d+)s\\s*$");

  private static final int TICKS_A_DAY = 24 * 60;

  /** A note is good for ten minutes at most. */
  private static final int TICKS_A_NOTE = 10;

  private static final String HELLO = "hello world";
  private static final String NOTE = "idle tick by the note";
  private static final String IDLE = "idle run-due";
  private static final String BOOKING = "run-due with a booking";

  private final Ground ground;
  private final int turns;

  ProcessorTime(Ground ground, Scale scale) {
    this.ground = ground;
    this.turns = scale.starts();
  }

  @Override
  public List<Finding> measure() throws IOException, InterruptedException {
    try (Stage stage = Stage.idle(ground);
        Stage quiet = Stage.idle(ground)) {
      EmptyDatabase empty = EmptyDatabase.make(ground);
      List<Contestant> contestants =
          List.of(
              new Contestant(HELLO, Map.of(), empty.hello()),
              new Contestant("an empty H2 database", Map.of(), empty.open()),
              court(NOTE, quiet.home(), List.of("run-due")),
              court(IDLE, stage.home(), Starts.RUN),
              court("list", stage.home(), List.of("list")));
      return findings(contestants, spent(contestants));
    }
  }

  private Contestant court(String name, Home home, List<String> words) {
    return Contestant.court(ground, name, home, words);
  }

  /** For each, then for a run with a booking, whose home is used up by it. */
  private List<List<Double>> spent(List<Contestant> contestants)
      throws IOException, InterruptedException {
    List<List<Double>> spent = new ArrayList<>();
    for (Contestant contestant : contestants) {
      spent.add(new ArrayList<>());
      // once for nothing, so that its files are in memory
      spent(contestant);
    }
    spent.add(new ArrayList<>());
    for (int turn = 1; turn <= turns; turn++) {
      for (int i = 0; i < contestants.size(); i++) {
        spent.get(i).add(spent(contestants.get(i)));
      }
      double booked = booking();
      spent.get(contestants.size()).add(booked);
      Progress.say(Row.PROCESSOR, turn, turns, Unit.SPENT, Optional.of(booked));
    }
    return spent;
  }

  private double booking() throws IOException, InterruptedException {
    Instant soon = Instant.now().plusSeconds(4);
    try (Stage stage = Stage.set(ground, Scene.opening(soon, 1, Duration.ZERO))) {
      return spent(court(BOOKING, stage.home(), List.of("run-due")));
    }
  }

  private double spent(Contestant contestant) throws IOException, InterruptedException {
    List<String> counted =
        Stream.concat(
                Stream.of("/bin/bash", "-c", COUNTED, "counted"), contestant.command().stream())
            .toList();
    Path output = ground.file("spent");
    int code = ground.start(contestant.environment(), counted, output).waitFor();
    Matcher found = SPENT.matcher(Files.readString(output, StandardCharsets.UTF_8));
    if (code != 0 || !found.find()) {
      throw new IllegalStateException("%s ended with %s".formatted(contestant.command(), code));
    }
    return millis(found, 1) + millis(found, 4);
  }

  private static double millis(Matcher found, int group) {
    return (Integer.parseInt(found.group(group)) * 60 + Integer.parseInt(found.group(group + 1)))
            * 1000.0
        + Integer.parseInt(found.group(group + 2));
  }

  private static List<Finding> findings(List<Contestant> contestants, List<List<Double>> spent) {
    List<Finding> findings = new ArrayList<>();
    List<String> names =
        Stream.concat(contestants.stream().map(Contestant::name), Stream.of(BOOKING)).toList();
    for (int i = 0; i < names.size(); i++) {
      findings.add(new Finding(Row.PROCESSOR, names.get(i), Unit.SPENT, spent.get(i)));
    }
    for (int i = 1; i < names.size(); i++) {
      findings.add(
          new Finding(
              Row.PROCESSOR,
              "%s : %s".formatted(names.get(i), HELLO),
              Unit.RATIO,
              SideBySide.ratios(spent.get(i), spent.get(0))));
    }
    double java = median(spent.get(names.indexOf(IDLE)));
    double note = median(spent.get(names.indexOf(NOTE)));
    double started = TICKS_A_DAY / (double) TICKS_A_NOTE;
    findings.add(aDay("without the note", TICKS_A_DAY * java));
    findings.add(aDay("with the note", started * java + (TICKS_A_DAY - started) * note));
    return findings;
  }

  private static double median(List<Double> values) {
    return Distribution.of(values).median();
  }

  private static Finding aDay(String how, double millis) {
    return new Finding(
        Row.PROCESSOR, "a day of an idle home, " + how, Unit.SECONDS, List.of(millis / 1000));
  }
}
