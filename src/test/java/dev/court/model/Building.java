package dev.court.model;

import dev.court.model.ModelServer.HttpRequestText;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The building's API and its realm, as well as the weather lets them be. */
final class Building implements ModelServer.Answers {
  private static final Pattern PATH = Pattern.compile("/p(\\d+)(/.*)");
  private static final Pattern START = Pattern.compile("\"start_time\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern AMENITY = Pattern.compile("\"amenity_id\"\\s*:\\s*(\\d+)");
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final int[] SERVER_ERRORS = {500, 502, 503, 504};

  private final VirtualTime time;
  private final World world;
  private final Weather weather;
  private final Duration lead;
  private final Ledger ledger;
  private final Story story;
  private final Map<Integer, ModelProcess> processes = new ConcurrentHashMap<>();
  private final List<Shot> shots = new CopyOnWriteArrayList<>();
  private final List<ReadListing> listings = new CopyOnWriteArrayList<>();

  /** A building where nobody has been yet. */
  Building(VirtualTime time, World world, Ledger ledger, Story story) {
    this.time = time;
    this.world = world;
    this.weather = world.weather();
    this.lead = world.lead();
    this.ledger = ledger;
    this.story = story;
  }

  void expect(ModelProcess process) {
    processes.put(process.number, process);
  }

  List<Shot> shots() {
    return shots;
  }

  /**
   * A listing as it was answered.
   *
   * @param at by our clock
   */
  record ReadListing(ModelProcess by, Instant at, List<Ledger.Holding> shown) {}

  List<ReadListing> listings() {
    return listings;
  }

  @Override
  public Optional<Wire> answer(HttpRequestText request) throws InterruptedException {
    Matcher path = PATH.matcher(request.path());
    if (!path.matches()) {
      return Optional.of(Reply.detail(404, "Not found.").at(server()));
    }
    ModelProcess process = processes.get(Integer.valueOf(path.group(1)));
    process.seen();
    ledger.catchUp(time.instant());
    Wire answer = answer(request, path.group(2), process);
    process.seen();
    return process.isKilled() ? nobodyHears(path.group(2), process) : Optional.of(answer);
  }

  private Wire answer(HttpRequestText request, String path, ModelProcess process)
      throws InterruptedException {
    if (request.method().equals("DELETE")) {
      return cancelled(path, process);
    }
    return request.method().equals("POST") && path.startsWith("/api")
        ? booked(request, process)
        : read(path, process);
  }

  /** Where listings go back and forth, nothing proves what became of a request without answer. */
  private Wire cancelled(String path, ModelProcess process) throws InterruptedException {
    String[] parts = path.split("/", -1);
    long id = Long.parseLong(parts[parts.length - 2]);
    Fate fate = weather.ofCancelling(time.instant());
    story.tell("%s cancels %s: %s".formatted(process, Long.toString(id), fate));
    if (fate == Fate.SLOW) {
      hold(process);
    }
    boolean isDone = fate.isDone() && ledger.cancelled(id);
    return switch (fate) {
      case ANSWERED, SLOW ->
          (isDone ? Reply.json(204, "") : Reply.detail(404, "Not found.")).at(server());
      case LOST_DONE, LOST_UNDONE -> Wire.CUT;
      default -> trouble(fate).at(server());
    };
  }

  /** A thread that waits for a token holds a lock, which the kernel ends; so must its thread. */
  private static Optional<Wire> nobodyHears(String path, ModelProcess process) {
    if (isRealm(path)) {
      return Optional.of(Wire.CUT);
    }
    process.unanswered(1);
    return Optional.empty();
  }

  private static boolean isRealm(String path) {
    return path.startsWith("/realm");
  }

  private Wire booked(HttpRequestText request, ModelProcess process) throws InterruptedException {
    Fate fate = weather.ofBooking(time.instant());
    Shot shot = new Shot(process, slot(request.body()), time.instant(), server(), fate);
    shots.add(shot);
    if (fate == Fate.SLOW) {
      hold(process);
    }
    Ledger.Verdict verdict = fate.isDone() ? book(shot.slot()) : null;
    story.tell("%s asks for %s: %s %s".formatted(process, shot.slot(), fate, verdict));
    return switch (fate) {
      case ANSWERED, SLOW -> said(verdict, shot.slot()).at(server());
      case LATE -> late(shot);
      case LOST_DONE -> lost(verdict, shot.slot());
      case LOST_UNDONE -> Wire.CUT;
      default -> trouble(fate).at(server());
    };
  }

  private Wire lost(Ledger.Verdict verdict, Slot slot) {
    return weather.number(3) == 0 ? said(verdict, slot).halfAt(server()) : Wire.CUT;
  }

