package dev.court.cli;

import static dev.court.cli.Column.column;

import dev.court.booking.SetupProblem;
import dev.court.operation.Finding;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "doctor",
    description = {
      "Look at everything that a booking needs, and say what would help.",
      "Mends nothing by itself. Takes some ten seconds to compare the clocks."
    },
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {
      ExitCodes.HELP_DONE,
      ExitCodes.HELP_INTERNAL,
      ExitCodes.HELP_USAGE,
      ExitCodes.HELP_SIGN_IN,
      ExitCodes.HELP_TEMPORARY,
      ExitCodes.HELP_SETUP
    })
final class DoctorCommand implements Callable<Integer> {
  @ParentCommand CourtCommand court;
  @Mixin FormatOption output;

  @Option(names = "--offline", description = "Leave out what needs the network.")
  boolean offline;

  /** A finding for programs. */
  record FindingJson(String subject, String verdict, String message) {}

  @Override
  public Integer call() {
    List<Finding> findings = findings();
    new Printer(court.screen(), output.format)
        .print(
            findings,
            new View<>(
                List.of(
                    Column.<Finding>column("RESULT", DoctorCommand::verdict).toned(),
                    column("CHECK", Finding::subject),
                    Column.<Finding>column("FINDING", Finding::message).wrapped(20)),
                FindingJson.class,
                one -> new FindingJson(one.subject(), verdict(one), one.message())));
    return ExitCodes.ofFindings(findings);
  }

  /** Settings that cannot be read are a finding too, and then there is nothing to look at. */
  private List<Finding> findings() {
    try {
      return court.operations().checkup().run(offline);
    } catch (SetupProblem e) {
      return List.of(Finding.trouble("settings", e));
    }
  }

  private static String verdict(Finding finding) {
    return finding.verdict().name().toLowerCase(Locale.ROOT);
  }
}
