package dev.court.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The entry point. */
@Command(
    name = "scripts/bench",
    sortOptions = false,
    description = {
      "Measures how late court is at the opening, and how long it takes to start.",
      "Prints a table and writes docs/benchmarks.md; some 25 minutes. With --quick or --only it",
      "writes target/benchmarks.md instead."
    })
final class Bench implements Callable<Integer> {
  private static final String BY_HAND = "\n<!-- What follows is written by hand. -->\n";

  @Option(names = "--quick", description = "A smoke test of less than a minute.")
  boolean quick;

  @Option(
      names = "--only",
      paramLabel = "ROW",
      split = ",",
      completionCandidates = Bench.Rows.class,
      description = "Only these: ${COMPLETION-CANDIDATES}.")
  List<Row> only = List.of();

  @Option(
      names = "--openings",
      paramLabel = "N",
      defaultValue = "50",
      description = "Cold ticks for each row (default: ${DEFAULT-VALUE}).")
  int openings;

  @Option(
      names = "--lead",
      paramLabel = "SECONDS",
      defaultValue = "15",
      description = "A tick starts so long before its opening (default: ${DEFAULT-VALUE}).")
  int lead;

  @Option(
      names = "--java-options",
      paramLabel = "OPTIONS",
      defaultValue = "",
      description =
          "For the ticks, such as -Xlog:class+load:file=/tmp/%%p.log, to see what they do.")
  String javaOptions;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Say this.")
  boolean help;

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  static final class Rows extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    Rows() {
      EnumSet.allOf(Row.class).forEach(row -> add(row.toString()));
    }
  }

  public static void main(String[] args) {
    CommandLine line = new CommandLine(new Bench()).registerConverter(Row.class, Row::of);
    System.exit(line.execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Instant began = Instant.now();
    String load = Machine.load();
    warnIfBusy();
    List<Finding> findings = new ArrayList<>();
    boolean isWhole = true;
    try (Ground ground = new Ground(checkout(), javaOptions)) {
      WarmUp.run(ground);
      for (Measurement measurement : measurements(ground)) {
        isWhole &= take(measurement, findings);
      }
    }
    System.out.println(Tables.figures(findings));
    write(new Page(command(), began, load, scale(), findings));
    warnIfBusy();
    return isWhole ? 0 : 1;
  }

  /** What was measured before something fails took half an hour, and is not lost. */
  private static boolean take(Measurement measurement, List<Finding> findings)
      throws IOException, InterruptedException {
    try {
      findings.addAll(measurement.measure());
      return true;
    } catch (IllegalStateException e) {
      System.err.println("bench: " + e.getMessage());
      return false;
    }
  }

  private List<Measurement> measurements(Ground ground) throws IOException, InterruptedException {
    Set<Row> rows = only.isEmpty() ? EnumSet.allOf(Row.class) : EnumSet.copyOf(only);
    List<Measurement> all = new ArrayList<>();
    all.add(new ColdTicks(ground, scale(), Identity.make(ground), rows));
    for (Row row : rows) {
      switch (row) {
        case ONE_RUN, AT_ONCE -> all.add(new Crowd(ground, scale(), row));
        case START, IDLE -> all.add(new Starts(ground, scale(), row));
        case PROCESSOR -> all.add(new ProcessorTime(ground, scale()));
        case BACKUP -> all.add(new LostHome(ground, scale()));
        case SCALE -> all.add(new Machines(ground, scale()));
        default -> {}
      }
    }
    return all;
  }

  private Scale scale() {
    return quick ? Scale.quick() : Scale.full(openings, Duration.ofSeconds(lead));
  }

  private void write(Page page) throws IOException {
    String name = quick || !only.isEmpty() ? "target/benchmarks.md" : "docs/benchmarks.md";
    Path file = checkout().resolve(name);
    Files.writeString(file, page + writtenByHand(file));
    System.err.println("bench: wrote " + name);
  }

  /** The end of the page that is there, which other programs measured. */
  private static String writtenByHand(Path file) throws IOException {
    String before = Files.exists(file) ? Files.readString(file) : "";
    int from = before.indexOf(BY_HAND);
    return from < 0 ? "" : before.substring(from);
  }

  /** As it was typed, so that the page says how to get it again. */
  private String command() {
    List<String> arguments = spec.commandLine().getParseResult().originalArgs();
    return String.join(" ", List.of("scripts/bench", String.join(" ", arguments))).strip();
  }

  private static void warnIfBusy() {
    if (Machine.isBusy()) {
      System.err.printf(
          "bench: the machine is busy (load %s for each core): the figures will say so%n",
          Machine.load());
    }
  }

  /** The script starts this in the checkout. */
  private static Path checkout() {
    return Path.of("").toAbsolutePath();
  }
}
