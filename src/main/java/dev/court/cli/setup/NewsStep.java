package dev.court.cli.setup;

import dev.court.booking.InvalidRequest;
import dev.court.cli.CourtCommand;
import dev.court.cli.ExitCodes;
import dev.court.cli.PrivateFile;
import dev.court.notification.channel.Channel;
import dev.court.notification.channel.Channels;
import dev.court.settings.Settings;
import dev.court.terminal.Questions;
import dev.court.terminal.TypedAnswer;
import java.util.List;
import java.util.Optional;

/** A channel for news, and a message to try it. */
final class NewsStep implements SetupStep {
  private static final int MOST_BYTES = 8_000;

  private final CourtCommand court;
  private final SetupCases cases;
  private final InitOptions given;
  private final Settings settings;
  private final AccountChannels channels;
  private ChannelDraft draft;
  private String origin = PlannedValue.TYPED;

  NewsStep(CourtCommand court, SetupCases cases, InitOptions given) {
    this.court = court;
    this.cases = cases;
    this.given = given;
    this.settings = cases.settings();
    this.channels = new AccountChannels(cases, court.account());
  }

  @Override
  public String title() {
    return "Where to send news";
  }

  @Override
  public Optional<String> take() {
    if (given.notifyAddress != null && given.notifyFile != null) {
      throw new InvalidRequest("the address is given twice: leave out --notify or --notify-file");
    }
    if (given.notifyAddress != null) {
      draft = draft(given.notifyAddress);
      if (draft.isSecret()) {
        throw new InvalidRequest(
            "that address may be a secret, and every user of the machine can read arguments: give it"
                + " with --notify-file");
      }
      origin = "--notify";
    } else if (given.notifyFile != null) {
      draft = draft(PrivateFile.read(given.notifyFile, "--notify-file", MOST_BYTES));
      origin = "--notify-file";
    }
    boolean isSaid = draft != null;
    leaveOutIfThere();
    return isSaid || !held().isEmpty() ? Optional.empty() : Optional.of("--notify");
  }

  @Override
  public void ask(Questions questions) {
    if (given.notifyAddress != null || given.notifyFile != null) {
      Optional<String> unused = take();
      return;
    }
    boolean hasSome = !held().isEmpty();
    if (hasSome) {
      questions.say("They go to " + there() + ".");
    }
    questions.say(
        "The address of a topic of ntfy, such as https://ntfy.sh/TOPIC, or of a webhook, of Slack's"
            + " or Discord's too. docs/notifications.md tells of mail and the others. "
            + (hasSome ? "Enter adds none." : "Enter leaves it for later."));
    String unused = questions.ask("Address", "", this::answer);
    leaveOutIfThere();
  }

  /** A script that runs again adds nothing twice. */
  private void leaveOutIfThere() {
    if (draft != null && channels.hold(draft)) {
      draft = null;
    }
  }

  private TypedAnswer<String> answer(String text) {
    try {
      draft = text.isEmpty() ? null : draft(text);
      return new TypedAnswer.Usable<>(text);
    } catch (InvalidRequest e) {
      return new TypedAnswer.Unusable<>(e.getMessage());
    }
  }

  private ChannelDraft draft(String address) {
    channels.requireKnown();
    return ChannelDraft.of(address.strip(), channels.names());
  }

  private List<Channel> held() {
    return settings.channels(court.account());
  }

  private String there() {
    return Channels.words(held());
  }

  @Override
  public List<PlannedValue> plan() {
    if (draft != null) {
      return List.of(
          new PlannedValue("news", draft.words() + ", with a message to try it", origin));
    }
    return List.of(
        held().isEmpty()
            ? new PlannedValue("news", "nowhere: docs/notifications.md", PlannedValue.LEFT_OUT)
            : new PlannedValue("news", there(), PlannedValue.THERE));
  }

  @Override
  public boolean isChange() {
    return draft != null;
  }

  @Override
  public int perform() {
    channels.add(draft);
    return ExitCodes.DONE;
  }

  /**
   * Sends a message on the new channel.
   *
   * @return an exit code
   */
  int test() {
    return new ChannelTrial(court, cases).of(draft.name());
  }
}
