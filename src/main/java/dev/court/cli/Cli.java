package dev.court.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The command line: reads the arguments, runs the command, says what went wrong. */
public final class Cli {
  private final Rooms rooms;
  private final Console console;

  public Cli(Rooms rooms, Console console) {
    this.rooms = rooms;
    this.console = console;
  }

  /** Runs one command and returns its exit code; throws nothing. */
  public int run(String... arguments) {
    CourtCommand court = new CourtCommand(rooms, console);
    try {
      return commandLine(court, arguments).execute(arguments);
    } finally {
      court.close();
      console.out().flush();
      console.err().flush();
    }
  }

  private CommandLine commandLine(CourtCommand court, String... arguments) {
    CommandLine line = new CommandLine(court);
    subcommands(arguments).forEach((name, command) -> line.addSubcommand(name, command.get()));
    Failures failures = new Failures(court);
    return line.setOut(console.out())
        .setErr(console.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi(arguments)))
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setAbbreviatedOptionsAllowed(false)
        // A name may begin with an @, which is no file of arguments here.
        .setExpandAtFiles(false);
  }

  /** Reading the annotations of every command costs 80 ms, so the one that is meant will do. */
  private static Map<String, Supplier<Object>> subcommands(String... arguments) {
    Map<String, Supplier<Object>> all = all();
    Supplier<Object> meant = arguments.length == 0 ? null : all.get(arguments[0]);
    return meant == null || arguments[0].equals("help") ? all : Map.of(arguments[0], meant);
  }

  private static Map<String, Supplier<Object>> all() {
    Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("add", AddCommand::new);
    all.put("list", ListCommand::new);
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
    all.put("notify", NotifyCommand::new);
    all.put("sandbox", SandboxCommand::new);
    all.put("demo", DemoCommand::new);
    all.put("help", HelpCommand::new);
    all.put("warm-up", WarmUpCommand::new);
    return all;
  }

  /** Known before the line is read, since help is coloured too. */
  private static Ansi ansi(String... arguments) {
    List<String> words = Arrays.asList(arguments);
    int at = words.indexOf("--color");
    String when = at >= 0 && at + 1 < words.size() ? "--color=" + words.get(at + 1) : "";
    if (words.contains("--color=always") || when.equals("--color=always")) {
      return Ansi.ON;
    }
    boolean never = words.contains("--color=never") || when.equals("--color=never");
    return never ? Ansi.OFF : Ansi.AUTO;
  }
}
