package dev.court.cli;

import static dev.court.terminal.Column.column;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import dev.court.schedule.ChangedSchedule;
import dev.court.terminal.Column;
import dev.court.terminal.Format;
import dev.court.terminal.Printer;
import dev.court.terminal.View;
import dev.court.transfer.EventDefaults;
import dev.court.transfer.ImportFiles;
import dev.court.transfer.ImportOptions;
import dev.court.transfer.ImportResult;
import dev.court.transfer.ImportResult.ImportStatus;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "import",
    description = {
      "Take in schedules, calendars and tokens. Doing it again changes nothing.",
      "What differs from a schedule that is there is shown, and taken with --update."
    })
public final class ImportCommand implements Callable<Integer> {
  private static final View<ImportResult, ImportedJson> VIEW =
      new View<>(
          List.of(
              Column.<ImportResult>column("RESULT", ImportCommand::status).styled(),
              column("PLACE", ImportResult::place),
              Column.<ImportResult>column("WHAT", ImportResult::what).wrapped(20)),
          ImportedJson.class,
          one ->
              new ImportedJson(
                  one.place(), status(one), one.what(), one.scheduleId(), one.differences()));

  private final Function<ImportOptions, ImportFiles> importFiles;

  @ParentCommand CourtCommand court;
  @Mixin FormatOption output;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "A list of schedules (JSON), a calendar (ics), or an object with a refresh_token; - reads"
              + " standard input.")
  List<String> files;

  @Option(
      names = "--court",
      paramLabel = "COURTS",
      description =
          "For events that name no court in their place or title: the courts to try, best first,"
              + " such as 1,2 (default: the account's, or all).")
  String courts;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      description =
          "For events: how long to book, whatever they say (default: as long as they last).")
  String duration;

  @Option(
      names = "--update",
      description =
          "Change schedules to what the file says of them, as court edit does (default: show what"
              + " differs).")
  boolean update;

  /**
   * The result of one entry for programs.
   *
   * @param scheduleId null when it is about no schedule
   * @param changes what the file says otherwise; empty unless it is changed or updated
   */
  record ImportedJson(
      String place,
      String status,
      String what,
      Long scheduleId,
      List<ImportResult.Difference> changes) {}

  public ImportCommand(Function<ImportOptions, ImportFiles> importFiles) {
    this.importFiles = importFiles;
  }

  @Override
  public Integer call() {
    ImportFiles imported =
        importFiles.apply(new ImportOptions(new EventDefaults(courts, duration), update));
    List<ImportResult> all = new ArrayList<>();
    try {
      for (String file : files) {
        // Each file is reported before the next one is read, because the next one may fail.
        List<ImportResult> results = take(imported, file);
        results.forEach(this::print);
        all.addAll(results);
      }
    } finally {
      if (output.format != Format.table) {
        new Printer(court.screen(), output.format).print(all, VIEW);
      }
    }
    long notTaken = count(all, ImportStatus.CHANGED);
    if (notTaken > 0) {
      court.console().err().printf("court: %s changed, not taken: %s%n", notTaken, remedy());
    }
    return notTaken + count(all, ImportStatus.BAD) > 0 ? ExitCodes.USAGE : ExitCodes.DONE;
  }

  private String remedy() {
    return update ? "the lines above say what helps" : "--update takes what differs";
  }

  private static long count(List<ImportResult> all, ImportStatus status) {
    return all.stream().filter(one -> one.status() == status).count();
  }

  private List<ImportResult> take(ImportFiles imported, String file) {
    // To open /dev/stdin once more would wait for ever where the writer of a pipe has gone already.
    return file.equals("-") || file.equals("/dev/stdin")
        ? imported.take("standard input", court.console().in())
        : imported.take(path(file));
  }

  private static Path path(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new InvalidRequest("%s is no name of a file".formatted(Quote.of(file)), e);
    }
  }

  private void print(ImportResult line) {
    if (line.status() == ImportStatus.BAD) {
      court
          .console()
          .err()
          .println("court: " + MessageLine.of("%s: %s".formatted(line.place(), line.what())));
    } else if (!court.isQuiet() && output.format == Format.table) {
      court.out().printf("%-9s %s: %s%n", status(line), line.place(), line.what());
    }
    new OverlapNotes(court, new Phrases(court.venue())).print(line.overlaps(), List.of());
    line.change().ifPresent(this::printNotes);
  }

  private void printNotes(ChangedSchedule changed) {
    new ChangeReport(court).printNotes(changed);
  }

  private static String status(ImportResult line) {
    return line.status().name().toLowerCase(Locale.ROOT);
  }
}
