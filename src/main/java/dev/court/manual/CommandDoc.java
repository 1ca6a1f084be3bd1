package dev.court.manual;

import java.util.List;
import java.util.stream.Stream;

/**
 * One command.
 *
 * @param words the words that call it, such as {@code court}, {@code config}, {@code set}
 * @param synopsis one line, without a break
 * @param description lines of text
 * @param footer lines at the end, such as examples
 * @param commands its subcommands
 */
public record CommandDoc(
    List<String> words,
    String synopsis,
    List<String> description,
    List<OptionDoc> options,
    List<ArgumentDoc> arguments,
    List<ExitCodeDoc> exitCodes,
    List<String> footer,
    List<CommandDoc> commands) {
  public CommandDoc {
    words = List.copyOf(words);
    description = List.copyOf(description);
    options = List.copyOf(options);
    arguments = List.copyOf(arguments);
    exitCodes = List.copyOf(exitCodes);
    footer = List.copyOf(footer);
    commands = List.copyOf(commands);
  }

  /** The last of its words. */
  String name() {
    return words.get(words.size() - 1);
  }

  /** Its words without {@code court}; empty for the program itself. */
  String path() {
    return String.join(" ", words.subList(1, words.size()));
  }

  String summary() {
    return description.isEmpty() ? "" : description.get(0);
  }

  /** The options that only some commands have. */
  List<OptionDoc> ownOptions() {
    return options.stream().filter(option -> !option.isCommon()).toList();
  }

  List<OptionDoc> commonOptions() {
    return options.stream().filter(OptionDoc::isCommon).toList();
  }

  /** This command and all commands below it. */
  Stream<CommandDoc> all() {
    return Stream.concat(Stream.of(this), commands.stream().flatMap(CommandDoc::all));
  }
}
