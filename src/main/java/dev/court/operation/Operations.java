package dev.court.operation;

import dev.court.atrium.AnswerPatterns;
import dev.court.atrium.AtriumSettings;
import dev.court.atrium.HttpLine;
import dev.court.atrium.Realm;
import dev.court.atrium.Reservations;
import dev.court.atrium.SignIn;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Problem;
import dev.court.booking.SetupProblem;
import dev.court.notify.Courier;
import dev.court.notify.Inspection;
import dev.court.notify.World;
import dev.court.settings.HomeFolder;
import dev.court.settings.Settings;
import dev.court.store.Database;
import dev.court.store.ProcessLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The use cases of one command, each put together when it is asked for. */
public final class Operations implements AutoCloseable {
  private final Settings settings;
  private final Surroundings surroundings;
  private final String account;
  private HttpLine line;
  private Workspace workspace;
  private Telling telling;
  private Heartbeat heartbeat;

  /** Use cases for one account; nothing is opened or made yet. */
  public Operations(Settings settings, Surroundings surroundings, String account) {
    this.settings = settings;
    this.surroundings = surroundings;
    this.account = account;
  }

  /**
   * What lies outside the program.
   *
   * @param line makes the HTTP client when something is sent
   * @param variable of the environment by name, for secrets that stand there; null when not set
   */
  public record Surroundings(
      InstantSource clock,
      Waiter waiter,
      Claimant claimant,
      Keyring keyring,
      Supplier<HttpLine> line,
      UnaryOperator<String> variable) {}

  public Settings settings() {
    return settings;
  }

  public InstantSource clock() {
    return surroundings.clock();
  }

  public Waiter waiter() {
    return surroundings.waiter();
  }

  public RequestMaker requestMaker() {
    return new RequestMaker(settings.venue(), settings.guests());
  }

  public Preview preview() {
    return new Preview(settings.venue(), surroundings.clock());
  }

  public AddSchedule addSchedule() {
    return new AddSchedule(workspace());
  }

  public ListSchedules listSchedules() {
    return new ListSchedules(workspace());
  }

  public ShowSchedule showSchedule() {
    return new ShowSchedule(workspace());
  }

  public ChangeSchedules changeSchedules() {
    return new ChangeSchedules(workspace());
  }

  public ResolveBooking resolveBooking() {
    return new ResolveBooking(workspace());
  }

  public History history() {
    return new History(workspace());
  }

  public ImportFiles importFiles() {
    return new ImportFiles(workspace(), requestMaker(), session());
  }

  public Session session() {
    return new Session(
        workspace(),
        surroundings.keyring(),
        this::realm,
        lock(),
        new SignInAgain(workspace(), surroundings.keyring(), this::signIn));
  }

  public Login login() {
    return new Login(workspace(), surroundings.keyring(), session(), this::signIn);
  }

  public Logout logout() {
    return new Logout(workspace(), surroundings.keyring(), this::realm, lock());
  }

  /** A look at everything that makes nothing: not even the home. */
  public Checkup checkup() {
    Path home = settings.home();
    StoredChecks stored = Files.isDirectory(home) ? new StoredChecks(workspace(), session()) : null;
    return new Checkup(
        new HomeChecks(home, clock(), this::missingSetup),
        stored,
        new ZoneCheck(settings.venue().zone(), clock()),
        new ServerCheck(this::field));
  }

  private Pursuit.Field field() {
    return new Pursuit.Field(
        reservations(), null, settings.venue(), surroundings.clock(), surroundings.waiter());
  }

  public RotateKey rotateKey() {
    return new RotateKey(workspace(), surroundings.keyring(), lock());
  }

  public NewKey newKey() {
    return new NewKey(workspace(), surroundings.keyring(), lock());
  }

  public RunDue runDue() {
    return new RunDue(
        workspace(),
        session(),
        this::reservations,
        surroundings.claimant(),
        surroundings.waiter(),
        this::missingSetup,
        new LastRun(settings.home()),
        telling());
  }

  /** What tells those who are away, the same for all that one command does. */
  public synchronized Telling telling() {
    if (telling == null) {
      Postbox postbox = new Postbox(settings.channels());
      telling =
          new Telling(
              workspace(),
              postbox,
              new Rounds(workspace(), surroundings.claimant(), postbox, courier()),
              heartbeat());
    }
    return telling;
  }

  /** What tells a dead man's switch; it needs neither home nor database. */
  public synchronized Heartbeat heartbeat() {
    if (heartbeat == null) {
      heartbeat = new Heartbeat(courier(), Optional.ofNullable(settings.pingUrl()));
    }
    return heartbeat;
  }

  public NotifyTest notifyTest() {
    return new NotifyTest(
        settings.channels(), courier(), clock(), settings.venue().zone(), account);
  }

  /** How the channels stand; makes nothing, not even the home. */
  public NotifyState notifyState() {
    return new NotifyState(
        settings.channels(), new Inspection(world()), settings.home(), this::workspace);
  }

  private Courier courier() {
    return new Courier(world());
  }

  private World world() {
    return new World(settings.home(), surroundings.variable());
  }

  /** One for all, since a database object keeps its threads from getting into each other's way. */
  private synchronized Workspace workspace() {
    if (workspace == null) {
      HomeFolder.make(settings.home());
      workspace =
          new Workspace(
              new Database(settings.dbUrl()), settings.venue(), surroundings.clock(), account);
    }
    return workspace;
  }

  private ProcessLock lock() {
    return new ProcessLock(settings.home().resolve("refresh.lock"));
  }

  private Realm realm() {
    return new Realm(atrium(), line());
  }

  private SignIn signIn() {
    return new SignIn(atrium(), settings.redirectUri(), line());
  }

  private Reservations reservations() {
    return new Reservations(atrium(), patterns(), line());
  }

  private synchronized HttpLine line() {
    if (line == null) {
      line = surroundings.line().get();
    }
    return line;
  }

  private AnswerPatterns patterns() {
    try {
      return AnswerPatterns.DEFAULT.and(
          new AnswerPatterns(settings.takenPatterns(), settings.tooEarlyPatterns()));
    } catch (InvalidRequest e) {
      throw new SetupProblem(
          "settings taken_patterns and too_early_patterns: " + e.getMessage(), e);
    }
  }

  private AtriumSettings atrium() {
    return new AtriumSettings(
        settings.apiUrl(),
        settings.authUrl(),
        settings.clientId(),
        settings.occupantId(),
        settings.amenityTypeId(),
        settings.reservationType());
  }

  private Optional<Problem> missingSetup() {
    try {
      atrium();
      patterns();
      settings.requireOccupantId();
      return Optional.empty();
    } catch (SetupProblem e) {
      return Optional.of(e);
    }
  }

  @Override
  public synchronized void close() {
    if (line != null) {
      line.close();
    }
  }
}
