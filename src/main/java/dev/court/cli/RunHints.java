package dev.court.cli;

import dev.court.text.WordList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What would help the schedules that lost in one run. The same is said once, for all of them. */
final class RunHints {
  private static final int MOST_NAMED = 5;
  private static final int MOST_HINTS = 5;

  private final Map<String, Set<Long>> schedules = new LinkedHashMap<>();

  void add(long schedule, String help) {
    schedules.computeIfAbsent(help, ignored -> new LinkedHashSet<>()).add(schedule);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    schedules.entrySet().stream()
        .limit(MOST_HINTS)
        .forEach(hint -> lines.add("Would help %s: %s".formatted(named(hint), hint.getKey())));
    int left = schedules.size() - MOST_HINTS;
    if (left > 0) {
      lines.add("%s more hints: court show ID has that of each schedule".formatted(left));
    }
    return lines;
  }

  private static String named(Map.Entry<String, Set<Long>> hint) {
    List<String> ids = hint.getValue().stream().map(String::valueOf).toList();
    if (ids.size() > MOST_NAMED) {
      return ids.size() + " schedules";
    }
    return (ids.size() == 1 ? "schedule " : "schedules ") + WordList.of(ids);
  }
}
