package dev.court.cli;

import dev.court.sandbox.Sandbox;
import dev.court.terminal.Console;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs command lines against a sandbox, in the same way as a shell does. */
final class SandboxSession implements AutoCloseable {
  private final Sandbox sandbox;
  private final SandboxHome home;
  private final Rehearsal rehearsal;
  private final InstantSource clock;
  private final PrintWriter out;
  private final PrintWriter err;
  private final int columns;

  /** Prints each command and what it prints. */
  SandboxSession(Sandbox sandbox, Rehearsal rehearsal, InstantSource clock, Console console) {
    this.sandbox = sandbox;
    this.home = SandboxHome.make(sandbox);
    this.rehearsal = rehearsal;
    this.clock = clock;
    this.columns = console.columns();
    this.out = console.out();
    this.err = console.out();
  }

  /** Prints a command, runs it, and returns its exit code. */
  int run(String... arguments) {
    return type("", arguments);
  }

  /** The same with this on standard input. */
  int type(String input, String... arguments) {
    out.println();
    out.println("$ court " + String.join(" ", arguments));
    return court(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), arguments);
  }

  /** Signs in as the sandbox's first user. */
  int signIn() {
    return run(
        "login",
        "--username",
        sandbox.username(),
        "--password-file",
        home.passwordFile().toString());
  }

  /** What a command prints on standard output; nobody else sees it. */
  String answer(String... arguments) {
    StringWriter answer = new StringWriter();
    PrintWriter nobody = new PrintWriter(Writer.nullWriter());
    InputStream nothing = InputStream.nullInputStream();
    Console console =
        new Console(
            nothing, new PrintWriter(answer), nobody, false, question -> Optional.empty(), columns);
    int unused = rehearsal.start(environment(), clock, console).run(arguments);
    return answer.toString();
  }

  /** The variables that point at the sandbox. */
  Map<String, String> environment() {
    return home.environment(null, null);
  }

  /** Whether all these exit codes are {@link ExitCodes#DONE}. */
  static boolean allDone(List<Integer> codes) {
    return codes.stream().allMatch(code -> code == ExitCodes.DONE);
  }

  private int court(InputStream in, String... arguments) {
    out.flush();
    Console console = new Console(in, out, err, false, question -> Optional.empty(), columns);
    return rehearsal.start(environment(), clock, console).run(arguments);
  }

  @Override
  public void close() {
    home.remove();
  }
}
