package dev.court.cli;

import static dev.court.terminal.Column.column;

import dev.court.doctor.Doctor;
import dev.court.doctor.Finding;
import dev.court.doctor.Finding.Verdict;
import dev.court.terminal.Column;
import dev.court.terminal.Format;
import dev.court.terminal.Printer;
import dev.court.terminal.View;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "doctor",
    description = {
      "Look at everything that a booking needs, and say what would help.",
      "Looks at all accounts, or those that --account names; of many, at those in trouble.",
      "Changes nothing. Takes some ten seconds to compare the clocks.",
      "With -q, what is well is left out. Warnings alone leave the exit code at 0."
    })
public final class DoctorCommand implements Callable<Integer> {
  private static final View<Finding, FindingJson> VIEW =
      new View<>(
          List.of(
              Column.<Finding>column("RESULT", DoctorCommand::verdict).styled(),
              column("CHECK", Finding::subject),
              Column.<Finding>column("FINDING", Finding::message).wrapped(20)),
          FindingJson.class,
          one ->
              new FindingJson(
                  one.subject(), verdict(one), one.message(), one.account().orElse(null)));

  private final Supplier<Doctor> doctor;

  @ParentCommand CourtCommand court;
  @Mixin FormatOption output;

  @Option(names = "--offline", description = "Leave out what needs the network.")
  boolean offline;

  /**
   * A finding for programs.
   *
   * @param account whose it is; null for what all accounts have in common
   */
  record FindingJson(String subject, String verdict, String message, String account) {}

  public DoctorCommand(Supplier<Doctor> doctor) {
    this.doctor = doctor;
  }

  @Override
  public Integer call() {
    if (!offline && court.console().isTerminal()) {
      court.say("looking at everything, and for some ten seconds at the server's clock...");
    }
    List<Finding> findings = doctor.get().run(offline);
    List<Finding> wanted = findings.stream().filter(this::isWanted).toList();
    new Printer(court.screen(), output.format)
        .print(
            output.format == Format.table ? new FindingLines(findings).of(wanted) : wanted, VIEW);
    if (court.global().debug) {
      findings.forEach(one -> one.cause().ifPresent(e -> e.printStackTrace(court.console().err())));
    }
    return ExitCodes.ofFindings(findings);
  }

  private boolean isWanted(Finding finding) {
    return !court.isQuiet()
        || finding.verdict() == Verdict.WARNING
        || finding.verdict() == Verdict.TROUBLE;
  }

  private static String verdict(Finding finding) {
    return finding.verdict().name().toLowerCase(Locale.ROOT);
  }
}
