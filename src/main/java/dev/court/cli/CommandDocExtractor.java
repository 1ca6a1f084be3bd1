package dev.court.cli;

import dev.court.manual.ArgumentDoc;
import dev.court.manual.CommandDoc;
import dev.court.manual.ExitCodeDoc;
import dev.court.manual.OptionDoc;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ScopeType;

/** Writes down what picocli knows of the commands, without those that are hidden. */
final class CommandDocExtractor {
  private CommandDocExtractor() {}

  static CommandDoc sheet(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    return new CommandDoc(
        List.of(spec.qualifiedName().split(" ")),
        synopsis(command),
        lines(spec.usageMessage().description()),
        spec.options().stream()
            .filter(option -> !option.hidden())
            .map(option -> option(spec, option))
            .toList(),
        spec.positionalParameters().stream()
            .filter(argument -> !argument.hidden())
            .map(argument -> argument(spec, argument))
            .toList(),
        spec.usageMessage().exitCodeList().entrySet().stream()
            .map(code -> new ExitCodeDoc(code.getKey(), code.getValue()))
            .toList(),
        lines(spec.usageMessage().footer()),
        command.getSubcommands().values().stream()
            .filter(below -> !below.getCommandSpec().usageMessage().hidden())
            .distinct()
            .map(CommandDocExtractor::sheet)
            .toList());
  }

  private static String synopsis(CommandLine command) {
    Help help = new Help(command.getCommandSpec(), Help.defaultColorScheme(Help.Ansi.OFF));
    return help.synopsis(0).strip().replaceAll("\\s+", " ");
  }

  private static OptionDoc option(CommandSpec spec, OptionSpec option) {
    return new OptionDoc(
        Arrays.stream(option.names()).sorted(Comparator.comparing(String::length)).toList(),
        option.arity().max() == 0 ? Optional.empty() : Optional.of(option.paramLabel()),
        ArgumentValues.argument(spec, option),
        lines(option.description()),
        option.inherited() || option.scopeType() == ScopeType.INHERIT);
  }

  private static ArgumentDoc argument(CommandSpec spec, PositionalParamSpec argument) {
    return new ArgumentDoc(
        argument.paramLabel(),
        argument.arity().max() > 1,
        ArgumentValues.argument(spec, argument),
        lines(argument.description()));
  }

  /** Descriptions are formats, in which a percent sign stands twice. */
  private static List<String> lines(String... texts) {
    return Arrays.stream(texts).map(text -> text.replace("%%", "%")).toList();
  }
}
