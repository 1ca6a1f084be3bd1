package dev.court.cli.setup;

import dev.court.cli.CourtCommand;
import dev.court.cli.ExitCodes;
import dev.court.settings.Settings;
import dev.court.terminal.Questions;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Who the person is at the building. */
final class OccupantStep implements SetupStep {
  private final String option;
  private final Settings settings;
  private final OccupantChoice choice;
  private final OccupantCheck check;

  OccupantStep(CourtCommand court, SetupCases cases, String option) {
    this.option = option;
    this.settings = cases.settings();
    this.choice = new OccupantChoice(cases, court.account());
    this.check = new OccupantCheck(court, cases, choice);
  }

  @Override
  public String title() {
    return "Who you are at the building";
  }

  @Override
  public Optional<String> take() {
    if (option != null) {
      choice.take(choice.read(option), "--occupant");
    }
    return choice.id().isEmpty() ? Optional.of("--occupant") : Optional.empty();
  }

  @Override
  public void ask(Questions questions) {
    if (option != null) {
      Optional<String> unused = take();
    } else {
      String held = choice.held();
      questions.say(
          held.isEmpty() ? whereToFind() : "It knows you by a number, which is set already.");
      new OccupantQuestion(choice).ask(questions, held);
    }
  }

  private String whereToFind() {
    return ("It knows you by a number. Sign in at its portal (%s), open the browser's developer"
            + " tools, Network, and look at the addresses that the portal calls: the number stands"
            + " after /my/occupants/. Paste the number, or all of such an address.")
        .formatted(settings.redirectUri());
  }

  /** Asks the building about the number, now that somebody is signed in. */
  OccupantCheck check() {
    return check;
  }

  @Override
  public int tried() {
    return check.isRefused() ? ExitCodes.SETUP : ExitCodes.DONE;
  }

  @Override
  public List<PlannedValue> plan() {
    URI api = settings.apiUrl();
    return List.of(
        new PlannedValue("home", settings.home().toString(), choice.source("home")),
        new PlannedValue(
            "building",
            "%s, %s".formatted(api.getAuthority(), settings.venue().zone()),
            choice.source("api_url")),
        choice.planned());
  }

  @Override
  public boolean isChange() {
    return choice.isChange();
  }

  @Override
  public int perform() {
    choice.write();
    return ExitCodes.DONE;
  }
}
