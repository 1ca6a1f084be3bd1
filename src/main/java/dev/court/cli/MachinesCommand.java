package dev.court.cli;

import static dev.court.terminal.Column.column;

import dev.court.booking.Machine;
import dev.court.terminal.Column;
import dev.court.terminal.Printer;
import dev.court.terminal.View;
import dev.court.text.DurationInWords;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "machines",
    description = {
      "Show the machines that share the database.",
      "Each that ran court within a day, what it runs, and when it was last seen."
    })
public final class MachinesCommand implements Callable<Integer> {
  private final Supplier<Optional<List<Machine>>> machines;

  @ParentCommand CourtCommand court;
  @Mixin FormatOption output;

  public MachinesCommand(Supplier<Optional<List<Machine>>> machines) {
    this.machines = machines;
  }

  @Override
  public Integer call() {
    Optional<List<Machine>> seen = machines.get();
    if (seen.isEmpty()) {
      court.say(
          "The database is a file, which only this machine uses: court doctor says when it ran"
              + " last");
    }
    new Printer(court.screen(), output.format).print(seen.orElse(List.of()), view());
    return ExitCodes.DONE;
  }

  private View<Machine, MachineJson> view() {
    Phrases phrases = new Phrases(court.venue());
    return new View<>(
        List.of(
            column("MACHINE", Machine::name),
            column("RUNS", Machine::kind),
            column("VERSION", Machine::version),
            Column.<Machine>column("SINCE", one -> phrases.time(one.startedAt())).spared(2),
            column("SEEN", this::seen),
            Column.<Machine>column("CLOCK", MachinesCommand::clock).spared(1),
            Column.<Machine>column("KEYS", MachinesCommand::keys).spared(4),
            Column.<Machine>column("HOME", Machine::home).wrapped(16).spared(3)),
        MachineJson.class,
        one -> MachineJson.of(one, court.venue().zone()));
  }

  private String seen(Machine one) {
    return DurationInWords.since(one.seenAt(), court.clock().instant()) + " ago";
  }

  /** The numbers that messages name when a key does not fit. */
  private static String keys(Machine one) {
    return one.keys().stream().sorted().collect(Collectors.joining(" "));
  }

  private static String clock(Machine one) {
    long ahead = one.clockAhead().toMillis();
    return "%s ms %s".formatted(Math.abs(ahead), ahead < 0 ? "behind" : "ahead");
  }
}
