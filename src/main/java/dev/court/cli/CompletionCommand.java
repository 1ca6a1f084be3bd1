package dev.court.cli;

import dev.court.manual.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "completion",
    description = {
      "Print the script that makes a shell complete what is typed.",
      "Ids of schedules and numbers of courts are looked up when the tab key is pressed."
    },
    footer = {
      "",
      "In ~/.bashrc, ~/.zshrc below compinit, or ~/.config/fish/config.fish:",
      "  source <(court completion bash)",
      "  source <(court completion zsh)",
      "  court completion fish | source"
    })
public final class CompletionCommand implements Callable<Integer> {
  @ParentCommand CourtCommand court;
  @Spec CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
  Shell shell;

  @Override
  public Integer call() {
    court.out().print(shell.completion(CommandDocExtractor.sheet(spec.root().commandLine())));
    return ExitCodes.DONE;
  }
}
