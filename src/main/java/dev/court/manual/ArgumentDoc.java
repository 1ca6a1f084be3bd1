package dev.court.manual;

import java.util.List;

/**
 * One argument that is no option.
 *
 * @param label what it is called
 * @param isRepeated whether more of the same may follow
 * @param values what can stand there
 * @param description lines of text
 */
public record ArgumentDoc(
    String label, boolean isRepeated, Values values, List<String> description) {
  public ArgumentDoc {
    description = List.copyOf(description);
  }
}
