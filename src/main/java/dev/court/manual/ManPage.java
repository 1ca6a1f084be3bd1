package dev.court.manual;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The man page of one command. */
final class ManPage {
  private final ManPages pages;
  private final CommandDoc court;
  private final CommandDoc command;
  private final Roff roff = new Roff();

  ManPage(ManPages pages, CommandDoc court, CommandDoc command) {
    this.pages = pages;
    this.court = court;
    this.command = command;
  }

  String text() {
    String name = ManPages.name(command);
    roff.request(
        ".TH \"%s\" 1 %s \"%s\" \"court manual\""
            .formatted(
                name.toUpperCase(Locale.ROOT),
                DateTimeFormatter.ISO_LOCAL_DATE.format(pages.day()),
                pages.version()));
    // options are not hyphenated, and lines are not justified with blanks
    roff.request(".nh").request(".ad l");
    roff.section("NAME").request(name + " \\- " + lowered(command.summary()));
    synopsis();
    roff.section("DESCRIPTION");
    command.description().forEach(roff::line);
    commands();
    arguments();
    options("OPTIONS", command.ownOptions());
    commonOptions();
    footer();
    exitCodes();
    if (isTop()) {
      roff.request(Template.of("surroundings.roff").text().strip());
    }
    seeAlso();
    return roff.text();
  }

  private boolean isTop() {
    return command.words().size() == 1;
  }

  private void synopsis() {
    String words = String.join(" ", command.words());
    roff.section("SYNOPSIS").request(".HP 4");
    roff.request(Roff.bold(words)).line(command.synopsis().substring(words.length()).strip());
  }

  private void commands() {
    if (!command.commands().isEmpty()) {
      roff.section("COMMANDS");
      command
          .commands()
          .forEach(
              below ->
                  roff.entry(
                      "\\fB%s\\fR(1)".formatted(ManPages.name(below).replace("-", "\\-")),
                      List.of(below.summary())));
    }
  }

  private void arguments() {
    if (!command.arguments().isEmpty()) {
      roff.section("ARGUMENTS");
      command
          .arguments()
          .forEach(
              one ->
                  roff.entry(
                      Roff.italic(one.label()) + (one.isRepeated() ? " ..." : ""),
                      one.description()));
    }
  }

  private void options(String heading, List<OptionDoc> options) {
    if (!options.isEmpty()) {
      roff.section(heading);
      options.forEach(option -> roff.entry(term(option), option.description()));
    }
  }

  /** Options that every command has: the page of the program explains them, others name them. */
  private void commonOptions() {
    if (isTop()) {
      options("OPTIONS OF EVERY COMMAND", command.commonOptions());
    } else {
      roff.section("\"OPTIONS OF EVERY COMMAND\"")
          .request(
              command.commonOptions().stream()
                  .map(option -> option.names().get(option.names().size() - 1))
                  .map(Roff::bold)
                  .collect(Collectors.joining(", ")))
          .request("are explained in")
          .request(".BR court (1).");
    }
  }

  private static String term(OptionDoc option) {
    String names = option.names().stream().map(Roff::bold).collect(Collectors.joining(", "));
    return names + option.label().map(label -> " " + Roff.italic(label)).orElse("");
  }

  private void exitCodes() {
    Map<String, String> codes = new TreeMap<>();
    Stream<CommandDoc> whose = isTop() ? court.all() : Stream.of(command);
    whose
        .flatMap(one -> one.exitCodes().stream())
        .forEach(code -> codes.putIfAbsent(code.code(), code.meaning()));
    roff.section("\"EXIT STATUS\"");
    codes.forEach((code, meaning) -> roff.entry(Roff.bold(code), List.of(meaning + ".")));
  }

  /** Indented lines are examples; the others introduce them. */
  private void footer() {
    if (command.footer().isEmpty()) {
      return;
    }
    roff.section("EXAMPLES");
    command.footer().stream()
        .filter(line -> !line.isBlank() && !line.equals("Examples:"))
        .forEach(line -> example(line));
  }

  private void example(String line) {
    if (line.startsWith(" ")) {
      roff.example(line.strip());
    } else {
      roff.line(line);
    }
  }

  private void seeAlso() {
    String others =
        Stream.concat(
                isTop() ? Stream.empty() : Stream.of(court),
                court.all().filter(this::isNear).filter(one -> !one.equals(court)))
            .map(one -> "\\fB%s\\fR(1)".formatted(ManPages.name(one).replace("-", "\\-")))
            .collect(Collectors.joining(",\n"));
    roff.section("\"SEE ALSO\"").request(others.isEmpty() ? ".BR crontab (5)" : others);
  }

  /** Whether it is the command above or one below; the program lists its commands itself. */
  private boolean isNear(CommandDoc other) {
    return !isTop() && (other.commands().contains(command) || command.commands().contains(other));
  }

  private static String lowered(String summary) {
    String text = summary.endsWith(".") ? summary.substring(0, summary.length() - 1) : summary;
    return (text.isEmpty() ? "" : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1))
        .replace("-", "\\-");
  }
}
