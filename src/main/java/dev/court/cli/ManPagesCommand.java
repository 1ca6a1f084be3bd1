package dev.court.cli;

import dev.court.booking.SetupProblem;
import dev.court.files.FileTrouble;
import dev.court.manual.ManPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes the manual. The build runs it with the jar that it has just made. */
@Command(name = "man-pages", hidden = true, description = "Used by the build.")
public final class ManPagesCommand implements Callable<Integer> {
  @ParentCommand CourtCommand court;
  @Spec CommandSpec spec;

  @Option(names = "--date", required = true)
  OffsetDateTime date;

  @Parameters Path folder;

  @Override
  public Integer call() {
    String version = Version.line();
    write(
        new ManPages(version, date.toLocalDate())
            .of(CommandDocExtractor.sheet(spec.root().commandLine())));
    return ExitCodes.DONE;
  }

  private void write(Map<String, String> pages) {
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, String> page : pages.entrySet()) {
        Files.writeString(folder.resolve(page.getKey()), page.getValue());
      }
    } catch (IOException e) {
      throw new SetupProblem("cannot write to %s: %s".formatted(folder, FileTrouble.reason(e)), e);
    }
  }
}
