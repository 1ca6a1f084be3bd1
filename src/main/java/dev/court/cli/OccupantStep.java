package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.booking.SetupProblem;
import dev.court.held.OccupantAnswer;
import dev.court.settings.Setting;
import dev.court.settings.Settings;
import dev.court.terminal.Questions;
import dev.court.terminal.TypedAnswer;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Who the person is at the building. */
final class OccupantStep implements SetupStep {
  private static final int TRIES = 3;
  private static final String SETTING = "occupant_id";

  private final CourtCommand court;
  private final SetupCases cases;
  private final String option;
  private final Settings settings;
  private String typed;
  private String origin;

  OccupantStep(CourtCommand court, SetupCases cases, String option) {
    this.court = court;
    this.cases = cases;
    this.option = option;
    this.settings = cases.settings();
  }

  @Override
  public String title() {
    return "Who you are at the building";
  }

  @Override
  public Optional<String> take() {
    if (option != null) {
      typed = read(option);
      origin = "--occupant";
    }
    return id().isEmpty() ? Optional.of("--occupant") : Optional.empty();
  }

  @Override
  public void ask(Questions questions) {
    if (option != null) {
      Optional<String> unused = take();
    } else {
      questions.say(
          held().isEmpty() ? whereToFind() : "It knows you by a number, which is set already.");
      ask(questions, held());
    }
  }

  private String whereToFind() {
    return ("It knows you by a number. Sign in at its portal (%s), open the browser's developer"
            + " tools, Network, and look at the addresses that the portal calls: the number stands"
            + " after /my/occupants/. Paste the number, or all of such an address.")
        .formatted(settings.redirectUri());
  }

  private void ask(Questions questions, String suggested) {
    String answer = questions.ask("Number or address", suggested, this::answer);
    if (!answer.isEmpty() && !answer.equals(held())) {
      typed = answer;
      origin = PlannedValue.TYPED;
    }
  }

  private TypedAnswer<String> answer(String text) {
    try {
      return new TypedAnswer.Usable<>(text.isEmpty() || text.equals(held()) ? text : read(text));
    } catch (InvalidRequest e) {
      return new TypedAnswer.Unusable<>(e.getMessage());
    }
  }

  /** A variable comes before the file, so that what is typed would not hold. */
  private String read(String text) {
    String id = OccupantText.read(text);
    cases.configFile().requireKnown(setting());
    if (source().startsWith("COURT_") && !id.equals(held())) {
      throw new InvalidRequest(
          "%s says %s, and comes before what is typed: change it there, or unset it"
              .formatted(source(), held()));
    }
    return id;
  }

  /**
   * Asks the building whether it is the number of the person who is signed in, and the person for
   * another one where it is not.
   */
  void check(Questions questions) {
    for (int tries = 1; id().isPresent(); tries++) {
      OccupantAnswer answer = cases.tryOccupant(id().get()).ask();
      if (!(answer instanceof OccupantAnswer.NotYours)) {
        say(answer);
        return;
      }
      questions.say(refusal());
      typed = null;
      if (tries < TRIES && !source().startsWith("COURT_")) {
        ask(questions, "");
      }
      if (typed == null) {
        return;
      }
    }
  }

  /**
   * The same where nobody can be asked.
   *
   * @throws SetupProblem when it is somebody else's
   */
  void check() {
    id().map(id -> cases.tryOccupant(id).ask())
        .ifPresent(
            answer -> {
              if (answer instanceof OccupantAnswer.NotYours) {
                throw new SetupProblem(refusal());
              }
              say(answer);
            });
  }

  private String refusal() {
    return "the building does not let you in as occupant %s (HTTP 403): that is somebody else's number"
        .formatted(id().orElseThrow());
  }

  private void say(OccupantAnswer answer) {
    court.say(
        answer instanceof OccupantAnswer.NotTold unclear
            ? "Whether %s is your number could not be found out (%s); court doctor asks again."
                .formatted(id().orElseThrow(), unclear.why())
            : "The building lets you in as occupant %s.".formatted(id().orElseThrow()));
  }

  /** What is typed, else what holds. */
  private Optional<String> id() {
    return Optional.ofNullable(typed).or(() -> settings.occupantId(court.account()));
  }

  private String held() {
    return settings.occupantId(court.account()).orElse("");
  }

  private String source() {
    boolean isUsual = court.account().equals("default");
    return isUsual ? source(SETTING) : "config.json";
  }

  private String source(String setting) {
    return settings.origins().stream()
        .filter(one -> one.name().equals(setting))
        .map(Setting::source)
        .findFirst()
        .orElse("default");
  }

  @Override
  public List<PlannedValue> plan() {
    URI api = settings.apiUrl();
    return List.of(
        new PlannedValue("home", settings.home().toString(), source("home")),
        new PlannedValue(
            "building",
            "%s, %s".formatted(api.getAuthority(), settings.venue().zone()),
            source("api_url")),
        id().map(id -> new PlannedValue("occupant", id, typed == null ? source() : origin))
            .orElse(
                new PlannedValue(
                    "occupant",
                    "not set: court config set %s NUMBER".formatted(setting()),
                    PlannedValue.LEFT_OUT)));
  }

  private String setting() {
    String account = court.account();
    return account.equals("default") ? SETTING : "accounts.%s.%s".formatted(account, SETTING);
  }

  @Override
  public boolean isChange() {
    return typed != null && !typed.equals(held());
  }

  @Override
  public int perform() {
    cases.configFile().set(setting(), typed);
    return ExitCodes.DONE;
  }
}
