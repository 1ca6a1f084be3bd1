package dev.court.cli;

import dev.court.terminal.ColorChoice;
import dev.court.terminal.Console;
import dev.court.terminal.Screen;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The command line: reads the arguments, runs the command, says what went wrong. */
public final class Cli {
  private static final int WIDEST_HELP = 80;
  private static final int NARROWEST_HELP = 55;

  /** Commands whose output names all the others. */
  private static final Set<String> ABOUT_ALL = Set.of("help", "completion", "man-pages");

  /** The other names of commands; their annotations say them too. */
  private static final Map<String, String> ALIASES = Map.of("ls", "list", "rm", "remove");

  private final CommandContext context;
  private final Console console;

  public Cli(CommandContext context, Console console) {
    this.context = context;
    this.console = console;
  }

  /** Runs one command and returns its exit code; throws nothing. */
  public int run(String... arguments) {
    Screen screen = screen(arguments);
    CourtCommand court = new CourtCommand(context, console, screen);
    try {
      return printed(commandLine(court, screen, arguments).execute(arguments));
    } catch (VirtualMachineError e) {
      // The library catches exceptions only: memory or stack may be used up.
      return new ExceptionHandler(court).broken(e);
    } finally {
      court.close();
      console.out().flush();
      console.err().flush();
    }
  }

  /** Half of the data must not look like all of it. The code of what went wrong before counts. */
  private int printed(int code) {
    if (!console.out().checkError()) {
      return code;
    }
    console.err().println("court: standard output cannot be written: is the disk full?");
    return code == ExitCodes.DONE ? ExitCodes.SETUP : code;
  }

  private CommandLine commandLine(CourtCommand court, Screen screen, String... arguments) {
    CommandLine line = new CommandLine(court);
    Commands commands = court.commands();
    for (String name : meant(commands.names(), arguments)) {
      line.addSubcommand(name, commands.command(name));
    }
    ExitCodeHelp.addTo(line);
    CommandGroups.arrange(line);
    ExceptionHandler failures = new ExceptionHandler(court);
    return line.setOut(console.out())
        .setErr(console.err())
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(screen.isColored() ? Ansi.ON : Ansi.OFF))
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(helpWidth(screen.columns()))
        .setAbbreviatedOptionsAllowed(false)
        // A name may begin with an @, which is no file of arguments here.
        .setExpandAtFiles(false);
  }

  /** Longer lines of help are hard to read, and picocli makes none that are shorter than 55. */
  private static int helpWidth(int columns) {
    return columns == 0 ? WIDEST_HELP : Math.max(NARROWEST_HELP, Math.min(columns, WIDEST_HELP));
  }

  /** Reading the annotations of all commands costs 80 ms, so only the command meant is added. */
  private static List<String> meant(List<String> names, String... arguments) {
    if (arguments.length == 0) {
      return List.of();
    }
    String first = ALIASES.getOrDefault(arguments[0], arguments[0]);
    return names.contains(first) && !isAboutAll(first, arguments) ? List.of(first) : names;
  }

  private static boolean isAboutAll(String first, String... arguments) {
    return ABOUT_ALL.contains(first)
        || (first.equals("complete")
            && arguments.length > 1
            && arguments[1].equals(CompletionValues.COMMANDS));
  }

  /** Known before the line is read, since help is coloured too. */
  private Screen screen(String... arguments) {
    ColorChoice choice = new ColorChoice(Arrays.asList(arguments), context::variable);
    int columns = console.columns();
    return new Screen(
        console.out(), columns == 0 ? 0 : columns(columns), choice.isColored(columns > 0));
  }

  /** COLUMNS takes precedence over the measured width, as in other tools. */
  private int columns(int measured) {
    String asked = context.variable("COLUMNS");
    return asked != null && asked.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(asked) : measured;
  }
}
