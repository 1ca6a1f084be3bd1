package dev.court.cli;

import dev.court.terminal.Format;
import picocli.CommandLine.Option;

/** The option of every command that prints data. */
final class FormatOption {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "How to print: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  Format format;
}
