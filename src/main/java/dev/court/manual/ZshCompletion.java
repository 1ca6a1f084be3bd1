package dev.court.manual;

import dev.court.text.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The completion script for zsh: a function for each command, which calls {@code _arguments}. */
final class ZshCompletion {
  private final CommandDoc court;
  private final StringBuilder functions = new StringBuilder();

  ZshCompletion(CommandDoc court) {
    this.court = court;
  }

  String script() {
    court.all().forEach(this::function);
    return Template.of("court.zsh")
        .with("common", specs(court.commonOptions()))
        .with("functions", functions.toString())
        .text();
  }

  private void function(CommandDoc command) {
    functions.append("%s() {\n".formatted(function(command.words())));
    functions.append(command.commands().isEmpty() ? leaf(command) : node(command));
    functions.append("}\n\n");
  }

  private static String leaf(CommandDoc command) {
    return "  _arguments -s -S $_court_common \\\n"
        + specs(command.ownOptions()).replace("\n", " \\\n")
        + arguments(command).stream().map("    %s \\\n"::formatted).collect(Collectors.joining())
        + "    && return\n";
  }

  private static String node(CommandDoc command) {
    String commands =
        command.commands().stream()
            .map(below -> "    %s\n".formatted(ShellWord.quoted(described(below))))
            .collect(Collectors.joining());
    String cases =
        command.commands().stream()
            .map(below -> "    %s) %s ;;\n".formatted(below.name(), function(below.words())))
            .collect(Collectors.joining());
    return "  local curcontext=$curcontext state line\n"
        + "  local -a commands=(\n%s  )\n".formatted(commands)
        + "  _arguments -C -s -S $_court_common \\\n"
        + specs(command.ownOptions()).replace("\n", " \\\n")
        + "    '1:command:->command' '*::argument:->argument' && return\n"
        + "  if [[ $state == command ]]; then\n    _describe command commands\n    return\n  fi\n"
        + "  case $line[1] in\n%s  esac\n".formatted(cases);
  }

  private static String described(CommandDoc command) {
    return command.name() + ":" + command.summary().replace(":", "\\:");
  }

  private static List<String> arguments(CommandDoc command) {
    List<String> specs = new ArrayList<>();
    for (ArgumentDoc argument : command.arguments()) {
      String place = argument.isRepeated() ? "*" : Integer.toString(specs.size() + 1);
      specs.add(
          ShellWord.quoted(
              "%s:%s:%s".formatted(place, escaped(argument.label()), action(argument.values()))));
    }
    return specs;
  }

  private static String specs(List<OptionDoc> options) {
    return options.stream()
        .flatMap(option -> option.names().stream().map(name -> spec(option, name)))
        .map(spec -> "    %s\n".formatted(ShellWord.quoted(spec)))
        .collect(Collectors.joining());
  }

  private static String spec(OptionDoc option, String name) {
    String others = option.names().size() > 1 ? "(" + String.join(" ", option.names()) + ")" : "";
    String valued = name.startsWith("--") ? "=" : "+";
    return others
        + name
        + option.label().map(label -> valued).orElse("")
        + "["
        + escaped(option.summary())
        + "]"
        + option
            .label()
            .map(label -> ":%s:%s".formatted(escaped(label), action(option.values())))
            .orElse("");
  }

  private static String action(Values values) {
    if (values instanceof Values.Files) {
      return "_files";
    }
    if (values instanceof Values.Folders) {
      return "_files -/";
    }
    if (values instanceof Values.Choices words) {
      String all = String.join(" ", words.words());
      return words.isList() ? "_values -s , value " + all : "(" + all + ")";
    }
    return values instanceof Values.Live live
        ? " _court_ask " + live.topic() + (live.isList() ? " list" : "")
        : " ";
  }

  private static String function(List<String> words) {
    return "_court_command" + String.join("_", words).replace('-', '_').substring("court".length());
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("[", "\\[")
        .replace("]", "\\]")
        .replace(":", "\\:")
        .replace("`", "'")
        .replace("$", "\\$");
  }
}
