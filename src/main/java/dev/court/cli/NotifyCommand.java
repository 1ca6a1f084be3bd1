package dev.court.cli;

import static dev.court.terminal.Column.column;

import dev.court.notification.ChannelStatuses;
import dev.court.notification.SendTestMessage;
import dev.court.notification.channel.DeliveryResult;
import dev.court.notification.channel.EventType;
import dev.court.terminal.Column;
import dev.court.terminal.Format;
import dev.court.terminal.Printer;
import dev.court.terminal.View;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "notify",
    description = {
      "Show the channels that tell you what happened, and what could not be told yet.",
      "They are set in config.json under notify; run-due sends."
    })
public final class NotifyCommand implements Callable<Integer> {
  private static final View<ChannelStatuses.ChannelStatus, ChannelJson> CHANNELS =
      new View<>(
          List.of(
              column("CHANNEL", one -> one.channel().name()),
              column("TYPE", one -> one.channel().type()),
              Column.<ChannelStatuses.ChannelStatus>column("TELLS", NotifyCommand::events)
                  .wrapped(12),
              column("WAITING", one -> String.valueOf(one.waiting())),
              Column.<ChannelStatuses.ChannelStatus>column("TROUBLE", NotifyCommand::trouble)
                  .wrapped(20)),
          ChannelJson.class,
          NotifyCommand::json);

  private static final View<SendTestMessage.TestResult, TriedJson> TRIED =
      new View<>(
          List.of(
              column("CHANNEL", SendTestMessage.TestResult::channel),
              column("TYPE", SendTestMessage.TestResult::type),
              Column.<SendTestMessage.TestResult>column("RESULT", NotifyCommand::result)
                  .wrapped(20)),
          TriedJson.class,
          one -> new TriedJson(one.channel(), one.type(), isSent(one), failure(one)));

  private final Supplier<ChannelStatuses> statuses;
  private final Supplier<SendTestMessage> testMessage;

  @ParentCommand CourtCommand court;

  @Mixin FormatOption output;

  /** A channel for programs. */
  record ChannelJson(
      String channel, String type, List<String> events, int waiting, String trouble) {}

  /** The result of a test message, for programs. */
  record TriedJson(String channel, String type, boolean sent, String reason) {}

  public NotifyCommand(Supplier<ChannelStatuses> statuses, Supplier<SendTestMessage> testMessage) {
    this.statuses = statuses;
    this.testMessage = testMessage;
  }

  @Override
  public Integer call() {
    List<ChannelStatuses.ChannelStatus> channels = statuses.get().look();
    if (channels.isEmpty() && output.format == Format.table) {
      court.say("No channel is set: docs/notifications.md shows how to set one in config.json.");
    }
    new Printer(court.screen(), output.format).print(channels, CHANNELS);
    return ExitCodes.DONE;
  }

  @Command(
      name = "test",
      description = "Send a message on one channel or on all, and say what came of it.")
  int test(
      @Parameters(arity = "0..1", paramLabel = "CHANNEL", description = "Only this one.")
          String channel,
      @Mixin FormatOption form) {
    List<SendTestMessage.TestResult> tried = testMessage.get().send(channel);
    new Printer(court.screen(), form.format).print(tried, TRIED);
    return ExitCodes.ofDeliveries(
        tried.stream().map(SendTestMessage.TestResult::delivery).toList());
  }

  private static String events(ChannelStatuses.ChannelStatus one) {
    return one.channel().wants().size() == EventType.values().length - 1
        ? "everything"
        : String.join(",", words(one));
  }

  private static List<String> words(ChannelStatuses.ChannelStatus one) {
    return one.channel().wants().stream()
        .sorted()
        .map(EventType::word)
        .collect(Collectors.toList());
  }

  private static String trouble(ChannelStatuses.ChannelStatus one) {
    String lastError = one.lastError() == null ? "" : one.lastError();
    return one.problem().map(Throwable::getMessage).orElse(lastError);
  }

  private static ChannelJson json(ChannelStatuses.ChannelStatus one) {
    String trouble = trouble(one);
    return new ChannelJson(
        one.channel().name(),
        one.channel().type(),
        words(one),
        one.waiting(),
        trouble.isEmpty() ? null : trouble);
  }

  private static String result(SendTestMessage.TestResult one) {
    return isSent(one) ? "sent" : "not sent: " + failure(one);
  }

  private static boolean isSent(SendTestMessage.TestResult one) {
    return one.delivery() instanceof DeliveryResult.Delivered;
  }

  private static String failure(SendTestMessage.TestResult one) {
    return one.delivery() instanceof DeliveryResult.Failed failed ? failed.reason() : null;
  }
}