  private Wire late(Shot shot) {
    Instant then = time.instant().plus(weather.delay());
    ledger.plan(
        then,
        () ->
            story.tell(
                "the late request for %s: %s"
                    .formatted(shot.slot(), ledger.book(shot.slot(), then, then.plus(lead)))));
    return Wire.CUT;
  }

  private Ledger.Verdict book(Slot slot) {
    ledger.catchUp(time.instant());
    return ledger.book(slot, time.instant(), server());
  }

  private Reply said(Ledger.Verdict verdict, Slot slot) {
    return switch (verdict) {
      case BOOKED -> Reply.json(201, weather.number(6) == 0 ? "" : json(ledger.holding(slot)));
      case TAKEN -> Reply.rule("This amenity is already reserved for the selected time.");
      case TOO_EARLY -> Reply.rule("Reservations can only be made up to 168 hours in advance.");
    };
  }

  private Reply trouble(Fate fate) {
    return switch (fate) {
      case CHALLENGE -> weather.number(2) == 0 ? Reply.page(403) : Reply.challenge();
      case THROTTLED -> Reply.throttled(weather.number(20));
      case UNAUTHORISED -> Reply.detail(401, "Given token not valid for any token type");
      case NOT_FOUND -> Reply.detail(404, "Not found.");
      default -> {
        int status = SERVER_ERRORS[weather.number(SERVER_ERRORS.length)];
        yield weather.number(3) == 0 ? Reply.page(status) : Reply.detail(status, "Server error");
      }
    };
  }

  private Wire read(String path, ModelProcess process) throws InterruptedException {
    Fate fate = weather.ofReading(time.instant());
    boolean isRealm = isRealm(path);
    story.note("%s reads %s: %s".formatted(process, isRealm ? "tokens" : "the listing", fate));
    return switch (fate) {
      case LOST_DONE, LOST_UNDONE, LATE -> Wire.CUT;
      case ANSWERED -> (isRealm ? tokens() : listing(process)).at(server());
      case SLOW -> {
        hold(process);
        yield (isRealm ? tokens() : listing(process)).at(server());
      }
      default -> isRealm ? Reply.detail(503, "no").at(server()) : trouble(fate).at(server());
    };
  }

  private void hold(ModelProcess process) throws InterruptedException {
    process.unanswered(1);
    try {
      time.sleepUntil(time.instant().plus(weather.delay()));
    } finally {
      process.unanswered(-1);
    }
  }

  private Reply tokens() {
    return Reply.json(
        200,
        """
        {"access_token":"access","expires_in":%s,"refresh_token":"refresh",\
        "refresh_expires_in":3600,"token_type":"Bearer","session_state":"s"}\
        """
            .formatted(Long.toString(world.tokenLife().toSeconds())));
  }

  private Reply listing(ModelProcess process) {
    Instant seen = time.instant().minus(weather.lagNow());
    List<Ledger.Holding> shown =
        ledger.ours().stream().filter(one -> !one.since().isAfter(seen)).toList();
    listings.add(new ReadListing(process, time.instant(), shown));
    return listing(shown, ledger.blocks());
  }

  /** A listing that shows these. */
  static Reply listing(List<Ledger.Holding> shown) {
    return listing(shown, List.of());
  }

  private static Reply listing(List<Ledger.Holding> shown, List<Ledger.Block> blocks) {
    return Reply.json(
        200,
        Stream.concat(
                blocks.stream().map(one -> json(one.what(), one.span())),
                shown.stream().map(Building::json))
            .collect(
                Collectors.joining(
                    ",",
                    "{\"count\":%s,\"next\":null,\"previous\":null,\"results\":["
                        .formatted(Integer.toString(shown.size() + blocks.size())),
                    "]}")));
  }

  private static String json(Ledger.Holding held) {
    return json(held, HALF_HOUR);
  }

  private static String json(Ledger.Holding held, Duration span) {
    return """
    {"id":%s,"amenity":{"id":%s,"label":"Court %s"},"start_time":"%s","end_time":"%s",\
    "guests":"1","is_cancelled":false}\
    """
        .formatted(
            Long.toString(held.id()),
            Long.toString(held.slot().amenity()),
            held.slot().court(),
            held.slot().start(),
            held.slot().start().plus(span));
  }

  /** The slot that a request asks for. */
  static Slot slot(String body) {
    return new Slot(
        OffsetDateTime.parse(first(START, body)).toInstant(), Long.parseLong(first(AMENITY, body)));
  }

  private static String first(Pattern pattern, String body) {
    Matcher matcher = pattern.matcher(body);
    if (!matcher.find()) {
      throw new IllegalArgumentException(body);
    }
    return matcher.group(1);
  }

  private Instant server() {
    return time.instant().plus(lead);
  }
}
