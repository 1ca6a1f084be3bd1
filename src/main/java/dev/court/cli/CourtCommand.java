package dev.court.cli;

import dev.court.booking.Venue;
import dev.court.log.Log;
import dev.court.terminal.Console;
import dev.court.terminal.Screen;
import java.io.PrintWriter;
import java.time.InstantSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command above all others; holds what they share. */
@Command(
    name = "court",
    versionProvider = Version.class,
    description = "Books tennis courts at Atrium buildings the instant they open.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Tell it once, let cron call 'court run-due' each minute, and forget it:",
      "  court add --on we --time 17:00 --court 1,2",
      "Try it without an account: court demo"
    })
final class CourtCommand implements Runnable, Target {
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
    throw new ParameterException(spec.commandLine(), "which command? court --help lists them");
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
  public boolean debug() {
    return global.debug;
  }

  /** The commands below this one. */
  Commands commands() {
    return commands;
  }

  /** The building whose clock and courts everything is said in. */
  Venue venue() {
    return commands.venue();
  }

  InstantSource clock() {
    return context.clock();
  }

  Log log() {
    return commands.log();
  }

  /** For words: control characters do not get through. */
  Console console() {
    return words;
  }

  /** Where messages go that move the cursor; whoever prints here has cleaned what it prints. */
  PrintWriter cursor() {
    return console.err();
  }

  /** Where data goes that is not laid out. */
  PrintWriter out() {
    return words.out();
  }

  /** Where a file goes as it is; whoever prints here has cleaned what it prints. */
  PrintWriter whole() {
    return console.out();
  }

  /** Where data is laid out. */
  Screen screen() {
    return screen;
  }

  /** Says something that is not data, unless people want quiet. */
  void say(String message) {
    if (!global.quiet) {
      words.err().println(message);
    }
  }

  /** What was said is seen now, whatever is done next. */
  void flush() {
    console.out().flush();
    console.err().flush();
  }

  GlobalOptions global() {
    return global;
  }

  void close() {
    commands.close();
  }
}
