package dev.court.cli;

import dev.court.doctor.Finding;
import dev.court.doctor.Finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether somebody is signed in and cron comes by, which the home screen shows also when it is
 * well. Of many accounts only those are named that are not well.
 */
final class StateLines {
  private static final int MOST = 3;
  private static final String SESSION = "session";
  private static final Set<String> STATE = Set.of(SESSION, "cron");

  private final List<Finding> all;
  private final List<Finding> lines;

  /**
   * Lines for a look at the accounts of these.
   *
   * @param lines the same as {@link FindingLines} says them
   */
  StateLines(List<Finding> all, List<Finding> lines) {
    this.all = all;
    this.lines = lines;
  }

  static boolean isState(Finding one) {
    return STATE.contains(one.subject());
  }

  /**
   * The lines.
   *
   * @param elsewhere what is said in another place
   */
  List<String> of(Optional<Finding> elsewhere) {
    List<Finding> shown =
        lines.stream().filter(one -> isState(one) && !elsewhere.equals(Optional.of(one))).toList();
    List<Finding> sessions = shown.stream().filter(StateLines::isSession).toList();
    List<String> said =
        new ArrayList<>(sessions.size() > MOST ? inShort(sessions) : words(sessions));
    said.addAll(words(shown.stream().filter(one -> !isSession(one)).toList()));
    return said;
  }

  private List<String> inShort(List<Finding> sessions) {
    List<Finding> unwell = sessions.stream().filter(one -> !isWell(one)).toList();
    long well = all.stream().filter(one -> isSession(one) && isWell(one)).count();
    List<String> said = new ArrayList<>(words(unwell.stream().limit(MOST).toList()));
    int others = unwell.size() - said.size();
    String rest =
        Stream.of(
                of(others, "more not well"), of(well, well == 1 ? "account well" : "accounts well"))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    if (!rest.isEmpty()) {
      said.add("%s: %s: court accounts lists them".formatted(SESSION, rest));
    }
    return said;
  }

  private static Optional<String> of(long number, String what) {
    return number == 0 ? Optional.empty() : Optional.of(number + " " + what);
  }

  private static List<String> words(List<Finding> some) {
    return some.stream().map(one -> one.subject() + ": " + one.message()).toList();
  }

  private static boolean isSession(Finding one) {
    return one.subject().equals(SESSION);
  }

  private static boolean isWell(Finding one) {
    return one.verdict() == Verdict.OK;
  }
}
