package dev.court.manual;

import java.util.List;

/**
 * One argument that is no option.
 *
 * @param label its name in the synopsis
 * @param isRepeated whether several may follow each other
 * @param values the values it can have
 * @param description lines of text
 */
public record ArgumentDoc(
    String label, boolean isRepeated, Values values, List<String> description) {
  public ArgumentDoc {
    description = List.copyOf(description);
  }
}
