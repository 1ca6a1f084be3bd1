package dev.court.cli.setup;

import dev.court.cli.CourtCommand;
import dev.court.cli.ExitCodes;
import dev.court.cli.PrivateFile;
import dev.court.booking.InvalidRequest;
import dev.court.json.Json;
import dev.court.notification.SendTestMessage.TestResult;
import dev.court.notification.channel.Channels;
import dev.court.notification.channel.DeliveryResult;
import dev.court.settings.Settings;
import dev.court.terminal.Questions;
import dev.court.terminal.TypedAnswer;
import dev.court.workspace.AccountCommand;
import dev.court.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A channel for news, and a message to try it. */
final class NewsStep implements SetupStep {
  private static final int MOST_BYTES = 8_000;

  private final CourtCommand court;
  private final SetupCases cases;
  private final InitOptions given;
  private final Settings settings;
  private ChannelDraft draft;
  private String origin = PlannedValue.TYPED;

  NewsStep(CourtCommand court, SetupCases cases, InitOptions given) {
    this.court = court;
    this.cases = cases;
    this.given = given;
    this.settings = cases.settings();
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
    return isSaid || !settings.channels(court.account()).isEmpty()
        ? Optional.empty()
        : Optional.of("--notify");
  }

  @Override
  public void ask(Questions questions) {
    if (given.notifyAddress != null || given.notifyFile != null) {
      Optional<String> unused = take();
      return;
    }
    boolean hasSome = !settings.channels(court.account()).isEmpty();
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
    if (draft != null && set().containsValue(draft.fields())) {
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
    cases.configFile().requireKnown(setting());
    return ChannelDraft.of(address.strip(), set().keySet());
  }

  private String setting() {
    String account = court.account();
    return account.equals(Workspace.ONLY_ACCOUNT)
        ? "notify"
        : "accounts.%s.notify".formatted(account);
  }

  /** The channels of the account as they stand in the file. */
  private Map<?, ?> set() {
    Map<?, ?> holder = cases.configFile().read();
    if (!court.account().equals(Workspace.ONLY_ACCOUNT)) {
      holder = map(map(holder.get("accounts")).get(court.account()));
    }
    return map(holder.get("notify"));
  }

  private static Map<?, ?> map(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private String there() {
    return Channels.words(settings.channels(court.account()));
  }

  @Override
  public List<PlannedValue> plan() {
    if (draft != null) {
      return List.of(
          new PlannedValue("news", draft.words() + ", with a message to try it", origin));
    }
    return List.of(
        settings.channels(court.account()).isEmpty()
            ? new PlannedValue("news", "nowhere: docs/notifications.md", PlannedValue.LEFT_OUT)
            : new PlannedValue("news", there(), PlannedValue.THERE));
  }

  @Override
  public boolean isChange() {
    return draft != null;
  }

  @Override
  public int perform() {
    Map<Object, Object> all = new LinkedHashMap<>(set());
    all.put(draft.name(), draft.fields());
    cases.configFile().set(setting(), Json.write(all));
    return ExitCodes.DONE;
  }

  /**
   * Sends a message on the new channel.
   *
   * @return an exit code
   */
  int test() {
    String command = AccountCommand.of("court notify test", court.account());
    if (!cases.hasAccount()) {
      court.say("When the account has a schedule or a sign-in, try it: %s.".formatted(command));
      return ExitCodes.DONE;
    }
    List<TestResult> results = cases.testMessage().send(draft.name());
    for (TestResult one : results) {
      court.say(
          one.delivery() instanceof DeliveryResult.Failed failed
              ? "The message to try %s was not sent: %s. %s sends another."
                  .formatted(one.channel(), failed.reason(), command)
              : "A message to try %s was sent: see whether it came.".formatted(one.channel()));
    }
    return ExitCodes.ofDeliveries(results.stream().map(TestResult::delivery).toList());
  }
}
