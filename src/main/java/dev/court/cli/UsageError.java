package dev.court.cli;

import dev.court.booking.Quote;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is wrong with a command line, in words. A word that no option or argument takes may be a
 * password that was typed in the wrong place, so that it is never repeated: only the name of an
 * unknown option is.
 */
final class UsageError {
  /** A value may follow the name without a blank: {@code --name=value}, {@code -nvalue}. */
  private static final Pattern NAME = Pattern.compile("--[\\p{L}\\p{N}_-]*|-\\P{C}");

  private static final Pattern WHAT_FOLLOWS = Pattern.compile(" but found '.*", Pattern.DOTALL);

  private static final Pattern ONE_OF = Pattern.compile("\\(specify one of these\\): \\((.*)\\)");

  private UsageError() {}

  static String of(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    if (e instanceof MissingParameterException) {
      Matcher one = ONE_OF.matcher(e.getMessage());
      return one.find()
          ? "say one of " + one.group(1).replace(" | ", " or ")
          : uncapitalized(WHAT_FOLLOWS.matcher(e.getMessage()).replaceFirst(""));
    }
    return e.getArgSpec() == null || e.getValue() == null
        ? uncapitalized(e.getMessage())
        : badValue(e);
  }

  private static String badValue(ParameterException e) {
    if (e.getArgSpec() instanceof OptionSpec option && option.arity().max() == 0) {
      return "option '%s' takes no value".formatted(option.longestName());
    }
    String label =
        e.getArgSpec() instanceof OptionSpec option
            ? "option '%s'".formatted(option.longestName())
            : e.getArgSpec().paramLabel();
    return isForPeople(e)
        ? uncapitalized(e.getMessage().replace("'" + e.getValue() + "'", Quote.of(e.getValue())))
        : "invalid value for %s: %s".formatted(label, Quote.of(e.getValue()));
  }

  /** Other messages name a class of Java. */
  private static boolean isForPeople(ParameterException e) {
    return e.getCause() instanceof TypeConversionException
        && !e.getCause().getMessage().startsWith("cannot convert");
  }

  private static String unmatched(UnmatchedArgumentException e) {
    List<String> words = e.getUnmatched();
    CommandSpec command = e.getCommandLine().getCommandSpec();
    if (!isOption(words.get(0)) && takesCommand(command)) {
      return command.subcommands().containsKey(words.get(0))
          ? "%s behind -- is no command: leave out the --".formatted(Quote.of(words.get(0)))
          : "no command "
              + Quote.of(words.get(0))
              + OtherWords.ofCommand(words.get(0), command, "");
    }
    Optional<String> option = words.stream().filter(UsageError::isOption).findFirst();
    return option
        .map(
            word ->
                "unknown option: '%s'%s"
                    .formatted(name(word), OtherWords.ofOption(name(word), command)))
        .orElse(words.size() == 1 ? "1 argument too many" : words.size() + " arguments too many");
  }

  private static boolean takesCommand(CommandSpec command) {
    return !command.subcommands().isEmpty() && command.positionalParameters().isEmpty();
  }

  private static boolean isOption(String word) {
    return word.startsWith("-") && !word.equals("-");
  }

  private static String name(String word) {
    Matcher name = NAME.matcher(word);
    return name.lookingAt() ? Quote.shortened(name.group()) : "-?";
  }

  private static String uncapitalized(String message) {
    return message.isEmpty()
        ? message
        : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }
}
