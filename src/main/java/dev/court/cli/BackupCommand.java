package dev.court.cli;

import static dev.court.terminal.Column.column;

import dev.court.backup.AcceptDatabase;
import dev.court.backup.Backup;
import dev.court.backup.BackupFolder;
import dev.court.backup.RestoreBackup;
import dev.court.booking.InvalidRequest;
import dev.court.terminal.Format;
import dev.court.terminal.Printer;
import dev.court.terminal.View;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "backup",
    description = {
      "Go back to the database of an earlier day, or go on with one that is damaged.",
      "run-due makes a backup a day, in the folder 'backups' of the home, and keeps those of a"
          + " week."
    },
    synopsisSubcommandLabel = "COMMAND")
public final class BackupCommand implements Callable<Integer> {
  private static final int KILO = 1024;

  private static final View<Backup, BackupJson> BACKUPS =
      new View<>(
          List.of(
              column("NAME", Backup::name),
              column("KIB", one -> String.valueOf((one.bytes() + KILO - 1) / KILO))),
          BackupJson.class,
          one -> new BackupJson(one.name(), one.made().toString(), one.bytes()));

  private final Supplier<BackupFolder> folder;
  private final Supplier<RestoreBackup> restore;
  private final Supplier<AcceptDatabase> accept;

  @ParentCommand CourtCommand court;
  @Spec CommandSpec spec;

  /** A backup for programs. */
  record BackupJson(String name, String made, long bytes) {}

  public BackupCommand(
      Supplier<BackupFolder> folder,
      Supplier<RestoreBackup> restore,
      Supplier<AcceptDatabase> accept) {
    this.folder = folder;
    this.restore = restore;
    this.accept = accept;
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "list, restore or accept?");
  }

  @Command(name = "list", description = "Show the backups, the newest first.")
  int list(@Mixin FormatOption form) {
    List<Backup> all = folder.get().all();
    if (all.isEmpty() && form.format == Format.table) {
      court.say(
          restore.get().isPossible()
              ? "There is no backup yet: run-due makes one a day."
              : "The database is on a server, which has its own backups.");
    }
    new Printer(court.screen(), form.format).print(all, BACKUPS);
    return ExitCodes.DONE;
  }

  @Command(
      name = "restore",
      description = {
        "Put a backup in the place of the database, which is kept under another name.",
        "Bookings that have opened already are looked up, and not asked for at a second court."
      })
  int restore(
      @Parameters(
              arity = "0..1",
              paramLabel = "NAME",
              description = "Which one, as court backup list shows it (default: the newest).")
          String name,
      @Option(
              names = {"-y", "--yes"},
              description = "Do not ask.")
          boolean yes) {
    RestoreBackup operation = restore.get();
    Backup backup = operation.find(name);
    confirm(yes, "What was changed after %s is lost. Restore it?".formatted(backup.name()));
    RestoreBackup.Restored restored = operation.restore(backup);
    court.say(
        "Restored %s; what was there before is now %s."
            .formatted(restored.backup().name(), restored.aside()));
    sayDoubted(restored.doubted());
    sayMissing();
    return ExitCodes.DONE;
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
    court.questions("nothing was changed").confirm(question);
  }

  private void sayAccepted(OptionalInt doubted) {
    if (doubted.isEmpty()) {
      court.say("There is no database any more: the next court add makes one.");
    } else {
      court.say("The database is used as it is: court list shows what is left.");
      sayDoubted(doubted.getAsInt());
    }
    sayMissing();
  }

  private void sayMissing() {
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
