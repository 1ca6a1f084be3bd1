package dev.court.cli.setup;

import dev.court.cli.CourtCommand;
import dev.court.cli.ExitCodes;
import dev.court.booking.InvalidRequest;
import dev.court.booking.SetupProblem;
import dev.court.held.OccupantAnswer;
import dev.court.settings.Setting;
import dev.court.settings.Settings;
import dev.court.terminal.Questions;
import dev.court.terminal.TypedAnswer;
import dev.court.workspace.Workspace;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
  private boolean isRefused;

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
    if (isVariable() && !id.equals(held())) {
      throw new InvalidRequest(
          "%s says %s, and comes before what is typed: change it there, or unset it"
              .formatted(source(), held()));
    }
    return id;
  }

  /**
   * Asks the building whether it lets the person who is signed in be this occupant, and the person
   * for another number where it does not. In the end what is set already is asked about too.
   */
  void check(Questions questions) {
    Set<String> refused = new HashSet<>();
    while (isOutside(refused)) {
      OccupantAnswer answer = cases.tryOccupant(id().get()).ask();
      isRefused = answer instanceof OccupantAnswer.NotYours;
      if (!isRefused) {
        say(answer);
        return;
      }
      refused.add(id().get());
      questions.say(refusal("give your own number") + ".");
      typed = null;
      if (refused.size() < TRIES && !isVariable()) {
        ask(questions, "");
      }
      if (!isOutside(refused)) {
        typed = null;
      }
    }
  }

  private boolean isOutside(Set<String> refused) {
    return id().filter(id -> !refused.contains(id)).isPresent();
  }

  /**
   * The same where nobody can be asked.
   *
   * @param outcome what was set up until now
   * @throws SetupProblem when the building does not let the person in
   */
  void check(String outcome) {
    id().map(id -> cases.tryOccupant(id).ask())
        .ifPresent(
            answer -> {
              if (answer instanceof OccupantAnswer.NotYours) {
                throw new SetupProblem(
                    refusal("give your own number with --occupant") + "; " + outcome);
              }
              say(answer);
            });
  }

  /** A variable comes before all that is given. */
  private String refusal(String remedy) {
    return "the building does not let you in as occupant %s (HTTP 403): %s"
        .formatted(
            id().orElseThrow(), isVariable() ? "correct " + source() + ", or unset it" : remedy);
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

  private boolean isVariable() {
    return source().startsWith("COURT_");
  }

  @Override
  public int tried() {
    return isRefused ? ExitCodes.SETUP : ExitCodes.DONE;
  }

  private String source() {
    boolean isUsual = court.account().equals(Workspace.ONLY_ACCOUNT);
    return isUsual ? source(SETTING) : "config.json";
  }

  private String source(String setting) {
    return settings.origin(setting).map(Setting::source).orElse("default");
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
                    "not set: court config set %s NUMBER"
                        .formatted(Settings.occupantSetting(court.account())),
                    PlannedValue.LEFT_OUT)));
  }

  private String setting() {
    return Settings.occupantKey(court.account());
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
