package dev.court.cli;

import static dev.court.cli.ExitCodes.DONE;
import static dev.court.cli.ExitCodes.INTERNAL;
import static dev.court.cli.ExitCodes.LOST;
import static dev.court.cli.ExitCodes.SETUP;
import static dev.court.cli.ExitCodes.SIGN_IN;
import static dev.court.cli.ExitCodes.TEMPORARY;
import static dev.court.cli.ExitCodes.UNCLEAR;
import static dev.court.cli.ExitCodes.UNKNOWN_ID;
import static dev.court.cli.ExitCodes.USAGE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What the help of each command says about the codes that it can end with. */
final class ExitCodeHelp {
  private static final String HEADING = "%nExit codes:%n";

  /** The place of each in the list is its exit code. */
  private static final List<String> MEANINGS =
      List.of(
          "Done, or nothing due",
          "Internal error",
          "The command makes no sense as it stands",
          "A due booking was lost: taken, refused, or its time passed",
          "Sign-in needed",
          "Temporary trouble; it will be tried again",
          "No such id",
          "Configuration, storage or standard output cannot be used",
          "The outcome of a booking is unknown");

  private ExitCodeHelp() {}

  /** Adds the exit codes to the help of a command and of those below it. */
  static void addTo(CommandLine line) {
    CommandSpec command = line.getCommandSpec();
    Map<String, String> codes = of(command.qualifiedName());
    if (!codes.isEmpty()) {
      command.usageMessage().exitCodeListHeading(HEADING).exitCodeList(codes);
    }
    line.getSubcommands().values().forEach(ExitCodeHelp::addTo);
  }

  /**
   * The exit codes of a command with their meanings, in order.
   *
   * @param command its full name, such as {@code court config set}
   * @return empty for a command whose help is not shown
   */
  static Map<String, String> of(String command) {
    return switch (command) {
      case "court completion", "court help" -> usual(DONE, INTERNAL, USAGE, SETUP);
      case "court config",
          "court config get",
          "court backup list",
          "court install",
          "court preview",
          "court sandbox" ->
          usual(DONE, INTERNAL, USAGE, SETUP);
      case "court accounts",
          "court add",
          "court away list",
          "court backup accept",
          "court calendar",
          "court config adopt",
          "court config set",
          "court config share",
          "court config unset",
          "court export",
          "court history",
          "court key new",
          "court key prepare",
          "court key rotate",
          "court list",
          "court machines",
          "court logout",
          "court next",
          "court notify" ->
          usual(DONE, INTERNAL, USAGE, TEMPORARY, SETUP);
      case "court away",
          "court away remove",
          "court backup restore",
          "court edit",
          "court pause",
          "court remove",
          "court resolve",
          "court resume",
          "court retry",
          "court show",
          "court skip" ->
          usual(DONE, INTERNAL, USAGE, TEMPORARY, UNKNOWN_ID, SETUP);
      case "court auth", "court init", "court login", "court refresh-token", "court reservations" ->
          usual(DONE, INTERNAL, USAGE, SIGN_IN, TEMPORARY, SETUP);
      case "court doctor" -> usual(DONE, INTERNAL, USAGE, SIGN_IN, TEMPORARY, SETUP, UNCLEAR);
      case "court cancel" -> ofCancel();
      case "court run-due" -> ofRunDue();
      case "court worker" -> ofWorker();
      case "court backup", "court key" -> usual(DONE, USAGE);
      case "court import" -> ofImport();
      case "court notify test" -> ofNotifyTest();
      case "court demo" -> ofDemo();
      default -> Map.of();
    };
  }

  /** The JVM gives the last three, and no command returns them. */
  private static Map<String, String> ofRunDue() {
    Map<String, String> codes =
        usual(DONE, INTERNAL, USAGE, LOST, SIGN_IN, TEMPORARY, UNKNOWN_ID, SETUP, UNCLEAR);
    codes.put("129", "Hung up; what had not been asked for was given back");
    codes.put("130", "Interrupted; the same");
    codes.put("143", "Terminated; the same");
    return codes;
  }

  /** The JVM gives the last one. */
  private static Map<String, String> ofWorker() {
    Map<String, String> codes = usual(DONE, INTERNAL, USAGE, TEMPORARY, SETUP);
    put(codes, DONE, "Asked to end, and nothing was left under way");
    put(codes, TEMPORARY, "Asked to end, and what was under way did not end in time");
    put(codes, SETUP, "Configuration, key or database cannot be used");
    codes.put("130", "Interrupted twice");
    return codes;
  }

  private static Map<String, String> ofCancel() {
    Map<String, String> codes =
        usual(DONE, INTERNAL, USAGE, LOST, SIGN_IN, TEMPORARY, UNKNOWN_ID, SETUP, UNCLEAR);
    put(codes, DONE, "Cancelled, now or before");
    put(codes, LOST, "The building does not cancel it");
    put(codes, UNCLEAR, "Nobody knows whether it is cancelled");
    return codes;
  }

  private static Map<String, String> ofImport() {
    Map<String, String> codes = usual(DONE, INTERNAL, USAGE, TEMPORARY, SETUP);
    put(
        codes,
        USAGE,
        "A file or an entry makes no sense, or is changed and was not taken; the others went in");
    return codes;
  }

  private static Map<String, String> ofNotifyTest() {
    Map<String, String> codes = usual(DONE, INTERNAL, USAGE, TEMPORARY, SETUP);
    put(codes, DONE, "Sent on every channel");
    put(codes, TEMPORARY, "A channel does not take it now");
    put(codes, SETUP, "No channel is set, or the settings of one cannot be used");
    return codes;
  }

  private static Map<String, String> ofDemo() {
    Map<String, String> codes = usual(DONE, INTERNAL, SETUP);
    put(codes, DONE, "The sandbox holds the reservation");
    put(codes, INTERNAL, "It does not");
    return codes;
  }

  private static Map<String, String> usual(int... exitCodes) {
    Map<String, String> codes = new LinkedHashMap<>();
    for (int code : exitCodes) {
      put(codes, code, MEANINGS.get(code));
    }
    return codes;
  }

  private static void put(Map<String, String> codes, int code, String meaning) {
    codes.put(String.valueOf(code), meaning);
  }
}
