package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Venue;
import dev.court.log.Log;
import dev.court.terminal.Console;
import dev.court.terminal.Questions;
import dev.court.terminal.Screen;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command above all others. It holds what they share. */
@Command(
    name = "court",
    versionProvider = Version.class,
    description = "Books tennis courts at Atrium buildings the instant they open.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Tell it once, let cron call 'court run-due' each minute, and forget it:",
      "  court add every wed 17:00",
      "Try it without an account: court demo"
    })
public final class CourtCommand implements Runnable, Target {
  @Spec CommandSpec spec;
  @Mixin GlobalOptions global;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean version;

  private final CommandContext context;
  private final Commands commands;
  private final Console console;
  private final Console words;
  private final Screen screen;

  CourtCommand(CommandContext context, Console console, Screen screen) {
    this.context = context;
    this.commands = context.commands(this);
    this.console = console;
    this.words = console.sanitized();
    this.screen = screen;
  }

  @Override
  public void run() {
    if (!words.isTerminal()) {
      throw new ParameterException(spec.commandLine(), "which command? court --help lists them");
    }
    commands.homeScreen().show(this);
  }

  @Override
  public String home() {
    return global.home;
  }

  @Override
  public String account() {
    return global.account();
  }

  @Override
  public List<String> accounts() {
    return global.accounts();
  }

  @Override
  public String command() {
    ParseResult parsed = spec.commandLine().getParseResult();
    return parsed == null || !parsed.hasSubcommand()
        ? ""
        : parsed.subcommand().commandSpec().name();
  }

  @Override
  public boolean debug() {
    return global.debug;
  }

  /** The commands below this one. */
  Commands commands() {
    return commands;
  }

  /** The building whose clock and courts everything is said in. */
  public Venue venue() {
    return commands.venue();
  }

  public InstantSource clock() {
    return context.clock();
  }

  public Log log() {
    return commands.log();
  }

  /**
   * Streams for messages. Control characters are taken out of what is printed here. Nobody is to be
   * asked where {@code --no-input} is set.
   */
  public Console console() {
    return global.noInput ? words.withoutQuestions() : words;
  }

  /**
   * Questions at the terminal; the caller has made sure that somebody can be asked.
   *
   * @param outcome what is said when the person ends them early, such as "nothing was added"
   */
  public Questions questions(String outcome) {
    return new Questions(console(), screen.columns(), outcome, InvalidRequest::new);
  }

  /** Standard error for messages that move the cursor. The caller takes control characters out. */
  public PrintWriter cursor() {
    return console.err();
  }

  /** Standard output for data that is no table. Control characters are taken out. */
  public PrintWriter out() {
    return words.out();
  }

  /** Standard output for a whole file. The caller takes control characters out. */
  PrintWriter whole() {
    return console.out();
  }

  /** Standard output for tables. */
  public Screen screen() {
    return screen;
  }

  /**
   * Prints a message on standard error, unless {@code --quiet} is set; at a terminal in lines that
   * fit it.
   */
  public void say(String message) {
    if (!global.quiet) {
      lines(message).forEach(words.err()::println);
    }
  }

  /** A message in lines that fit the terminal, where there is one, also when nobody is asked. */
  List<String> lines(String message) {
    return words.isTerminal() ? screen.fitting("", message) : List.of(message);
  }

  /** Flushes both streams, so that the output is seen before the command goes on. */
  public void flush() {
    console.out().flush();
    console.err().flush();
  }

  /** Whether only data and errors are to be printed. */
  public boolean isQuiet() {
    return global.quiet;
  }

  GlobalOptions global() {
    return global;
  }

  void close() {
    commands.close();
  }
}
