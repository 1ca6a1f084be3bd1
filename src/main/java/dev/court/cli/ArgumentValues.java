package dev.court.cli;

import dev.court.booking.BookingStatus;
import dev.court.manual.Values;
import dev.court.sandbox.FaultKind;
import dev.court.schedule.ScheduleView;
import dev.court.settings.SettingKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The values that an argument can have: its own candidates, else those that its label has in every
 * command. A label in lower case is itself a choice of words.
 */
final class ArgumentValues {
  private static final Values FREE = new Values.Free();

  private static final Map<String, Values> BY_LABEL =
      Map.of(
          "FILE", new Values.Files(),
          "FOLDER", new Values.Folders(),
          "COMMAND", new Values.Live(CompletionValues.COMMANDS, false),
          "CHANNEL", new Values.Live(CompletionValues.CHANNELS, false),
          "ID", new Values.Live(CompletionValues.SCHEDULES, false),
          "COURT", new Values.Live(CompletionValues.COURTS, false),
          "COURTS", new Values.Live(CompletionValues.COURTS, true),
          "DAYS", new Values.Choices(List.of("mo", "tu", "we", "th", "fr", "sa", "su"), true),
          "STATUS", new Values.Choices(statuses(), true));

  /** Arguments whose label has another meaning in their command. */
  private static final Map<String, Values> BY_COMMAND =
      Map.of(
          "court resolve ID", new Values.Live(CompletionValues.UNKNOWN, false),
          "court retry ID", new Values.Live(CompletionValues.LOST, false),
          "court skip DATE", new Values.Live(CompletionValues.DATES, false),
          "court away remove ID", FREE,
          "court resume ID", new Values.Live(CompletionValues.RESUMABLE, false),
          "court sandbox FAULTS", new Values.Choices(faults(), true),
          "court config get NAME", new Values.Choices(settings(), false),
          "court config set NAME", new Values.Choices(settings(), false),
          "court config unset NAME", new Values.Choices(settings(), false));

  private ArgumentValues() {}

  static Values argument(CommandSpec command, ArgSpec argument) {
    String label = argument.paramLabel();
    if (argument.completionCandidates() != null) {
      return new Values.Choices(
          StreamSupport.stream(argument.completionCandidates().spliterator(), false).toList(),
          false);
    }
    if (label.matches("[a-z]+(\\|[a-z]+)+")) {
      return new Values.Choices(Arrays.asList(label.split("\\|")), false);
    }
    if (argument instanceof OptionSpec option && option.longestName().equals("--account")) {
      return new Values.Live(CompletionValues.ACCOUNTS, false);
    }
    String inCommand = command.qualifiedName() + " " + label;
    return BY_COMMAND.getOrDefault(inCommand, BY_LABEL.getOrDefault(label, FREE));
  }

  private static List<String> statuses() {
    return Stream.concat(
            BookingStatus.all().stream(),
            Stream.of(ScheduleView.PAUSED, ScheduleView.AWAY, ScheduleView.ENDED))
        .toList();
  }

  private static List<String> faults() {
    return Arrays.stream(FaultKind.values()).map(FaultKind::word).toList();
  }

  private static List<String> settings() {
    return Arrays.stream(SettingKey.values()).map(SettingKey::word).toList();
  }
}
