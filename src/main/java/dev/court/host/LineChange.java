package dev.court.host;

import java.util.List;

/** What differs between two texts, between the lines that they begin and end with alike. */
record LineChange(List<String> removed, List<String> added) {

  static LineChange between(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> fresh = after.lines().toList();
    int most = Math.min(old.size(), fresh.size());
    int head = 0;
    while (head < most && old.get(head).equals(fresh.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < most - head
        && old.get(old.size() - 1 - tail).equals(fresh.get(fresh.size() - 1 - tail))) {
      tail++;
    }
    return new LineChange(
        old.subList(head, old.size() - tail), fresh.subList(head, fresh.size() - tail));
  }
}
