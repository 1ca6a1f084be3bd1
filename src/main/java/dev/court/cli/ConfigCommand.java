package dev.court.cli;

import dev.court.settings.ConfigFile;
import dev.court.settings.Setting;
import dev.court.settings.Settings;
import dev.court.terminal.Column;
import dev.court.terminal.Printer;
import dev.court.terminal.View;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "config", description = "Show the settings as they hold, and where each was set.")
public final class ConfigCommand implements Callable<Integer> {
  private static final View<Setting, Setting> VIEW =
      new View<>(
          List.of(
              Column.column("SETTING", Setting::name),
              Column.<Setting>column(
                      "VALUE", one -> one.value() == null ? "(not set)" : one.value())
                  .wrapped(20),
              Column.<Setting>column("FROM", Setting::source).wrapped(12).spared(1)),
          Setting.class,
          one -> one);

  private final Supplier<Settings> settings;
  private final Supplier<ConfigFile> configFile;

  @ParentCommand CourtCommand court;
  @Mixin FormatOption output;

  public ConfigCommand(Supplier<Settings> settings, Supplier<ConfigFile> configFile) {
    this.settings = settings;
    this.configFile = configFile;
  }

  @Override
  public Integer call() {
    new Printer(court.screen(), output.format).print(settings.get().origins(), VIEW);
    return ExitCodes.DONE;
  }

  @Command(name = "set", description = "Set one in config.json.")
  int set(
      @Parameters(paramLabel = "NAME", description = "The setting, such as occupant_id.")
          String name,
      @Parameters(paramLabel = "VALUE", description = "Its value; courts takes JSON.")
          String value) {
    configFile.get().set(name, value);
    return ExitCodes.DONE;
  }

  @Command(name = "unset", description = "Take one out of config.json.")
  int unset(
      @Parameters(paramLabel = "NAME", description = "The setting, such as occupant_id.")
          String name) {
    configFile.get().set(name, null);
    return ExitCodes.DONE;
  }
}
