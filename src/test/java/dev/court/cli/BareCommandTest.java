package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.booking.Venue;
import dev.court.log.Log;
import dev.court.terminal.Console;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code court} without a command makes none: to read all of them costs a tenth of a second. */
class BareCommandTest implements CommandContext, Commands {
  private final List<String> made = new ArrayList<>();

  @Test
  void no_command_is_made() {
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            InputStream.nullInputStream(),
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            false);

    assertThat(new Cli(this, console).run()).isEqualTo(ExitCodes.USAGE);
    assertThat(err.toString()).startsWith("court: which command? court --help lists them");
    assertThat(made).isEmpty();
  }

  @Override
  public Commands commands(Target target) {
    return this;
  }

  @Override
  public String variable(String name) {
    return null;
  }

  @Override
  public InstantSource clock() {
    return InstantSource.system();
  }

  @Override
  public List<String> names() {
    return List.of("help");
  }

  @Override
  public Object command(String name) {
    made.add(name);
    return new HelpCommand();
  }

  @Override
  public HomeScreen homeScreen() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Venue venue() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Log log() {
    return Log.NONE;
  }

  @Override
  public void close() {
    // nothing was opened
  }
}
