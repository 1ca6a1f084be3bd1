package dev.court;

import dev.court.atrium.http.AtriumSettings;
import dev.court.atrium.http.HttpTransport;
import dev.court.atrium.http.Probe;
import dev.court.atrium.realm.Realm;
import dev.court.atrium.realm.SignIn;
import dev.court.atrium.reservations.AnswerPatterns;
import dev.court.atrium.reservations.Reservations;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Problem;
import dev.court.booking.SetupProblem;
import dev.court.notification.ChannelStatuses;
import dev.court.notification.DeliveryLimits;
import dev.court.notification.Heartbeat;
import dev.court.notification.NotificationPhase;
import dev.court.notification.OutboxRelay;
import dev.court.notification.OutboxWriter;
import dev.court.notification.SendTestMessage;
import dev.court.notification.channel.ChannelValidator;
import dev.court.notification.channel.Dispatcher;
import dev.court.notification.channel.SendContext;
import dev.court.planning.RequestMaker;
import dev.court.run.LastRun;
import dev.court.run.RunDue;
import dev.court.schedule.AddSchedule;
import dev.court.schedule.ChangeSchedules;
import dev.court.schedule.History;
import dev.court.schedule.ListSchedules;
import dev.court.schedule.Preview;
import dev.court.schedule.ResolveBooking;
import dev.court.schedule.ShowSchedule;
import dev.court.session.AutomaticSignIn;
import dev.court.session.Keyring;
import dev.court.session.Login;
import dev.court.session.Logout;
import dev.court.session.ReplaceLostKey;
import dev.court.session.RotateKey;
import dev.court.session.Session;
import dev.court.session.TokenStore;
import dev.court.settings.HomeFolder;
import dev.court.settings.Settings;
import dev.court.store.Database;
import dev.court.store.ProcessLock;
import dev.court.transfer.CalendarFeed;
import dev.court.transfer.EventDefaults;
import dev.court.transfer.ImportFiles;
import dev.court.workspace.LeaseOwner;
import dev.court.workspace.Waiter;
import dev.court.workspace.Workspace;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The use cases of one command, each put together when it is asked for. */
public final class Application implements AutoCloseable {
  private final Settings settings;
  private final Resources surroundings;
  private final String account;
  private HttpTransport line;
  private Workspace workspace;
  private NotificationPhase telling;
  private Heartbeat heartbeat;

  /** Use cases for one account; nothing is opened or made yet. */
  public Application(Settings settings, Resources surroundings, String account) {
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
  public record Resources(
      InstantSource clock,
      Waiter waiter,
      LeaseOwner claimant,
      Keyring keyring,
      Supplier<HttpTransport> line,
      UnaryOperator<String> variable,
      DeliveryLimits limits) {}

  public Settings settings() {
    return settings;
  }

  /** Whose bookings they are. */
  public String account() {
    return account;
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
    return new AddSchedule(settings.venue(), surroundings.clock(), this::workspace);
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

  public CalendarFeed calendarFeed() {
    return new CalendarFeed(workspace());
  }

  public History history() {
    return new History(workspace());
  }

  public ImportFiles importFiles(EventDefaults events) {
    return new ImportFiles(workspace(), requestMaker(), session(), events);
  }

  public Session session() {
    return new Session(
        workspace(),
        new TokenStore(workspace(), surroundings.keyring()),
        this::realm,
        lock(),
        new AutomaticSignIn(workspace(), surroundings.keyring(), this::signIn));
  }

  public Login login() {
    return new Login(workspace(), surroundings.keyring(), session(), this::signIn);
  }

  public Logout logout() {
    return new Logout(workspace(), surroundings.keyring(), this::realm, lock());
  }

  public RotateKey rotateKey() {
    return new RotateKey(workspace(), surroundings.keyring(), lock());
  }

  public ReplaceLostKey newKey() {
    return new ReplaceLostKey(workspace(), surroundings.keyring(), lock());
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
  public synchronized NotificationPhase telling() {
    if (telling == null) {
      OutboxWriter postbox = new OutboxWriter(settings.channels());
      telling =
          new NotificationPhase(
              workspace(),
              postbox,
              new OutboxRelay(
                  workspace(),
                  surroundings.claimant(),
                  postbox,
                  courier(),
                  surroundings.limits().message()),
              heartbeat(),
              surroundings.limits().phase());
    }
    return telling;
  }

  /** What tells a dead man's switch; it needs neither home nor database. */
  public synchronized Heartbeat heartbeat() {
    if (heartbeat == null) {
      heartbeat =
          new Heartbeat(
              courier(),
              Optional.ofNullable(settings.pingUrl()),
              surroundings.limits().heartbeat());
    }
    return heartbeat;
  }

  public SendTestMessage notifyTest() {
    return new SendTestMessage(
        settings.channels(),
        courier(),
        clock(),
        settings.venue().zone(),
        account,
        surroundings.limits().message());
  }

  /** How the channels stand; makes nothing, not even the home. */
  public ChannelStatuses notifyState() {
    return new ChannelStatuses(
        settings.channels(), new ChannelValidator(world()), settings.home(), this::workspace);
  }

  private Dispatcher courier() {
    return new Dispatcher(world());
  }

  private SendContext world() {
    return new SendContext(settings.home(), surroundings.variable());
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

  /** Where reservations are made, without a token. */
  public Probe apiDoorbell() {
    return new Probe(atrium().apiUrl(), line());
  }

  /** Where the realm describes itself (OpenID Connect Discovery 1.0, 4), without a token. */
  public Probe realmDoorbell() {
    return new Probe(URI.create(atrium().authUrl() + "/.well-known/openid-configuration"), line());
  }

  /** What the account holds at the building. */
  public Reservations reservations() {
    return new Reservations(atrium(), patterns(), line());
  }

  private synchronized HttpTransport line() {
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

  /** What keeps the settings from being used, if anything does. */
  public Optional<Problem> missingSetup() {
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
