package dev.court.cli.setup;

import dev.court.booking.InvalidRequest;
import dev.court.cli.CourtCommand;
import dev.court.cli.setup.InitOptions.SetupPart;
import dev.court.host.Host;
import dev.court.terminal.Questions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of a set-up in their order, without those that are left out. */
final class SetupSteps {
  private final CourtCommand court;
  private final InitOptions given;
  private final SetupProgress progress;
  private final OccupantStep occupant;
  private final SignInStep signIn;
  private final CallerStep caller;
  private final NewsStep news;
  private final Map<SetupPart, SetupStep> parts = new LinkedHashMap<>();

  SetupSteps(
      CourtCommand court, SetupCases cases, Host host, InitOptions given, SetupProgress progress) {
    this.court = court;
    this.given = given;
    this.progress = progress;
    this.occupant = new OccupantStep(court, cases, given.occupant);
    this.signIn = new SignInStep(court, cases, given, progress);
    this.caller = new CallerStep(court, cases, host, given.caller);
    this.news = new NewsStep(court, cases, given);
    parts.put(SetupPart.occupant, occupant);
    parts.put(SetupPart.login, signIn);
    parts.put(SetupPart.schedule, new FirstScheduleStep(court, cases, given));
    parts.put(SetupPart.caller, caller);
    parts.put(SetupPart.news, news);
  }

  List<SetupStep> all() {
    return List.copyOf(parts.values());
  }

  CallerStep caller() {
    return caller;
  }

  NewsStep news() {
    return news;
  }

  /** Asks at the terminal, part by part, and signs in. */
  void ask() {
    int number = 0;
    for (Map.Entry<SetupPart, SetupStep> one : parts.entrySet()) {
      number++;
      if (!given.skip.contains(one.getKey())) {
        court.console().err().println();
        questions().say("%s. %s".formatted(number, one.getValue().title()));
        one.getValue().ask(questions());
      }
      if (one.getValue() == signIn && isKnown()) {
        occupant.check().ask(questions());
      }
    }
  }

  /**
   * Reads the options where nobody can be asked, and signs in.
   *
   * @throws InvalidRequest when one is missing; then nothing was written
   */
  void take() {
    List<String> missing = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (Map.Entry<SetupPart, SetupStep> one : parts.entrySet()) {
      if (!given.skip.contains(one.getKey())) {
        one.getValue()
            .take()
            .ifPresent(
                option -> {
                  missing.add(option);
                  leftOut.add(one.getKey().name());
                });
      }
    }
    refuse(missing, leftOut);
    if (!given.skip.contains(SetupPart.login)) {
      signIn.signIn();
    }
    if (isKnown()) {
      occupant.check().requireYours(progress.outcome());
    }
  }

  private void refuse(List<String> missing, List<String> leftOut) {
    String skip =
        leftOut.isEmpty()
            ? ""
            : ", or leave out what is to wait: --skip " + String.join(",", leftOut);
    if (!given.yes) {
      missing.add("--yes");
    }
    if (!missing.isEmpty()) {
      throw new InvalidRequest(
          "nobody can be asked here, so give %s%s".formatted(String.join(", ", missing), skip));
    }
  }

  private boolean isKnown() {
    return !given.skip.contains(SetupPart.occupant) && signIn.isAlive();
  }

  private Questions questions() {
    return court.questions(progress.outcome());
  }
}
