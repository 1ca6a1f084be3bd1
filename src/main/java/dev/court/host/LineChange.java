package dev.court.host;

import java.util.List;

/** The lines in which two texts differ, without the lines that both begin and end with. */
record LineChange(List<String> removed, List<String> added) {

  static LineChange between(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    int most = Math.min(old.size(), now.size());
    int head = 0;
    while (head < most && old.get(head).equals(now.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < most - head
        && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
      tail++;
    }
    return new LineChange(
        old.subList(head, old.size() - tail), now.subList(head, now.size() - tail));
  }
}
