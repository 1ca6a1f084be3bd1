package dev.court.terminal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Whether there are colours. {@code --color} decides, else NO_COLOR (no-color.org), else
 * CLICOLOR_FORCE and CLICOLOR (bixense.com/clicolors); else there are colours on a terminal whose
 * TERM is set and not dumb.
 */
public final class ColorChoice {
  private static final String OPTION = "--color";

  private final List<String> arguments;
  private final UnaryOperator<String> variables;

  /**
   * A choice.
   *
   * @param arguments as typed, since help is coloured before picocli has read them
   * @param variables returns null for a variable that is not set
   */
  public ColorChoice(List<String> arguments, UnaryOperator<String> variables) {
    this.arguments = arguments;
    this.variables = variables;
  }

  public boolean isColored(boolean onTerminal) {
    return asTyped().or(this::asSet).orElseGet(() -> onTerminal && !isDumb());
  }

  private Optional<Boolean> asTyped() {
    String choice = "";
    for (int at = 0; at < arguments.size(); at++) {
      String word = arguments.get(at);
      if (word.startsWith(OPTION + "=")) {
        choice = word.substring(OPTION.length() + 1);
      } else if (at > 0 && arguments.get(at - 1).equals(OPTION)) {
        choice = word;
      }
    }
    return switch (choice.toLowerCase(Locale.ROOT)) {
      case "always" -> Optional.of(true);
      case "never" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private Optional<Boolean> asSet() {
    if (!variable("NO_COLOR").isEmpty()) {
      return Optional.of(false);
    }
    String force = variable("CLICOLOR_FORCE");
    if (!force.isEmpty() && !force.equals("0")) {
      return Optional.of(true);
    }
    return variable("CLICOLOR").equals("0") ? Optional.of(false) : Optional.empty();
  }

  private boolean isDumb() {
    String terminal = variable("TERM");
    return terminal.isEmpty() || terminal.equals("dumb");
  }

  private String variable(String name) {
    String value = variables.apply(name);
    return value == null ? "" : value;
  }
}
