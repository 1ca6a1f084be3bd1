package dev.court.cli;

import dev.court.terminal.Cells;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The order of {@code court --help}: what a person needs each day is seen first. */
final class CommandGroups {
  private static final Map<String, List<String>> GROUPS = groups();
  private static final String OTHERS = "Others";

  private CommandGroups() {}

  private static Map<String, List<String>> groups() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    groups.put("Each day", List.of("add", "list", "next", "calendar", "remove"));
    groups.put(
        "Change",
        List.of("preview", "edit", "skip", "away", "pause", "resume", "retry", "resolve"));
    groups.put("What happened", List.of("show", "history", "reservations", "cancel"));
    groups.put("Account", List.of("login", "logout", "auth", "refresh-token", "accounts", "key"));
    groups.put("Run", List.of("run-due", "worker", "machines", "notify"));
    groups.put(
        "Set up",
        List.of(
            "init",
            "config",
            "install",
            "doctor",
            "backup",
            "import",
            "export",
            "completion",
            "sandbox",
            "demo",
            "help"));
    return groups;
  }

  /** Lets the help of the line show its commands in groups, and before the options. */
  static void arrange(CommandLine line) {
    line.getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, CommandGroups::rendered);
    line.getHelpSectionMap().remove(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING);
    List<String> order = new ArrayList<>(line.getHelpSectionKeys());
    order.remove(UsageMessageSpec.SECTION_KEY_COMMAND_LIST);
    order.add(
        order.indexOf(UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING),
        UsageMessageSpec.SECTION_KEY_COMMAND_LIST);
    // Of this command alone: the line would set the order of all below it too.
    line.getCommandSpec().usageMessage().sectionKeys(order);
    line.getCommandSpec().usageMessage().optionListHeading("%nOptions of all commands:%n");
  }

  /** The commands that no group names stand last. */
  private static String rendered(Help help) {
    Map<String, Help> left = new LinkedHashMap<>();
    help.subcommands().values().forEach(one -> left.put(one.commandSpec().name(), one));
    int widest = left.values().stream().mapToInt(one -> Cells.width(name(one))).max().orElse(0);
    StringBuilder all = new StringBuilder();
    GROUPS.forEach(
        (title, names) -> {
          List<Help> group = new ArrayList<>();
          names.stream().filter(left::containsKey).map(left::remove).forEach(group::add);
          append(all, help, title, group, widest);
        });
    append(all, help, OTHERS, List.copyOf(left.values()), widest);
    return all.toString();
  }

  private static void append(
      StringBuilder all, Help help, String title, List<Help> group, int widest) {
    if (group.isEmpty()) {
      return;
    }
    int width = help.commandSpec().usageMessage().width();
    int first = widest + 4;
    TextTable table =
        TextTable.forColumns(
            help.colorScheme(),
            new Column(first, 2, Overflow.SPAN),
            new Column(width - first, 2, Overflow.WRAP));
    for (Help one : group) {
      table.addRowValues(one.commandNamesText(", "), help.colorScheme().text(summary(one)));
    }
    all.append(System.lineSeparator())
        .append(title)
        .append(':')
        .append(System.lineSeparator())
        .append(table);
  }

  private static String summary(Help help) {
    String[] lines = help.commandSpec().usageMessage().description();
    return lines.length == 0 ? "" : lines[0];
  }

  private static String name(Help help) {
    return help.commandNamesText(", ").plainString();
  }
}
