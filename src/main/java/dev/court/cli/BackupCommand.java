package dev.court.cli;

import dev.court.backup.AcceptDatabase;
import dev.court.booking.InvalidRequest;
import dev.court.terminal.Prompt;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "backup",
    description = "Go on after the database was damaged.",
    synopsisSubcommandLabel = "COMMAND")
public final class BackupCommand implements Callable<Integer> {
  private final Supplier<AcceptDatabase> accept;

  @ParentCommand CourtCommand court;
  @Spec CommandSpec spec;

  public BackupCommand(Supplier<AcceptDatabase> accept) {
    this.accept = accept;
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "accept?");
  }

  @Command(
      name = "accept",
      description = {
        "Go on with the database as it is, although it has lost something or is an older copy.",
        "Bookings that have opened already are looked up, and not asked for at a second court."
      })
  int accept(
      @Option(
              names = {"-y", "--yes"},
              description = "Do not ask.")
          boolean yes) {
    AcceptDatabase operation = accept.get();
    if (operation.isWell()) {
      court.say("The database has all that was written: nothing to accept.");
      return ExitCodes.DONE;
    }
    confirm(yes, "What the database has lost stays lost. Go on with what is left?");
    sayAccepted(operation.accept());
    return ExitCodes.DONE;
  }

  private void confirm(boolean yes, String question) {
    if (yes) {
      return;
    }
    if (!court.console().isTerminal()) {
      throw new InvalidRequest("nobody can be asked here: add --yes to do it");
    }
    if (!Prompt.agreed(court.console(), question)) {
      throw new InvalidRequest("nothing was changed");
    }
  }

  private void sayAccepted(OptionalInt doubted) {
    if (doubted.isEmpty()) {
      court.say("There is no database any more: the next court add makes one.");
    } else {
      court.say("The database is used as it is: court list shows what is left.");
      sayDoubted(doubted.getAsInt());
    }
    court.say("Before you add what is missing, look at the portal: it may be booked already.");
  }

  private void sayDoubted(int doubted) {
    if (doubted > 0) {
      court.say(
          "Bookings that have opened since, and may be made: %s, see court list --bookings."
              .formatted(doubted));
    }
  }
}
