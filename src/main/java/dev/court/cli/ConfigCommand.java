package dev.court.cli;

import dev.court.json.Json;
import dev.court.operation.Operations;
import dev.court.settings.Setting;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "config",
    description = "Show the settings as they hold, and where each was set.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {ExitCodes.HELP_DONE, ExitCodes.HELP_USAGE, ExitCodes.HELP_SETUP})
final class ConfigCommand implements Callable<Integer> {
  @ParentCommand CourtCommand court;
  @Mixin FormatOption output;

  @Override
  public Integer call() {
    Operations operations = court.operations();
    View<Setting> view =
        new View<>(
            List.of(
                View.column("SETTING", Setting::name),
                View.column("VALUE", one -> one.value() == null ? "(not set)" : one.value()),
                View.column("FROM", Setting::source)),
            one -> one);
    new Printer(court.out(), output.format).print(operations.settings().origins(), view);
    court.say("home: " + operations.settings().home());
    return ExitCodes.DONE;
  }

  @Command(name = "set", description = "Set one in config.json.")
  int set(
      @Parameters(paramLabel = "NAME", description = "The setting, such as occupant_id.")
          String name,
      @Parameters(paramLabel = "VALUE", description = "Its value; courts takes JSON.")
          String value) {
    boolean isObject = value.stripLeading().startsWith("{");
    court.rooms().configFile(court.global().home).set(name, isObject ? Json.tree(value) : value);
    return ExitCodes.DONE;
  }

  @Command(name = "unset", description = "Take one out of config.json.")
  int unset(
      @Parameters(paramLabel = "NAME", description = "The setting, such as occupant_id.")
          String name) {
    court.rooms().configFile(court.global().home).set(name, null);
    return ExitCodes.DONE;
  }
}
