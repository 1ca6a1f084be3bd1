package dev.court.manual;

import dev.court.text.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The completion script for fish: one {@code complete} line for each option, command and argument.
 */
final class FishCompletion {
  private final CommandDoc court;
  private final List<String> lines = new ArrayList<>();

  FishCompletion(CommandDoc court) {
    this.court = court;
  }

  String script() {
    court.commonOptions().forEach(option -> line(Optional.empty(), option));
    court.all().forEach(this::lines);
    return Template.of("court.fish")
        .with("paths", set("paths", court.all().map(CommandDoc::path).toList()))
        .with("valued", set("valued", valued()))
        .with("lines", String.join("", lines))
        .text();
  }

  private void lines(CommandDoc command) {
    String path = command.path();
    command.commands().forEach(below -> line(at(path, "0"), below));
    command.ownOptions().forEach(option -> line(Optional.of(at(path, "")), option));
    for (int i = 0; i < command.arguments().size(); i++) {
      ArgumentDoc argument = command.arguments().get(i);
      line(at(path, argument.isRepeated() ? "" : Integer.toString(i)), argument);
    }
  }

  private void line(String where, CommandDoc below) {
    lines.add(
        "complete -c court -n %s -f -a %s -d %s\n"
            .formatted(where, below.name(), ShellWord.fish(below.summary())));
  }

  private void line(String where, ArgumentDoc argument) {
    String offer = offer(argument.values());
    if (!offer.isEmpty()) {
      lines.add("complete -c court -n %s%s\n".formatted(where, offer));
    }
  }

  private void line(Optional<String> where, OptionDoc option) {
    String names =
        option.names().stream()
            .map(
                name ->
                    name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.charAt(1))
            .collect(Collectors.joining());
    String value =
        option.label().isPresent()
            ? " -r" + (option.values() instanceof Values.Free ? " -f" : offer(option.values()))
            : "";
    lines.add(
        "complete -c court%s%s%s -d %s\n"
            .formatted(
                where.map(" -n "::concat).orElse(""),
                names,
                value,
                ShellWord.fish(option.summary())));
  }

  private static String at(String path, String count) {
    return ShellWord.fish("__court_at %s %s".formatted(ShellWord.fish(path), count).strip());
  }

  private static String offer(Values values) {
    if (values instanceof Values.Files) {
      return " -F";
    }
    if (values instanceof Values.Folders) {
      return " -f -a '(__fish_complete_directories)'";
    }
    if (values instanceof Values.Choices words) {
      String all = String.join(" ", words.words());
      return " -f -a "
          + (words.isList() ? "'(__court_list %s)'".formatted(all) : ShellWord.fish(all));
    }
    return values instanceof Values.Live live
        ? " -f -a '(%s%s)'"
            .formatted(
                live.isList() ? "__court_list (__court_ask " : "__court_ask ",
                live.topic() + (live.isList() ? ")" : ""))
        : "";
  }

  private List<String> valued() {
    return court
        .all()
        .flatMap(command -> command.options().stream())
        .filter(option -> option.label().isPresent())
        .flatMap(option -> option.names().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static String set(String name, List<String> words) {
    return "    set -l %s %s\n"
        .formatted(name, words.stream().map(ShellWord::fish).collect(Collectors.joining(" ")));
  }
}
