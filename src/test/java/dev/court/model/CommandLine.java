package dev.court.model;

import dev.court.Limits;
import dev.court.Surroundings;
import dev.court.Wiring;
import dev.court.terminal.Console;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

/** Runs command lines of the program, each as a process of its own would. */
final class CommandLine {
  private final Path home;
  private final String server;

  /**
   * A command line.
   *
   * @param server the address of the model's server
   */
  CommandLine(Path home, String server) {
    this.home = home;
    this.server = server;
  }

  /** What came of a command line. */
  record Result(int code, String out, String err) {
    @Override
    public String toString() {
      return code + " " + (out + err).strip().replace("\n", " | ");
    }
  }

  Result run(ModelProcess process, String input, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new ByteArrayInputStream(input.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            new PrintWriter(out),
            new PrintWriter(err),
            false);
    Surroundings surroundings =
        new Surroundings(
            environment(process),
            process,
            clock -> process,
            folder -> process.lock(),
            process.signal(),
            Limits.DEFAULT);
    int code = new Wiring(surroundings, console).run(words);
    return new Result(code, out.toString(), err.toString());
  }

  private Map<String, String> environment(ModelProcess process) {
    String root = server + "/p" + process.number;
    return Map.of(
        "COURT_HOME",
        home.toString(),
        "COURT_API_URL",
        root + "/api",
        "COURT_AUTH_URL",
        root + "/realm",
        "COURT_OCCUPANT_ID",
        "133055");
  }
}
