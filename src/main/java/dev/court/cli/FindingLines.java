package dev.court.cli;

import dev.court.doctor.Finding;
import dev.court.text.WordList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Findings as a person reads them: where there are several accounts, each line says whose it is.
 */
final class FindingLines {
  private final boolean areOfSeveral;

  /** Lines for a look at the accounts of these. */
  FindingLines(List<Finding> all) {
    areOfSeveral = all.stream().flatMap(one -> one.account().stream()).distinct().count() > 1;
  }

  /** One line for what is the same with several accounts. */
  List<Finding> of(List<Finding> some) {
    if (!areOfSeveral) {
      return some;
    }
    Map<List<Object>, List<Finding>> alike =
        some.stream()
            .collect(
                Collectors.groupingBy(
                    one ->
                        List.of(
                            one.subject(), one.verdict(), one.message(), one.account().isPresent()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return alike.values().stream().map(FindingLines::line).toList();
  }

  private static Finding line(List<Finding> alike) {
    Finding first = alike.get(0);
    List<String> names = alike.stream().flatMap(one -> one.account().stream()).toList();
    return names.isEmpty()
        ? first
        : first.saying("%s: %s".formatted(WordList.of(names), first.message()));
  }
}
