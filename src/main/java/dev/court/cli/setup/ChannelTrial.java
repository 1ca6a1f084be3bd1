package dev.court.cli.setup;

import dev.court.cli.CourtCommand;
import dev.court.cli.ExitCodes;
import dev.court.notification.SendTestMessage.TestResult;
import dev.court.notification.channel.DeliveryResult;
import dev.court.workspace.AccountCommand;
import java.util.List;

/** A message on a new channel, to see whether it comes. */
final class ChannelTrial {
  private final CourtCommand court;
  private final SetupCases cases;

  ChannelTrial(CourtCommand court, SetupCases cases) {
    this.court = court;
    this.cases = cases;
  }

  /**
   * Sends the message, and says what came of it.
   *
   * @return an exit code
   */
  int of(String channel) {
    String command = AccountCommand.of("court notify test", court.account());
    if (!cases.hasAccount()) {
      court.say("When the account has a schedule or a sign-in, try it: %s.".formatted(command));
      return ExitCodes.DONE;
    }
    List<TestResult> results = cases.testMessage().send(channel);
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
