package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import dev.court.transfer.EventDefaults;
import dev.court.transfer.ImportFiles;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "import",
    description = "Take in schedules, calendars and tokens. Doing it again changes nothing.")
public final class ImportCommand implements Callable<Integer> {
  private final Function<EventDefaults, ImportFiles> importFiles;

  @ParentCommand CourtCommand court;

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
              + " such as 1,2 (default: all).")
  String courts;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      description =
          "For events: how long to book, whatever they say (default: as long as they last).")
  String duration;

  public ImportCommand(Function<EventDefaults, ImportFiles> importFiles) {
    this.importFiles = importFiles;
  }

  @Override
  public Integer call() {
    ImportFiles imported = importFiles.apply(new EventDefaults(courts, duration));
    boolean bad = false;
    for (String file : files) {
      // Each file is reported before the next one is read, because the next one may fail.
      for (ImportFiles.ImportResult line : take(imported, file)) {
        print(line);
        bad |= line.status() == ImportFiles.ImportStatus.BAD;
      }
    }
    return bad ? ExitCodes.USAGE : ExitCodes.DONE;
  }

  private List<ImportFiles.ImportResult> take(ImportFiles imported, String file) {
    return file.equals("-")
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

  private void print(ImportFiles.ImportResult line) {
    if (line.status() == ImportFiles.ImportStatus.BAD) {
      court
          .console()
          .err()
          .println("court: " + MessageLine.of("%s: %s".formatted(line.place(), line.what())));
    } else if (!court.global().quiet) {
      String status = line.status().name().toLowerCase(Locale.ROOT);
      court.out().printf("%-9s %s: %s%n", status, line.place(), line.what());
    }
  }
}
