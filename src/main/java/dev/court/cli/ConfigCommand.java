package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import dev.court.booking.SetupProblem;
import dev.court.settings.ConfigFile;
import dev.court.settings.Setting;
import dev.court.settings.SettingSharing;
import dev.court.settings.Settings;
import dev.court.terminal.Column;
import dev.court.terminal.Printer;
import dev.court.terminal.View;
import dev.court.text.Spelling;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
  private final Supplier<SettingSharing> sharing;

  @ParentCommand CourtCommand court;
  @Mixin FormatOption output;

  public ConfigCommand(
      Supplier<Settings> settings,
      Supplier<ConfigFile> configFile,
      Supplier<SettingSharing> sharing) {
    this.sharing = sharing;
    this.settings = settings;
    this.configFile = configFile;
  }

  @Override
  public Integer call() {
    new Printer(court.screen(), output.format).print(settings.get().origins(), VIEW);
    return ExitCodes.DONE;
  }

  @Command(
      name = "set",
      description = {
        "Set one in config.json.",
        "Without VALUE it is read from standard input, and asked for at a terminal: a secret, such"
            + " as",
        "ping_url or the password in db_url, is taken in no other way, for all users see arguments."
      })
  int set(
      @Parameters(paramLabel = "NAME", description = "The setting, such as occupant_id.")
          String name,
      @Parameters(
              arity = "0..1",
              paramLabel = "VALUE",
              description = "Its value; courts takes JSON.")
          String value,
      @Option(
              names = "--from-file",
              paramLabel = "FILE",
              description = "Read the value from this file, that only you can read.")
          String file) {
    if (value != null && file != null) {
      throw new InvalidRequest("the value is given twice: leave out VALUE or --from-file");
    }
    ConfigFile config = configFile.get();
    if (value != null) {
      change(name, () -> config.setTyped(name, value));
    } else {
      config.requireKnown(name);
      String read = new SettingInput(court.console()).read(name, file);
      change(name, () -> config.set(name, read));
    }
    return ExitCodes.DONE;
  }

  @Command(name = "get", description = "Show one as it holds: its value alone.")
  int get(
      @Parameters(paramLabel = "NAME", description = "The setting, such as occupant_id.")
          String name) {
    Setting one =
        settings
            .get()
            .origin(name)
            .orElseThrow(
                () ->
                    new InvalidRequest(
                        "no setting %s%s court config lists them"
                            .formatted(Quote.of(name), meant(name))));
    if (one.value() == null) {
      court.say(name + " is not set");
    } else {
      court.out().println(one.value());
    }
    return ExitCodes.DONE;
  }

  private String meant(String name) {
    List<String> names = settings.get().origins().stream().map(Setting::name).toList();
    return Spelling.closest(name, names).map(", did you mean %s? Otherwise"::formatted).orElse(":");
  }

  @Command(name = "unset", description = "Take one out of config.json.")
  int unset(
      @Parameters(paramLabel = "NAME", description = "The setting, such as occupant_id.")
          String name) {
    change(name, () -> configFile.get().set(name, null));
    return ExitCodes.DONE;
  }

  @Command(
      name = "adopt",
      description = {
        "Take over the settings of the venue that the other machines have.",
        "They are in the database when it is on a server; this machine's config.json gets them."
      })
  int adopt() {
    say(
        sharing.get().adopt(),
        "Taken over from the database: %s.",
        "This machine has what the database has: nothing to take over.");
    return ExitCodes.DONE;
  }

  @Command(
      name = "share",
      description = {
        "Give this machine's settings of the venue to the database on a server.",
        "Other machines are refused until they have the same: court config adopt."
      })
  int share() {
    say(
        sharing.get().share(),
        "Changed in the database, and refused on machines that have it otherwise: %s.",
        "The database has what this machine has: nothing to change.");
    return ExitCodes.DONE;
  }

  private void change(String name, Runnable write) {
    if (sharing.get().change(name, write)) {
      say(
          List.of(name),
          "Changed in the database too, and refused on machines that have it otherwise: %s.",
          "");
    }
    sayWhatHolds(name);
  }

  /** While another setting is broken nothing holds, and one after the other is mended. */
  private void sayWhatHolds(String name) {
    try {
      sharing.get().settings().origin(name).ifPresent(one -> court.say(holds(one)));
    } catch (SetupProblem e) {
      court.say("Done; but " + e.getMessage());
    }
  }

  /** What holds may not be what was just written: a variable comes first. */
  private static String holds(Setting one) {
    return one.value() == null
        ? one.name() + " is not set"
        : "%s is %s now (%s)".formatted(one.name(), one.value(), one.source());
  }

  private void say(List<String> names, String some, String none) {
    court.say(names.isEmpty() ? none : some.formatted(String.join(", ", names)));
  }
}
