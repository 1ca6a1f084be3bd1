package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import dev.court.files.FilePermissions;
import dev.court.schedule.ListSchedules;
import dev.court.terminal.Format;
import dev.court.terminal.Printer;
import dev.court.terminal.Screen;
import dev.court.transfer.CalendarFeed;
import dev.court.transfer.HomeExport;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "export",
    description =
        "Write all schedules for import elsewhere, the bookings as a calendar, or the whole home.")
public final class ExportCommand implements Callable<Integer> {
  private final Supplier<ListSchedules> schedules;
  private final Supplier<CalendarFeed> feed;
  private final Supplier<HomeExport> home;

  @ParentCommand CourtCommand court;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "json",
      description =
          "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). ics is a feed of the bookings for"
              + " calendar programs.")
  Kind kind;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "With -o ics: from this day on (default: 90 days ago).")
  String from;

  @Option(names = "--to", paramLabel = "DATE", description = "With -o ics: up to this day.")
  String to;

  @Option(
      names = "--to-file",
      paramLabel = "FILE",
      description =
          "Write there instead, in one step, for others who read it meanwhile; a file that would"
              + " not change is left alone.")
  Path file;

  @Option(
      names = "--all",
      description =
          "With --to-file: move the home. All of it goes there, tokens sealed, for court import on"
              + " an empty database with the same key; this one is closed.")
  boolean all;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description =
          "With --to-file: who may read it, such as 644 for everybody (default: as the file that is"
              + " there, else only you).")
  String mode;

  /** Lower case, as people type it. */
  enum Kind {
    json,
    ics
  }

  public ExportCommand(
      Supplier<ListSchedules> schedules, Supplier<CalendarFeed> feed, Supplier<HomeExport> home) {
    this.home = home;
    this.schedules = schedules;
    this.feed = feed;
  }

  @Override
  public Integer call() {
    if (all) {
      return home();
    }
    Optional<FilePermissions> wanted = permissions();
    String text = kind == Kind.ics ? calendar() : schedules();
    if (file == null) {
      court.whole().print(text);
      court.whole().flush();
    } else {
      new OutputFile(file, wanted).write(text);
    }
    return ExitCodes.DONE;
  }

  private int home() {
    if (file == null || kind != Kind.json || from != null || to != null || mode != null) {
      throw new InvalidRequest("--all goes with --to-file FILE alone");
    }
    int rows = home.get().write(file);
    court.say("The home is in %s, %s rows, and closed here.".formatted(file, rows));
    court.say(
        "Now run court import with that file where it goes on, with the same key and settings;"
            + " court backup accept opens it here again.");
    return ExitCodes.DONE;
  }

  private Optional<FilePermissions> permissions() {
    if (mode == null) {
      return Optional.empty();
    }
    if (file == null) {
      throw new InvalidRequest("--mode goes with --to-file");
    }
    return Optional.of(
        FilePermissions.ofText(mode)
            .orElseThrow(
                () ->
                    new InvalidRequest(
                        ("%s is no mode for it: write it such as 644, which lets everybody read,"
                                + " or 640, which lets the group")
                            .formatted(Quote.of(mode)))));
  }

  private String calendar() {
    return feed.get().text(day(from), day(to));
  }

  private static LocalDate day(String text) {
    return text == null ? null : Dates.date(text);
  }

  /** A file for import is one person's, since court import puts all of it into one account. */
  private String schedules() {
    String unused = court.global().account();
    if (from != null || to != null) {
      throw new InvalidRequest("--from and --to go with -o ics: schedules are written whole");
    }
    StringWriter text = new StringWriter();
    new Printer(new Screen(new PrintWriter(text), 0, false), Format.json)
        .print(
            schedules.get().schedules(status -> !status.equals("cancelled"), true).found(),
            new Views(court.venue()).schedules());
    return text.toString();
  }
}
