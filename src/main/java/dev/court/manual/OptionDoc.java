package dev.court.manual;

import java.util.List;
import java.util.Optional;

/**
 * One option.
 *
 * @param names with their dashes, shortest first
 * @param label the name of its value; empty for a flag
 * @param values the values it can have
 * @param description lines of text
 * @param isCommon whether every command has it
 */
public record OptionDoc(
    List<String> names,
    Optional<String> label,
    Values values,
    List<String> description,
    boolean isCommon) {
  public OptionDoc {
    names = List.copyOf(names);
    description = List.copyOf(description);
  }

  /** The description in one line. */
  String summary() {
    return String.join(" ", description);
  }
}
