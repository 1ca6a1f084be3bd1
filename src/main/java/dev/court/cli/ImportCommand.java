package dev.court.cli;

import dev.court.operation.ImportFiles;
import dev.court.operation.Operations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "import",
    description = "Take in schedules and tokens from JSON files. Doing it again changes nothing.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      ExitCodes.HELP_DONE,
      "2:A file or an entry makes no sense; the other entries went in",
      ExitCodes.HELP_SETUP
    })
final class ImportCommand implements Callable<Integer> {
  @ParentCommand CourtCommand court;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "A list of schedules, or an object with a refresh_token.")
  List<Path> files;

  @Override
  public Integer call() {
    Operations operations = court.operations();
    List<ImportFiles.Line> lines = new ArrayList<>();
    files.forEach(file -> lines.addAll(operations.importFiles().take(file)));
    lines.forEach(this::print);
    boolean bad = lines.stream().anyMatch(line -> line.fate() == ImportFiles.Fate.BAD);
    return bad ? ExitCodes.USAGE : ExitCodes.DONE;
  }

  private void print(ImportFiles.Line line) {
    if (line.fate() == ImportFiles.Fate.BAD) {
      court.console().err().printf("court: %s: %s%n", line.place(), line.what());
    } else if (!court.global().quiet) {
      String fate = line.fate().name().toLowerCase(Locale.ROOT);
      court.out().printf("%-9s %s: %s%n", fate, line.place(), line.what());
    }
  }
}
