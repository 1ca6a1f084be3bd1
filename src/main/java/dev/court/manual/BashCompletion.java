package dev.court.manual;

import dev.court.text.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The completion script for bash: a table of all commands, which {@code court.bash} looks up. */
final class BashCompletion {
  private final CommandDoc court;
  private final List<String> rows = new ArrayList<>();

  BashCompletion(CommandDoc court) {
    this.court = court;
  }

  String script() {
    row("common", names(court.commonOptions()));
    court.commonOptions().forEach(option -> value("", option));
    court.all().forEach(this::rows);
    return Template.of("court.bash").with("table", String.join("", rows)).text();
  }

  private void rows(CommandDoc command) {
    String path = command.path();
    if (!command.commands().isEmpty()) {
      row(
          "commands:" + path,
          command.commands().stream().map(CommandDoc::name).collect(Collectors.joining(" ")));
      command.commands().forEach(below -> row("command:" + below.path(), "yes"));
    }
    if (!command.ownOptions().isEmpty()) {
      row("options:" + path, names(command.ownOptions()));
    }
    command.ownOptions().forEach(option -> value(path, option));
    for (int i = 0; i < command.arguments().size(); i++) {
      ArgumentDoc argument = command.arguments().get(i);
      row("argument:%s:%s".formatted(path, i), spec(argument.values()));
      if (argument.isRepeated()) {
        row("arguments:" + path, spec(argument.values()));
      }
    }
  }

  private void value(String path, OptionDoc option) {
    if (option.label().isPresent()) {
      option
          .names()
          .forEach(name -> row("value:%s:%s".formatted(path, name), spec(option.values())));
    }
  }

  private void row(String key, String entry) {
    rows.add("    %s) entry=%s ;;\n".formatted(ShellWord.quoted(key), ShellWord.quoted(entry)));
  }

  private static String names(List<OptionDoc> options) {
    return options.stream()
        .flatMap(option -> option.names().stream())
        .collect(Collectors.joining(" "));
  }

  private static String spec(Values values) {
    if (values instanceof Values.Choices words) {
      return (words.isList() ? "list " : "words ") + String.join(" ", words.words());
    }
    if (values instanceof Values.Live live) {
      return (live.isList() ? "live-list " : "live ") + live.topic();
    }
    if (values instanceof Values.Files) {
      return "files";
    }
    return values instanceof Values.Folders ? "folders" : "free";
  }
}
