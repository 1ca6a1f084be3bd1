package dev.court.transfer;

import dev.court.booking.InvalidRequest;
import dev.court.ics.CalendarEntry;
import dev.court.ics.CalendarFile;
import dev.court.json.Json;
import dev.court.json.JsonException;
import dev.court.planning.RequestMaker;
import dev.court.session.PastedToken;
import dev.court.session.Session;
import dev.court.workspace.Workspace;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Takes in files: an array of schedules, as {@code export} writes it or as the program that came
 * first had it, a calendar, or an object with a {@code refresh_token}. What is there already is not
 * made again.
 */
public final class ImportFiles {
  private final Workspace workspace;
  private final RequestMaker maker;
  private final Session session;
  private final EventDefaults events;

  /**
   * For one home.
   *
   * @param events what is taken where a calendar does not say
   */
  public ImportFiles(
      Workspace workspace, RequestMaker maker, Session session, EventDefaults events) {
    this.workspace = workspace;
    this.maker = maker;
    this.session = session;
    this.events = events;
  }

  /** What came of one entry of a file. */
  public enum ImportStatus {
    ADDED,
    /** An equal schedule is there already, or somebody is signed in already. */
    UNCHANGED,
    /** Its time is over. */
    PAST,
    /** It was called off. */
    CANCELLED,
    /** It is there already, and the file says otherwise by now; nothing was changed. */
    DIFFERENT,
    /** It makes no sense; the others went in. */
    BAD
  }

  /**
   * One entry of a file.
   *
   * @param place the file, and where in it
   * @param what what it is, or what is wrong with it
   */
  public record ImportResult(String place, ImportStatus fate, String what) {}

  /** Takes in one file; one that cannot be read as a whole is a single bad line. */
  public List<ImportResult> take(Path file) {
    return take(file.toString(), () -> ImportSource.of(file));
  }

  /** Takes in what a stream holds, under a name to call it by. */
  public List<ImportResult> take(String name, InputStream in) {
    return take(name, () -> ImportSource.of(in));
  }

  private List<ImportResult> take(String name, Supplier<String> reading) {
    try {
      String text = reading.get();
      if (CalendarFile.isCalendar(text)) {
        return calendar(name, text);
      }
      if (name.toLowerCase(Locale.ROOT).endsWith(".ics")) {
        throw new InvalidRequest("is no calendar: it must begin with BEGIN:VCALENDAR");
      }
      return text.stripLeading().startsWith("[") ? schedules(name, text) : tokens(name, text);
    } catch (InvalidRequest | JsonException e) {
      return List.of(new ImportResult(name, ImportStatus.BAD, e.getMessage()));
    }
  }

  private List<ImportResult> schedules(String name, String text) {
    List<Json.Item> items = Json.items(text);
    return workspace
        .database()
        .transactDurably(
            store -> {
              ImportSchedules schedules = new ImportSchedules(workspace, maker, store);
              return items.stream().map(item -> schedules.take(item, name)).toList();
            });
  }

  private List<ImportResult> calendar(String name, String text) {
    List<CalendarEntry> entries =
        new CalendarFile(workspace.venue().zone(), workspace.now()).read(text);
    List<PlannedEvent> planned = new EventPlanner(workspace, maker, events).plan(name, entries);
    return workspace
        .database()
        .transactDurably(store -> new ImportEvents(workspace, store).take(name, planned));
  }

  private List<ImportResult> tokens(String name, String text) {
    if (!(Json.tree(text) instanceof Map<?, ?> fields)
        || !(fields.get("refresh_token") instanceof String token)) {
      throw new InvalidRequest("holds neither a list of schedules nor a refresh_token");
    }
    // What the session has become since is worth more than the token that it began with.
    if (session.view().isAlive(workspace.now())) {
      return List.of(
          new ImportResult(
              name,
              ImportStatus.UNCHANGED,
              "signed in already; court login --with-token replaces it"));
    }
    session.start().withUntriedToken(token(token));
    return List.of(
        new ImportResult(name, ImportStatus.ADDED, "refresh token, to be tried at the next run"));
  }

  private static PastedToken token(String text) {
    try {
      return PastedToken.of(text);
    } catch (InvalidRequest e) {
      throw new InvalidRequest("its refresh_token is none: that is one word of plain letters", e);
    }
  }
}
