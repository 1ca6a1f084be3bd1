package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.session.ReplaceLostKey;
import dev.court.session.RotateKey;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "key",
    description = {
      "Change the key that seals tokens and remembered credentials, or begin anew without it.",
      "It is in COURT_KEY or in the file 'key' of the home folder, for all accounts."
    },
    synopsisSubcommandLabel = "COMMAND")
public final class KeyCommand implements Callable<Integer> {
  private final Supplier<RotateKey> rotate;
  private final Supplier<ReplaceLostKey> replace;

  @ParentCommand CourtCommand court;
  @Spec CommandSpec spec;

  public KeyCommand(Supplier<RotateKey> rotate, Supplier<ReplaceLostKey> replace) {
    this.rotate = rotate;
    this.replace = replace;
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "prepare, rotate or new?");
  }

  @Command(
      name = "prepare",
      description = {
        "Add a new key that seals nothing yet: the first step of a rotation over several machines.",
        "Give each machine the key file that it writes, then run court key rotate on one of them."
      })
  int prepare(
      @Option(
              names = "--to-file",
              paramLabel = "FILE",
              description =
                  "With COURT_KEY: write both keys to this file, to set COURT_KEY from it.")
          Path toFile) {
    Path file = rotate.get().prepare(toFile);
    court.say("The key and a new one beside it are in %s.".formatted(file));
    court.say("Give that to each machine, as COURT_KEY or key file; then run court key rotate.");
    return ExitCodes.DONE;
  }

  @Command(
      name = "rotate",
      description = {
        "Seal everything with a new key, and drop the old one.",
        "A rotation that was cut short has lost nothing: run it again.",
        "Where machines share a server, run court key prepare first.",
        "A machine that has not shown the new key yet keeps it from sealing."
      })
  int rotate(
      @Option(
              names = "--to-file",
              paramLabel = "FILE",
              description =
                  "With COURT_KEY: write the new key to this file, to set COURT_KEY from it.")
          Path toFile,
      @Option(
              names = {"-y", "--yes"},
              description = "Leave machines behind that do not have the new key.")
          boolean yes) {
    RotateKey.Rotated rotated = rotate.get().run(toFile, yes);
    court.say("Everything is sealed with a new key, in %s.".formatted(rotated.file()));
    if (rotated.isOutside()) {
      court.say("Set COURT_KEY to what is in that file: the key that is in it now opens nothing.");
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "new",
      description = {
        "Begin anew after the key was lost: forget what it sealed. Then sign in.",
        "What opens with the present key is kept. Schedules and history stay in any case."
      })
  int begin(
      @Option(
              names = {"-y", "--yes"},
              description = "Do not ask.")
          boolean yes) {
    ReplaceLostKey operation = replace.get();
    ReplaceLostKey.KeyReplacement found = operation.preview();
    if (found.isNothing()) {
      court.say("Everything that is sealed opens with the key: nothing to forget.");
      return ExitCodes.DONE;
    }
    if (!yes && !found.accounts().isEmpty()) {
      ask(found);
    }
    say(operation.run());
    return ExitCodes.DONE;
  }

  private void ask(ReplaceLostKey.KeyReplacement found) {
    if (!court.console().isTerminal()) {
      throw new InvalidRequest(
          "nobody can be asked here: add --yes to forget what does not open without the lost key");
    }
    court
        .console()
        .err()
        .println("Without the lost key, this does not open: sign-in of " + names(found));
    court.questions("nothing was forgotten").confirm("Forget it?");
  }

  private void say(ReplaceLostKey.KeyReplacement begun) {
    if (!begun.accounts().isEmpty()) {
      court.say("Forgotten: sign-in of %s.".formatted(names(begun)));
    }
    if (begun.isMade()) {
      court.say("There is a new key.");
    }
    court.say("Schedules and history are as they were; sign in with court login.");
  }

  private static String names(ReplaceLostKey.KeyReplacement begun) {
    return String.join(", ", begun.accounts());
  }
}
