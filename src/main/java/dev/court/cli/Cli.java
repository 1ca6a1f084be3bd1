package dev.court.cli;

import dev.court.terminal.ColorChoice;
import dev.court.terminal.Console;
import dev.court.terminal.Screen;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The command line: reads the arguments, runs the command, says what went wrong. */
public final class Cli {
  /** Commands that speak of all the others. */
  private static final Set<String> ABOUT_ALL = Set.of("help", "completion", "man-pages");

  private final CommandContext rooms;
  private final Console console;

  public Cli(CommandContext rooms, Console console) {
    this.rooms = rooms;
    this.console = console;
  }

  /** Runs one command and returns its exit code; throws nothing. */
  public int run(String... arguments) {
    Screen screen = screen(arguments);
    CourtCommand court = new CourtCommand(rooms, console, screen);
    try {
      return commandLine(court, screen, arguments).execute(arguments);
    } finally {
      court.close();
      console.out().flush();
      console.err().flush();
    }
  }

  private CommandLine commandLine(CourtCommand court, Screen screen, String... arguments) {
    CommandLine line = new CommandLine(court);
    subcommands(arguments).forEach((name, command) -> line.addSubcommand(name, command.get()));
    ExceptionHandler failures = new ExceptionHandler(court);
    return line.setOut(console.out())
        .setErr(console.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(screen.ansi()))
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(screen.helpWidth())
        .setAbbreviatedOptionsAllowed(false)
        // A name may begin with an @, which is no file of arguments here.
        .setExpandAtFiles(false);
  }

  /** Reading the annotations of every command costs 80 ms, so the one that is meant will do. */
  private static Map<String, Supplier<Object>> subcommands(String... arguments) {
    Map<String, Supplier<Object>> all = all();
    Supplier<Object> meant = arguments.length == 0 ? null : all.get(arguments[0]);
    return meant == null || ABOUT_ALL.contains(arguments[0]) ? all : Map.of(arguments[0], meant);
  }

  private static Map<String, Supplier<Object>> all() {
    Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("add", AddCommand::new);
    all.put("list", ListCommand::new);
    all.put("calendar", CalendarCommand::new);
    all.put("next", NextCommand::new);
    all.put("show", ShowCommand::new);
    all.put("edit", EditCommand::new);
    all.put("skip", SkipCommand::new);
    all.put("pause", PauseCommand::new);
    all.put("resume", ResumeCommand::new);
    all.put("remove", RemoveCommand::new);
    all.put("preview", PreviewCommand::new);
    all.put("run-due", RunDueCommand::new);
    all.put("resolve", ResolveCommand::new);
    all.put("history", HistoryCommand::new);
    all.put("login", LoginCommand::new);
    all.put("logout", LogoutCommand::new);
    all.put("auth", AuthCommand::new);
    all.put("refresh-token", RefreshTokenCommand::new);
    all.put("key", KeyCommand::new);
    all.put("import", ImportCommand::new);
    all.put("export", ExportCommand::new);
    all.put("doctor", DoctorCommand::new);
    all.put("config", ConfigCommand::new);
    all.put("install", InstallCommand::new);
    all.put("completion", CompletionCommand::new);
    all.put("notify", NotifyCommand::new);
    all.put("sandbox", SandboxCommand::new);
    all.put("demo", DemoCommand::new);
    all.put("help", HelpCommand::new);
    all.put("complete", CompleteCommand::new);
    all.put("man-pages", ManPagesCommand::new);
    all.put("warm-up", WarmUpCommand::new);
    return all;
  }

  /** Known before the line is read, since help is coloured too. */
  private Screen screen(String... arguments) {
    ColorChoice choice = new ColorChoice(Arrays.asList(arguments), rooms::variable);
    int columns = console.columns();
    return new Screen(
        console.out(), columns == 0 ? 0 : columns(columns), choice.isColored(columns > 0));
  }

  /** COLUMNS goes before what the terminal says of itself, as in other tools. */
  private int columns(int measured) {
    String asked = rooms.variable("COLUMNS");
    return asked != null && asked.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(asked) : measured;
  }
}
