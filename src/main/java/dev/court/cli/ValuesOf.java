package dev.court.cli;

import dev.court.booking.BookingStatus;
import dev.court.manual.Values;
import dev.court.schedule.ScheduleView;
import dev.court.settings.Key;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What can stand for an argument: its own candidates, else what the label of it means in every
 * command. A label in lower case is a choice of words.
 */
final class ValuesOf {
  private static final Values FREE = new Values.Free();

  private static final Map<String, Values> BY_LABEL =
      Map.of(
          "FILE", new Values.Files(),
          "FOLDER", new Values.Folders(),
          "ID", new Values.Live(LiveValues.SCHEDULES, false),
          "COURT", new Values.Live(LiveValues.COURTS, false),
          "COURTS", new Values.Live(LiveValues.COURTS, true),
          "DAYS", new Values.Words(List.of("mo", "tu", "we", "th", "fr", "sa", "su"), true),
          "STATUS", new Values.Words(statuses(), true));

  /** Where the label means something else. */
  private static final Map<String, Values> BY_COMMAND =
      Map.of(
          "court resolve ID", new Values.Live(LiveValues.BOOKINGS, false),
          "court config set NAME", new Values.Words(settings(), false),
          "court config unset NAME", new Values.Words(settings(), false));

  private ValuesOf() {}

  static Values argument(CommandSpec command, ArgSpec argument) {
    String label = argument.paramLabel();
    if (argument.completionCandidates() != null) {
      return new Values.Words(
          StreamSupport.stream(argument.completionCandidates().spliterator(), false).toList(),
          false);
    }
    if (label.matches("[a-z]+(\\|[a-z]+)+")) {
      return new Values.Words(Arrays.asList(label.split("\\|")), false);
    }
    if (label.equals("COMMAND")) {
      return new Values.Words(commands(command.parent()), false);
    }
    String inCommand = command.qualifiedName() + " " + label;
    return BY_COMMAND.getOrDefault(inCommand, BY_LABEL.getOrDefault(label, FREE));
  }

  private static List<String> commands(CommandSpec above) {
    return above.subcommands().entrySet().stream()
        .filter(below -> !below.getValue().getCommandSpec().usageMessage().hidden())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<String> statuses() {
    return Stream.concat(
            BookingStatus.all().stream(), Stream.of(ScheduleView.PAUSED, ScheduleView.ENDED))
        .toList();
  }

  private static List<String> settings() {
    return Arrays.stream(Key.values()).map(Key::word).toList();
  }
}
