package dev.court.transfer;

import dev.court.booking.InvalidRequest;
import dev.court.ics.CalendarEntry;
import dev.court.ics.CalendarFile;
import dev.court.json.Json;
import dev.court.json.JsonException;
import dev.court.planning.RequestMaker;
import dev.court.session.Keyring;
import dev.court.session.PastedToken;
import dev.court.session.Session;
import dev.court.transfer.ImportResult.ImportStatus;
import dev.court.workspace.Workspace;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Imports files: a JSON array of schedules, as {@code export} or the predecessor of this program
 * writes it; a calendar; or a JSON object with a {@code refresh_token}. Nothing is added twice.
 */
public final class ImportFiles {
  private final Workspace workspace;
  private final RequestMaker maker;
  private final Session session;
  private final HomeImport home;
  private final ImportOptions options;

  /**
   * Imports into one home.
   *
   * @param options for the events of calendars, and whether schedules are changed
   */
  public ImportFiles(
      Workspace workspace,
      RequestMaker maker,
      Session session,
      Keyring keyring,
      ImportOptions options) {
    this.home = new HomeImport(workspace, keyring);
    this.workspace = workspace;
    this.maker = maker;
    this.session = session;
    this.options = options;
  }

  /** Imports a file. A file that cannot be read as a whole has one result, which is bad. */
  public List<ImportResult> take(Path file) {
    return HomeFile.isOne(file) ? home(file) : take(file.toString(), () -> ImportSource.of(file));
  }

  /**
   * Imports what a stream holds.
   *
   * @param name for the place of its entries
   */
  public List<ImportResult> take(String name, InputStream in) {
    return take(name, () -> ImportSource.of(in));
  }

  private List<ImportResult> take(String name, Supplier<byte[]> source) {
    try {
      byte[] content = source.get();
      if (CalendarFile.isCalendar(content)) {
        return calendar(name, content);
      }
      if (name.toLowerCase(Locale.ROOT).endsWith(".ics")) {
        throw new InvalidRequest("is no calendar: it must begin with BEGIN:VCALENDAR");
      }
      String text = ImportSource.text(content);
      if (HomeFile.isBeginning(text)) {
        throw new InvalidRequest("holds a whole home, which is read twice: give it as a file");
      }
      return text.stripLeading().startsWith("[") ? schedules(name, text) : tokens(name, text);
    } catch (InvalidRequest | JsonException e) {
      return List.of(ImportResult.of(name, ImportStatus.BAD, e.getMessage()));
    }
  }

  private List<ImportResult> home(Path file) {
    try {
      return List.of(ImportResult.of(file.toString(), ImportStatus.ADDED, home.take(file)));
    } catch (InvalidRequest | JsonException e) {
      return List.of(ImportResult.of(file.toString(), ImportStatus.BAD, e.getMessage()));
    }
  }

  private List<ImportResult> schedules(String name, String text) {
    List<Json.Item> items = Json.items(text);
    return workspace
        .database()
        .transactDurably(
            store ->
                new ImportSchedules(workspace, maker, store, options.update())
                    .importAll(items, name));
  }

  private List<ImportResult> calendar(String name, byte[] content) {
    List<CalendarEntry> entries =
        new CalendarFile(workspace.venue().zone(), workspace.now()).read(content);
    List<PlannedEvent> planned =
        new EventPlanner(workspace, maker, options.events()).plan(name, entries);
    return workspace
        .database()
        .transactDurably(
            store ->
                new ImportEvents(workspace, maker, store, options.update())
                    .importAll(name, planned));
  }

  private List<ImportResult> tokens(String name, String text) {
    if (!(Json.tree(text) instanceof Map<?, ?> fields)
        || !(fields.get("refresh_token") instanceof String token)) {
      throw new InvalidRequest("holds neither a list of schedules nor a refresh_token");
    }
    // The tokens of a living session are newer than the token of the file.
    if (session.view().isAlive(workspace.now())) {
      return List.of(
          ImportResult.of(
              name,
              ImportStatus.UNCHANGED,
              "signed in already; court login --with-token replaces it"));
    }
    session.start().withUntriedToken(token(token));
    return List.of(
        ImportResult.of(name, ImportStatus.ADDED, "refresh token, to be tried at the next run"));
  }

  private static PastedToken token(String text) {
    try {
      return PastedToken.of(text);
    } catch (InvalidRequest e) {
      throw new InvalidRequest("its refresh_token is none: that is one word of plain letters", e);
    }
  }
}
