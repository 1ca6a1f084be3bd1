package dev.court.operation;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduleRequest;
import dev.court.json.Json;
import dev.court.json.JsonException;
import dev.court.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes in files: an array of schedules, as {@code export} writes it or as the program that came
 * first had it, or an object with a {@code refresh_token}. What is there already is not made again.
 */
public final class ImportFiles {
  private static final long LARGEST_FILE = 16L * 1024 * 1024;

  private final Workspace workspace;
  private final RequestMaker maker;
  private final Session session;

  public ImportFiles(Workspace workspace, RequestMaker maker, Session session) {
    this.workspace = workspace;
    this.maker = maker;
    this.session = session;
  }

  /** What came of one entry of a file. */
  public enum Fate {
    ADDED,
    /** An equal schedule is there already, or somebody is signed in already. */
    UNCHANGED,
    /** Its time is over. */
    PAST,
    /** It makes no sense; the others went in. */
    BAD
  }

  /**
   * One entry of a file.
   *
   * @param place the file, and where in it
   * @param what what it is, or what is wrong with it
   */
  public record Line(String place, Fate fate, String what) {}

  /**
   * Takes in one file.
   *
   * @throws InvalidRequest when it cannot be read as a whole
   */
  public List<Line> take(Path file) {
    String text = text(file);
    try {
      return text.stripLeading().startsWith("[") ? schedules(file, text) : tokens(file, text);
    } catch (JsonException e) {
      throw new InvalidRequest("%s is not valid JSON: %s".formatted(file, e.getMessage()), e);
    }
  }

  private List<Line> schedules(Path file, String text) {
    List<Json.Item> items = Json.items(text);
    return workspace
        .database()
        .transactDurably(
            store -> {
              List<Line> lines = new ArrayList<>();
              for (Json.Item item : items) {
                String place =
                    "%s: entry %s (line %s)".formatted(file, item.index() + 1, item.line());
                lines.add(schedule(store, item, place));
              }
              return lines;
            });
  }

  private Line schedule(Store store, Json.Item item, String place) {
    try {
      ScheduleEntry entry = item.read(ScheduleEntry.class);
      ScheduleRequest asked = entry.request(maker, workspace.now());
      String words = InWords.plan(asked.plan(), workspace.venue().zone());
      return new Line(place, add(store, asked), words);
    } catch (InvalidRequest | JsonException e) {
      return new Line(place, Fate.BAD, e.getMessage());
    }
  }

  private Fate add(Store store, ScheduleRequest asked) {
    Instant now = workspace.now();
    long account = workspace.accountId(store);
    boolean known =
        store.schedules().all(account).stream()
            .anyMatch(one -> !one.removed() && one.asked().asksTheSameAs(asked));
    if (known) {
      return Fate.UNCHANGED;
    }
    if (new Upcoming(asked.plan(), workspace.venue()).first(now).isEmpty()) {
      return Fate.PAST;
    }
    long id = store.schedules().add(account, asked, now, workspace.venue().zone().getId());
    Schedule schedule = store.schedules().find(account, id).orElseThrow();
    new Filling(workspace.venue(), store, now).fill(schedule, now);
    return Fate.ADDED;
  }

  private List<Line> tokens(Path file, String text) {
    if (!(Json.tree(text) instanceof Map<?, ?> fields)
        || !(fields.get("refresh_token") instanceof String token)) {
      throw new InvalidRequest(
          "%s holds neither a list of schedules nor a refresh_token".formatted(file));
    }
    String place = file.toString();
    // What the session has become since is worth more than the token that it began with.
    if (session.view().isAlive(workspace.now())) {
      return List.of(
          new Line(
              place, Fate.UNCHANGED, "signed in already; court login --with-token replaces it"));
    }
    session.keepUntried(TokenText.of(token));
    return List.of(new Line(place, Fate.ADDED, "refresh token, to be tried at the next run"));
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw new InvalidRequest("%s is too large to be a list of schedules".formatted(file));
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new InvalidRequest("cannot read %s: %s".formatted(file, reason(e)), e);
    }
  }

  private static String reason(IOException e) {
    return switch (e.getClass().getSimpleName()) {
      case "NoSuchFileException" -> "there is no such file";
      case "AccessDeniedException" -> "not allowed";
      case "MalformedInputException" -> "it is not text in UTF-8";
      default -> e.getMessage();
    };
  }
}
