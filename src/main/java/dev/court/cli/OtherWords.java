package dev.court.cli;

import dev.court.text.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What a person meant by a command or an option that does not exist. */
final class OtherWords {
  /** What other tools call it; the first of the list that exists is offered. */
  private static final Map<String, List<String>> COMMANDS =
      Map.ofEntries(
          Map.entry("status", List.of("list", "auth", "doctor")),
          Map.entry("version", List.of("--version")),
          Map.entry("delete", List.of("remove")),
          Map.entry("del", List.of("remove")),
          Map.entry("cal", List.of("calendar")),
          Map.entry("book", List.of("add")),
          Map.entry("new", List.of("add")),
          Map.entry("create", List.of("add")),
          Map.entry("change", List.of("edit")),
          Map.entry("update", List.of("edit")),
          Map.entry("run", List.of("run-due")),
          Map.entry("refresh", List.of("refresh-token")),
          Map.entry("log", List.of("history")),
          Map.entry("signin", List.of("login")),
          Map.entry("signout", List.of("logout")),
          Map.entry("whoami", List.of("auth")),
          Map.entry("settings", List.of("config")),
          Map.entry("delete-all", List.of("remove")));

  private static final Map<String, List<String>> OPTIONS =
      Map.ofEntries(
          Map.entry("--json", List.of("-o json")),
          Map.entry("--ndjson", List.of("-o ndjson")),
          Map.entry("--csv", List.of("-o csv")),
          Map.entry("--format", List.of("-o")),
          Map.entry("--limit", List.of("-n", "--since", "--from")),
          Map.entry("--count", List.of("-n", "--limit")),
          Map.entry("--force", List.of("--yes")),
          Map.entry("-f", List.of("--yes")),
          Map.entry("--day", List.of("--on", "--from")),
          Map.entry("--days", List.of("--on")),
          Map.entry("--date", List.of("--at", "--from")),
          Map.entry("--start", List.of("--at", "--from")),
          Map.entry("--when", List.of("--at")),
          Map.entry("--length", List.of("--duration")),
          Map.entry("--repeat", List.of("--every", "--rrule")),
          Map.entry("--non-interactive", List.of("--no-input")),
          Map.entry("--batch", List.of("--no-input")));

  /** Less of a name says too little. */
  private static final Pattern BEGINNING = Pattern.compile("(--)?..+");

  private OtherWords() {}

  /**
   * To stand behind "no command 'x'".
   *
   * @param otherwise what to say where nothing is near
   */
  static String ofCommand(String typed, CommandSpec above, String otherwise) {
    List<String> names =
        above.subcommands().entrySet().stream()
            .filter(below -> !below.getValue().getCommandSpec().usageMessage().hidden())
            .map(Map.Entry::getKey)
            .toList();
    List<String> all = new ArrayList<>(names);
    all.addAll(above.optionsMap().keySet());
    return asked(
        Spelling.closest(typed, names).map(List::of).orElseGet(() -> offered(COMMANDS, typed, all)),
        typed,
        names,
        otherwise);
  }

  /** To stand behind "unknown option: '--x'"; empty where nothing is near. */
  static String ofOption(String typed, CommandSpec command) {
    List<String> names =
        command.options().stream()
            .filter(option -> !option.hidden())
            .map(OptionSpec::longestName)
            .toList();
    List<String> known = OPTIONS.getOrDefault(typed, List.of());
    List<String> there =
        known.stream()
            .filter(name -> command.optionsMap().containsKey(name.split(" ", 2)[0]))
            .limit(1)
            .toList();
    return asked(
        there.isEmpty() ? Spelling.closest(typed, names).stream().toList() : there,
        typed,
        names,
        "");
  }

  private static List<String> offered(
      Map<String, List<String>> words, String typed, List<String> names) {
    return words.getOrDefault(typed, List.of()).stream().filter(names::contains).toList();
  }

  private static String asked(
      List<String> found, String typed, List<String> names, String otherwise) {
    Optional<String> meant =
        found.isEmpty() ? beginningWith(typed, names) : Optional.of(said(found));
    return meant.map(", did you mean %s?"::formatted).orElse(otherwise);
  }

  private static String said(List<String> found) {
    int last = found.size() - 1;
    return last == 0
        ? found.get(0)
        : String.join(", ", found.subList(0, last)) + " or " + found.get(last);
  }

  private static Optional<String> beginningWith(String typed, List<String> names) {
    return names.stream()
        .filter(name -> BEGINNING.matcher(typed).matches() && name.startsWith(typed))
        .findFirst();
  }
}
